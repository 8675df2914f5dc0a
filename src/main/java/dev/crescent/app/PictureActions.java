package dev.crescent.app;

import dev.crescent.export.Png;
import dev.crescent.export.WholeFile;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.picture.Look;
import dev.crescent.ui.picture.PictureForm;
import dev.crescent.ui.picture.PictureKind;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Pictures of what is shown, at the timeline's moment: as `crescent render` draws them, or as the screen has it; into a
/// file or onto the clipboard. They are drawn elsewhere. Belongs to the JavaFX thread.
final class PictureActions {
    /// Enough for a slide or a printed column.
    static final int WIDTH = 1600;
    static final int HEIGHT = 1200;

    private final Workbench bench;
    private final FileDialogs dialogs;
    private final ExecutorService worker;
    private final Consumer<String> tell;
    private final Consumer<String> warn;
    private final Failures failures;
    private final PictureWishes wishes;
    private List<PictureKind> offered = List.of();
    private List<String> names = new ArrayList<>(); // the last one is that of the screen, where there is one
    private Theme theme = Theme.LIGHT;
    private @Nullable Node screen;

    /// @param worker one thread for pictures
    /// @param tell tells the user a sentence
    /// @param warn likewise, of something that went wrong
    /// @param wishes what the user wanted last
    PictureActions(Workbench bench, FileDialogs dialogs, ExecutorService worker, Consumer<String> tell, Consumer<String> warn,
            Failures failures, PictureWishes wishes) {
        this.bench = bench;
        this.dialogs = dialogs;
        this.worker = worker;
        this.tell = tell;
        this.warn = warn;
        this.failures = failures;
        this.wishes = wishes;
    }

    /// Pictures are in this theme.
    void setTheme(Theme next) {
        theme = next;
    }

    /// What is shown below the bars can be taken as it is, from now on.
    void setScreen(Node shown) {
        screen = shown;
    }

    /// What there are pictures of now, to be offered and then chosen by number.
    List<String> offer() {
        Snapshot shown = bench.shown();
        offered = shown == null ? List.of() : Film.stills(shown.experiment(), shown.dataset());
        names = new ArrayList<>(offered.stream().map(kind -> Texts.get("pictures." + kind.id())).toList());
        if (screen != null) {
            names.add(Texts.get("pictures.screen"));
        }
        return List.copyOf(names);
    }

    /// Asks what the picture is to be and for a file, and writes it there.
    void save(int number) {
        if (number == offered.size()) {
            saveScreen();
            return;
        }
        PictureKind kind = offered.get(number);
        dialogs.askAboutPicture(names.get(number), wishes.read(), wish -> {
            wishes.write(wish);
            choose(kind.id(), wish.extensions(), file -> {
                PictureForm form = wish.in(file).form(theme);
                draw(kind, form, (frames, shown) -> write(file, () -> Film.writeStill(file, kind, form, frames, shown)));
            });
        });
    }

    private void saveScreen() {
        ScreenPicture taken = takeScreen();
        choose("screen", List.of(".png"), file -> worker.execute(() -> write(file,
                () -> WholeFile.write(file, out -> Png.write(out, taken.argb(), taken.width(), taken.height())))));
    }

    private ScreenPicture takeScreen() {
        return ScreenPicture.of(Objects.requireNonNull(screen), Palette.of(theme));
    }

    /// @param extensions that a file may have, first the one that it gets
    private void choose(String what, List<String> extensions, Consumer<Path> file) {
        String extension = extensions.getFirst();
        FileChooser.ExtensionFilter files =
                new FileChooser.ExtensionFilter(Texts.get("picture.files" + extension), "*" + extension);
        dialogs.toWrite("picture.title", files, extensions, Titles.base(bench.document()) + "-" + what + extension, file);
    }

    /// Writes a file.
    private interface Writing {
        void run() throws IOException;
    }

    private void write(Path file, Writing writing) {
        try {
            writing.run();
            Platform.runLater(() -> tell.accept(Texts.get("picture.saved", file)));
        } catch (IOException e) {
            Platform.runLater(() -> warn.accept(Texts.get("window.notWritten", file, Sentences.local(WholeFile.reason(file, e)))));
        }
    }

    /// Puts the picture on the clipboard.
    void copy(int number) {
        if (number == offered.size()) {
            put(takeScreen());
            return;
        }
        PictureKind kind = offered.get(number);
        PictureForm form = PictureForm.of(WIDTH, HEIGHT, Look.of(theme.isDark(), theme.isHighContrast()));
        draw(kind, form, (frames, shown) -> {
            int[] pixels = Film.still(kind, form, frames, shown);
            Platform.runLater(() -> put(new ScreenPicture(WIDTH, HEIGHT, pixels)));
        });
    }

    private void put(ScreenPicture picture) {
        WritableImage image = new WritableImage(picture.width(), picture.height());
        image.getPixelWriter().setPixels(0, 0, picture.width(), picture.height(), PixelFormat.getIntArgbInstance(),
                picture.argb(), 0, picture.width());
        ClipboardContent content = new ClipboardContent();
        content.putImage(image);
        Clipboard.getSystemClipboard().setContent(content);
        tell.accept(Texts.get("picture.copied"));
    }

    /// @param how draws, on another thread: of the run's frames, the one that is shown
    private void draw(PictureKind kind, PictureForm form, BiConsumer<List<Snapshot>, Snapshot> how) {
        Snapshot shown = bench.shown();
        if (shown == null || worker.isShutdown()) {
            return;
        }
        List<Snapshot> frames = kind.showsPath() ? Film.frames(bench.playhead().timeline()) : List.of();
        worker.execute(() -> {
            try {
                how.accept(frames, shown);
            } catch (OutOfMemoryError e) {
                Platform.runLater(() -> warn.accept(Texts.get("picture.tooLarge", form.width(), form.height())));
            } catch (RuntimeException e) {
                failures.report(e);
            }
        });
    }
}
