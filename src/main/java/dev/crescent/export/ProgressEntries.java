package dev.crescent.export;

import dev.crescent.data.OwnSamples;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.JsonObject;
import dev.crescent.experiment.Model;
import dev.crescent.train.History;
import dev.crescent.train.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Where training stands, as entries of an archive: `progress.json`; the parameters by their names, so that the archive
/// is a file of [Weights] as well; what the optimizer remembers as `optimizer.0.npy` and so on; `history.csv`; and, if
/// there are any, the user's own samples as `own.inputs.npy` and `own.labels.npy`.
final class ProgressEntries {
    static final String PROGRESS = "progress.json";
    static final String HISTORY = "history.csv";

    private static final String OWN_INPUTS = "own.inputs.npy";
    private static final String OWN_LABELS = "own.labels.npy";
    private static final int LARGEST_JSON = 1 << 20;
    /// No byte of an archive unpacks to more.
    private static final long DEFLATE = 1032;

    private ProgressEntries() {}

    /// @param progress null if there is none
    /// @param loss as [ExperimentFile#loss]
    record Found(@Nullable Progress progress, String loss) {
        static final Found NOTHING = new Found(null, "");
    }

    static void write(ZipOutputStream zip, Model.Network network, Progress progress) throws IOException {
        Archives.text(zip, PROGRESS, ProgressJson.write(progress));
        Archives.text(zip, HISTORY, HistoryCsv.write(progress.history()));
        Weights.write(zip, ParameterLayout.of(network, progress.inputShape()), progress.parameters());
        List<float[]> vectors = progress.optimizer().vectors();
        for (int i = 0; i < vectors.size(); i++) {
            Weights.store(zip, vector(i), new NumpyArray(List.of(vectors.get(i).length), vectors.get(i)).bytes());
        }
        OwnSamples own = progress.own();
        if (own.count() > 0) {
            float[] labels = new float[own.count()];
            for (int i = 0; i < labels.length; i++) {
                labels[i] = own.labels()[i];
            }
            Weights.store(zip, OWN_INPUTS, new NumpyArray(List.of(own.count(), own.width()), own.inputs()).bytes());
            Weights.store(zip, OWN_LABELS, new NumpyArray(List.of(own.count()), labels).bytes());
        }
    }

    private static String vector(int number) {
        return "optimizer." + number + ".npy";
    }

    /// Without its curves but with their marks, if those are what is damaged: they are only to be looked at, and training goes
    /// on without.
    ///
    /// @param size bytes of the whole archive
    /// @throws ContentException with one sentence that names the file
    static Found read(ZipContent zip, String file, long size, Experiment experiment) throws ContentException {
        try {
            JsonObject json = JsonObject.of(Archives.text(zip, file, PROGRESS, LARGEST_JSON));
            ProgressJson.Read read = ProgressJson.read(json);
            if (!(experiment.model() instanceof Model.Network network)) {
                throw new InvalidSettingException("", "is of a network, and the experiment has none");
            }
            ParameterLayout layout = ParameterLayout.of(network, read.inputShape());
            if (size * DEFLATE < (long) Float.BYTES * layout.total()) {
                throw new ContentException(file + ": is too small to hold the " + layout.total()
                        + " parameters of its network; it is not whole, choose another copy of it");
            }
            float[] parameters = parameters(zip, file, layout);
            List<float[]> vectors = new ArrayList<>();
            for (int i = 0; i < read.vectors(); i++) {
                vectors.add(array(zip, file, vector(i), List.of(layout.size())));
            }
            OptimizerState optimizer = new OptimizerState(read.optimizerStep(), read.since(), vectors);
            OwnSamples own = own(zip, file, read.own(), layout, read.inputShape());
            History history = History.of(new double[0][], read.spacing(), read.marks());
            String loss = "";
            try {
                history = HistoryCsv.read(Archives.text(zip, file, HISTORY, HistoryCsv.LARGEST), HISTORY, read.spacing(),
                        read.marks());
            } catch (ContentException e) {
                loss = file + ": its curves are lost, " + HISTORY + " in it is missing or damaged; everything else is there";
            }
            return new Found(new Progress(read.step(), read.epoch(), read.inputShape(), parameters, optimizer, history, own),
                    loss);
        } catch (IllegalArgumentException e) { // among them settings that are none
            throw new ContentException(file + ": " + PROGRESS + ": " + e.getMessage() + "; choose another copy of the file", e);
        }
    }

    /// The file has its network's own weights: where they do not fit they are damaged, and others are of no use.
    private static float[] parameters(ZipContent zip, String file, ParameterLayout layout) throws ContentException {
        try {
            return Weights.read(zip, file, layout);
        } catch (ContentException e) {
            String wrong = String.valueOf(e.getMessage()).replaceFirst(";[^;]*$", "");
            throw new ContentException(wrong + "; choose another copy of the file", e);
        }
    }

    private static OwnSamples own(ZipContent zip, String file, int count, ParameterLayout layout, List<Integer> inputShape)
            throws ContentException {
        if (count == 0) {
            return OwnSamples.NONE;
        }
        int width = inputShape.stream().reduce(1, Math::multiplyExact);
        float[] classes = array(zip, file, OWN_LABELS, List.of(count));
        int[] labels = new int[count];
        int outputs = layout.slices().isEmpty() ? 0 : layout.slices().getLast().weightShape().getFirst();
        for (int i = 0; i < count; i++) {
            labels[i] = (int) classes[i];
            if (labels[i] != classes[i] || labels[i] < 0 || labels[i] >= Math.max(2, outputs)) {
                throw new ContentException(file + ": " + OWN_LABELS + " holds " + classes[i]
                        + ", which is no class of its network; choose another copy of the file");
            }
        }
        return new OwnSamples(count, width, array(zip, file, OWN_INPUTS, List.of(count, width)), labels);
    }

    private static float[] array(ZipContent zip, String file, String name, List<Integer> shape) throws ContentException {
        long count = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
        String problem;
        try {
            float[] values = NumpyArray.of(zip.bytes(name, 2L * Float.BYTES * count + NumpyArray.LARGEST_HEADER), shape).values();
            problem = "";
            for (float value : values) {
                if (!Float.isFinite(value)) {
                    problem = "holds " + value;
                }
            }
            if (problem.isEmpty()) {
                return values;
            }
        } catch (ContentException e) {
            problem = String.valueOf(e.getMessage());
        }
        throw new ContentException(file + ": " + name + " " + problem + "; choose another copy of the file");
    }
}
