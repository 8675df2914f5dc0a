package dev.crescent.app;

import dev.crescent.export.Png;
import dev.crescent.export.WholeFile;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.picture.PictureKind;
import dev.crescent.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;

/// Pictures of what is shown, at the timeline's moment, as `crescent render` draws them: into a file or onto the clipboard.
/// They are drawn elsewhere. Belongs to the JavaFX thread.
final class PictureActions {
    /// Enough for a slide or a printed column.
    static final int WIDTH = 1600;
    static final int HEIGHT = 1200;
    private static final String EXTENSION = ".png";

    private final Workbench bench;
    private final FileDialogs dialogs;
    private final ExecutorService worker;
    private final Consumer<String> tell;
    private final Consumer<String> warn;
    private final Failures failures;
    private List<PictureKind> offered = List.of();
    private Theme theme = Theme.LIGHT;

    /// @param worker one thread for pictures
    /// @param tell tells the user a sentence
    /// @param warn likewise, of something that went wrong
    PictureActions(Workbench bench, FileDialogs dialogs, ExecutorService worker, Consumer<String> tell, Consumer<String> warn,
            Failures failures) {
        this.bench = bench;
        this.dialogs = dialogs;
        this.worker = worker;
        this.tell = tell;
        this.warn = warn;
        this.failures = failures;
    }

    /// Pictures are in this theme.
    void setTheme(Theme next) {
        theme = next;
    }

    /// What there are pictures of now, to be offered and then chosen by number.
    List<String> offer() {
        Snapshot shown = bench.shown();
        offered = shown == null ? List.of() : Film.stills(shown.experiment(), shown.dataset());
        return offered.stream().map(kind -> Texts.get("pictures." + kind.id())).toList();
    }

    /// Asks for a file, and writes the picture there.
    void save(int number) {
        PictureKind kind = offered.get(number);
        FileChooser.ExtensionFilter png = new FileChooser.ExtensionFilter(Texts.get("picture.files"), "*" + EXTENSION);
        String name = Titles.fileName(bench.experiment().title()) + "-" + kind.id() + EXTENSION;
        dialogs.toWrite("picture.title", png, EXTENSION, name, file -> draw(kind, pixels -> write(file, pixels)));
    }

    private void write(Path file, int[] pixels) {
        try {
            WholeFile.write(file, out -> Png.write(out, pixels, WIDTH, HEIGHT));
            Platform.runLater(() -> tell.accept(Texts.get("picture.saved", file)));
        } catch (IOException e) {
            Platform.runLater(() -> warn.accept(Texts.get("window.notWritten", file, Sentences.local(WholeFile.reason(file, e)))));
        }
    }

    /// Puts the picture on the clipboard.
    void copy(int number) {
        draw(offered.get(number), pixels -> Platform.runLater(() -> {
            WritableImage image = new WritableImage(WIDTH, HEIGHT);
            image.getPixelWriter().setPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
            ClipboardContent content = new ClipboardContent();
            content.putImage(image);
            Clipboard.getSystemClipboard().setContent(content);
            tell.accept(Texts.get("picture.copied"));
        }));
    }

    private void draw(PictureKind kind, Consumer<int[]> then) {
        Snapshot shown = bench.shown();
        if (shown == null || worker.isShutdown()) {
            return;
        }
        List<Snapshot> frames = kind.showsPath() ? Film.frames(bench.playhead().timeline()) : List.of();
        boolean dark = theme.isDark();
        worker.execute(() -> {
            try {
                then.accept(Film.still(kind, dark, frames, shown, WIDTH, HEIGHT));
            } catch (RuntimeException | OutOfMemoryError e) {
                failures.report(e);
            }
        });
    }
}
