package dev.crescent.app;

import dev.crescent.export.Png;
import dev.crescent.export.WholeFile;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.picture.Look;
import dev.crescent.ui.picture.PictureForm;
import dev.crescent.ui.picture.PictureKind;
import dev.crescent.ui.picture.Sheet;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// Pictures of what is shown: of the views that the room has of its own, of what is on the bench at the timeline's moment as
/// `crescent render` draws it, and of the screen; into a file or onto the clipboard. They are drawn elsewhere. Belongs to the
/// JavaFX thread.
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
    private Supplier<List<ShownView>> views = List::of;
    private List<Still> offered = List.of();
    private List<String> names = new ArrayList<>(); // the last one is that of the screen, where there is one
    private Theme theme = Theme.LIGHT;
    private @Nullable Node screen;

    /// What there is a picture of.
    private interface Still {
        /// What it is called in file names and texts.
        String id();

        /// What its files' names begin with.
        String file();

        /// Makes it ready on the JavaFX thread, as it is now.
        ///
        /// @return null if there is none any more
        @Nullable Drawing ready(PictureForm form);
    }

    /// A picture that is ready to be drawn on another thread.
    private interface Drawing {
        int[] pixels();

        void write(Path file) throws IOException;
    }

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

    /// There are pictures of these views, too, from now on.
    void setViews(Supplier<List<ShownView>> ofRoom) {
        views = ofRoom;
    }

    /// The same as [#offer] names, in groups: of the room, of what is on the bench, of the screen.
    List<List<String>> offerInGroups() {
        List<String> all = offer();
        int ofRoom = (int) offered.stream().filter(OfView.class::isInstance).count();
        return Stream.of(all.subList(0, ofRoom), all.subList(ofRoom, offered.size()), all.subList(offered.size(), all.size()))
                .filter(group -> !group.isEmpty()).toList();
    }

    /// What there are pictures of now, to be offered and then chosen by number: first what the room alone shows.
    List<String> offer() {
        Snapshot shown = bench.shown();
        List<Still> all = new ArrayList<>(views.get().stream().map(OfView::new).toList());
        if (shown != null) {
            all.addAll(Film.stills(shown.experiment(), shown.dataset()).stream().map(OfBench::new).toList());
        }
        offered = List.copyOf(all);
        names = new ArrayList<>(offered.stream().map(still -> Texts.get("pictures." + still.id())).toList());
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
        Still still = offered.get(number);
        dialogs.askAboutPicture(names.get(number), wishes.read(), wish -> {
            wishes.write(wish);
            choose(still.file() + "-" + still.id(), wish.extensions(), file -> {
                PictureForm form = wish.in(file).form(theme);
                draw(still, form, drawing -> write(file, () -> drawing.write(file)));
            });
        });
    }

    private void saveScreen() {
        ScreenPicture taken = takeScreen();
        choose(Titles.base(bench.document()) + "-screen", List.of(".png"), file -> worker.execute(() -> write(file,
                () -> WholeFile.write(file, out -> Png.write(out, taken.argb(), taken.width(), taken.height())))));
    }

    private ScreenPicture takeScreen() {
        return ScreenPicture.of(Objects.requireNonNull(screen), Palette.of(theme));
    }

    /// @param name of the file, without its extension
    /// @param extensions that a file may have, first the one that it gets
    private void choose(String name, List<String> extensions, Consumer<Path> file) {
        String extension = extensions.getFirst();
        FileChooser.ExtensionFilter files =
                new FileChooser.ExtensionFilter(Texts.get("picture.files" + extension), "*" + extension);
        dialogs.toWrite("picture.title", files, extensions, name + extension, file);
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
        PictureForm form = PictureForm.of(WIDTH, HEIGHT, Look.of(theme.isDark(), theme.isHighContrast()));
        draw(offered.get(number), form, drawing -> {
            int[] pixels = drawing.pixels();
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

    /// @param how takes the picture, on another thread
    private void draw(Still still, PictureForm form, Consumer<Drawing> how) {
        Drawing drawing = worker.isShutdown() ? null : still.ready(form);
        if (drawing == null) {
            return;
        }
        worker.execute(() -> {
            try {
                how.accept(drawing);
            } catch (OutOfMemoryError e) {
                Platform.runLater(() -> warn.accept(Texts.get("picture.tooLarge", form.width(), form.height())));
            } catch (RuntimeException e) {
                failures.report(e);
            }
        });
    }

    /// A picture of what is on the bench.
    private final class OfBench implements Still {
        private final PictureKind kind;

        OfBench(PictureKind kind) {
            this.kind = kind;
        }

        @Override
        public String id() {
            return kind.id();
        }

        @Override
        public String file() {
            return Titles.base(bench.document());
        }

        @Override
        public @Nullable Drawing ready(PictureForm form) {
            Snapshot shown = bench.shown();
            if (shown == null) {
                return null;
            }
            List<Snapshot> frames = kind.showsPath() ? Film.frames(bench.playhead().timeline()) : List.of();
            return new Drawing() {
                @Override
                public int[] pixels() {
                    return Film.still(kind, form, frames, shown);
                }

                @Override
                public void write(Path file) throws IOException {
                    Film.writeStill(file, kind, form, frames, shown);
                }
            };
        }
    }

    /// A picture of a view of the room.
    private final class OfView implements Still {
        private final ShownView view;

        OfView(ShownView view) {
            this.view = view;
        }

        @Override
        public String id() {
            return view.id();
        }

        @Override
        public String file() {
            return view.file().isEmpty() ? Titles.base(bench.document()) : view.file();
        }

        @Override
        public Drawing ready(PictureForm form) {
            Sheet sheet = view.sheet(form);
            return new Drawing() {
                @Override
                public int[] pixels() {
                    return sheet.draw(form);
                }

                @Override
                public void write(Path file) throws IOException {
                    WholeFile.write(file, out -> sheet.write(form, out));
                }
            };
        }
    }
}
