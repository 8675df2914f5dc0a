package dev.crescent.app;

import dev.crescent.export.HistoryCsv;
import dev.crescent.export.WholeFile;
import dev.crescent.train.History;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Writes the run's curves as a table, with the columns of `crescent train --history`. Belongs to the JavaFX thread.
final class CurveActions {
    private static final String EXTENSION = ".csv";

    private final Workbench bench;
    private final FileDialogs dialogs;
    private final ExecutorService worker;
    private final Consumer<String> tell;
    private final Consumer<String> warn;

    /// @param worker one thread for files
    /// @param tell tells the user a sentence
    /// @param warn likewise, of something that went wrong
    CurveActions(Workbench bench, FileDialogs dialogs, ExecutorService worker, Consumer<String> tell, Consumer<String> warn) {
        this.bench = bench;
        this.dialogs = dialogs;
        this.worker = worker;
        this.tell = tell;
        this.warn = warn;
    }

    /// Asks for a file, and writes what is measured by then; says so if that is nothing but the start.
    void save() {
        if (!isTrained(bench.shown())) {
            warn.accept(Texts.get("curves.nothing"));
            return;
        }
        FileChooser.ExtensionFilter csv = new FileChooser.ExtensionFilter(Texts.get("curves.files"), "*" + EXTENSION);
        String name = Titles.base(bench.document()) + "-curves" + EXTENSION;
        dialogs.toWrite("curves.saveTitle", csv, EXTENSION, name, this::write);
    }

    private static boolean isTrained(@Nullable Snapshot shown) {
        return shown != null && shown.history().size() > 1;
    }

    private void write(Path file) {
        Snapshot shown = bench.shown();
        if (shown == null || worker.isShutdown()) {
            return;
        }
        History history = shown.history();
        worker.execute(() -> {
            try {
                byte[] table = HistoryCsv.table(history).getBytes(StandardCharsets.UTF_8);
                WholeFile.write(file, out -> out.write(table));
                Platform.runLater(() -> tell.accept(Texts.get("curves.saved", file, history.size())));
            } catch (IOException e) {
                Platform.runLater(() -> warn.accept(Texts.get("window.notWritten", file, WholeFile.reason(file, e))));
            }
        });
    }
}
