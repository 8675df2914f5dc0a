package dev.crescent.app;

import dev.crescent.export.ExportException;
import dev.crescent.export.TrainedNetwork;
import dev.crescent.export.WholeFile;
import dev.crescent.export.format.ExportFormat;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.FileChooser;

/// Takes the network that is shown out of the program, into a file that the user chooses: a model or a program in one of
/// several frameworks. The file is made and written on another thread. Belongs to the JavaFX thread.
final class NetworkExports {
    private final Workbench bench;
    private final FileDialogs dialogs;
    private final ExecutorService worker;
    private final Consumer<String> tell;
    private final Consumer<String> warn;
    private final Failures failures;

    /// @param worker one thread for files
    /// @param tell tells the user a sentence
    /// @param warn likewise, of something that went wrong
    NetworkExports(Workbench bench, FileDialogs dialogs, ExecutorService worker, Consumer<String> tell, Consumer<String> warn,
            Failures failures) {
        this.bench = bench;
        this.dialogs = dialogs;
        this.worker = worker;
        this.tell = tell;
        this.warn = warn;
        this.failures = failures;
    }

    /// Asks for a file, and writes the network there as it was when it was asked for: at the timeline's moment.
    void export() {
        Snapshot shown = bench.shown();
        if (shown == null) {
            warn.accept(Texts.get("export.nothing"));
            return;
        }
        List<ExportFormat> formats = List.of(ExportFormat.values());
        List<FileChooser.ExtensionFilter> kinds = new ArrayList<>();
        for (ExportFormat format : formats) {
            kinds.add(new FileChooser.ExtensionFilter(Texts.get("export." + format.id()), "*" + format.extension()));
        }
        dialogs.toSave("export.title", kinds, Titles.base(bench.document())).ifPresent(chosen -> {
            ExportFormat format = format(chosen.file(), formats.get(Math.max(0, kinds.indexOf(chosen.kind()))));
            Path file = complete(chosen.file(), format);
            dialogs.unlessInTheWay(chosen.file(), file, () -> make(shown, format, file));
        });
    }

    /// What a file is to become: what its name ends in counts for more than the kind that was left as it was.
    static ExportFormat format(Path file, ExportFormat chosen) {
        for (ExportFormat format : ExportFormat.values()) {
            if (endsIn(file, format) && !endsIn(file, chosen)) {
                return format;
            }
        }
        return chosen;
    }

    private static boolean endsIn(Path file, ExportFormat format) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(format.extension());
    }

    private static Path complete(Path file, ExportFormat format) {
        return endsIn(file, format) ? file : file.resolveSibling(file.getFileName() + format.extension());
    }

    private void make(Snapshot shown, ExportFormat format, Path file) {
        work(() -> {
            try {
                TrainedNetwork network = TrainedNetwork.of(shown.experiment(), shown.dataset(), Path.of("").toAbsolutePath(),
                        shown.parameters());
                network.requireNumbers();
                List<ExportFormat.Output> files = format.files(network, file);
                Path beside = files.getFirst().file();
                boolean inTheWay = files.size() > 1 && Files.exists(beside) && !Files.exists(file);
                Platform.runLater(() -> {
                    // Nobody has asked about the weights that are to lie beside the program.
                    if (inTheWay) {
                        dialogs.askToReplace(beside, () -> write(files));
                    } else {
                        write(files);
                    }
                });
            } catch (ExportException e) {
                Platform.runLater(() -> warn.accept(String.valueOf(e.getMessage())));
            }
        });
    }

    private void write(List<ExportFormat.Output> files) {
        work(() -> {
            for (ExportFormat.Output output : files) {
                try {
                    WholeFile.write(output.file(), output.content());
                } catch (IOException e) {
                    Platform.runLater(() -> warn.accept(
                            Texts.get("window.notWritten", output.file(), Sentences.local(WholeFile.reason(output.file(), e)))));
                    return;
                }
            }
            String sentence = files.size() == 1 ? Texts.get("export.done", files.getFirst().file())
                    : Texts.get("export.doneWith", files.getLast().file(), files.getFirst().file().getFileName());
            Platform.runLater(() -> tell.accept(sentence));
        });
    }

    private void work(Runnable task) {
        if (worker.isShutdown()) {
            return; // the window has been closed
        }
        worker.execute(() -> {
            try {
                task.run();
            } catch (RuntimeException | OutOfMemoryError e) {
                failures.report(e);
            }
        });
    }
}
