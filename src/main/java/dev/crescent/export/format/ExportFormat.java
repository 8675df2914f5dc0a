package dev.crescent.export.format;

import dev.crescent.experiment.Named;
import dev.crescent.export.ExportException;
import dev.crescent.export.TrainedNetwork;
import dev.crescent.export.Weights;
import dev.crescent.export.WholeFile;
import dev.crescent.export.code.JavaCode;
import dev.crescent.export.code.KerasCode;
import dev.crescent.export.code.NumpyCode;
import dev.crescent.export.code.Program;
import dev.crescent.export.code.SklearnCode;
import dev.crescent.export.code.TorchCode;
import dev.crescent.export.onnx.OnnxModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a trained network can be exported as.
public enum ExportFormat implements Named {
    ONNX(".onnx"), NPZ(".npz"), PYTORCH(".py"), KERAS(".py"), SKLEARN(".py"), NUMPY(".py"), JAVA(".java");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /// A file, not written yet.
    ///
    /// @param content what it is to hold
    public record Output(Path file, WholeFile.Content content) {}

    @Override
    public String id() {
        return Named.kebab(this);
    }

    /// What its files end in, with the point.
    public String extension() {
        return extension;
    }

    /// Why a network cannot be exported so, as one sentence for the user; empty if it can.
    public Optional<String> refuses(TrainedNetwork network) {
        return switch (this) {
            case ONNX -> OnnxModel.refuses(network);
            case SKLEARN -> SklearnCode.refuses(network);
            case NPZ, PYTORCH, KERAS, NUMPY, JAVA -> Optional.empty();
        };
    }

    /// The files that a network becomes: the one that is asked for last, before it what has to lie beside it, named after it.
    ///
    /// @throws ExportException if it is refused
    public List<Output> files(TrainedNetwork network, Path file) throws ExportException {
        Optional<String> refusal = refuses(network);
        if (refusal.isPresent()) {
            throw new ExportException(refusal.get());
        }
        String stem = stem(file);
        return switch (this) {
            case ONNX -> List.of(new Output(file, OnnxModel.content(network)));
            case NPZ -> List.of(new Output(file, out -> Weights.write(out, network.layout(), network.parameters())));
            case PYTORCH -> files(TorchCode.of(network, stem), file);
            case KERAS -> files(KerasCode.of(network, stem), file);
            case SKLEARN -> files(SklearnCode.of(network, stem), file);
            case NUMPY -> files(NumpyCode.of(network, stem), file);
            case JAVA -> files(JavaCode.of(network, stem), file);
        };
    }

    private static List<Output> files(Program program, Path file) {
        Output code = new Output(file, program.content());
        String companion = program.companion();
        return companion == null ? List.of(code)
                : List.of(new Output(file.resolveSibling(companion), program.companionContent()), code);
    }

    /// The file's name without what follows its last point.
    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int point = name.lastIndexOf('.');
        return point > 0 ? name.substring(0, point) : name;
    }
}
