package dev.crescent.app;

import dev.crescent.data.download.RemoteImages;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.train.Engines;
import dev.crescent.train.Progress;
import dev.crescent.train.Snapshot;
import dev.crescent.train.StopCondition;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.SettingsBar;
import dev.crescent.ui.bars.TimelineBar;
import dev.crescent.ui.bars.TopBar;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.Scroller;
import dev.crescent.ui.zoom.ZoomPane;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window: bars, rail and room around one workbench.
final class MainWindow {
    /// The speed slider's first place: slow enough to see a boundary bend, about 1,000 steps a second.
    private static final double WATCHABLE = 0.59;

    /// Before the title of what is not as its file has it, or as it was opened.
    private static final String CHANGED = "*";

    /// The sizes that the program's icon has, of which the system takes what suits it.
    private static final int[] ICONS = {16, 32, 48, 64, 128, 256};
    /// From this width on the rail has names and the bars are higher.
    private static final double WIDE_FROM = 1600;
    /// What bars and rooms can be shrunk to; in a smaller window, or one zoomed more, they are scrolled.
    private static final double LEAST_WIDTH = 840;
    private static final double LEAST_HEIGHT = 500;

    private final Stage stage;
    private final Preferences preferences;
    private final Keeper keeper;
    private final Keeping keeping;
    private final Desk desk;
    private final Workbench bench;
    private final PlaygroundRoom room;
    private final UserFolder folder;
    private final EngineProbe probe;
    private final RunPath path = new RunPath();
    private final RoomViews views;
    private final KeptWork kept;
    private final TopBar topBar = new TopBar();
    private final SettingsBar settings = new SettingsBar();
    private final FilmActions films;
    private final PictureActions pictures;
    private final WindowBars bars;
    private boolean backToNewest; // whether the user is to be told that the newest moment is shown again
    private final Banners banners = new Banners();
    private final Rail rail;
    private final Drops drops = new Drops();
    private final LastEscape escape;
    private final Scene scene;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("crescent-files").daemon(true).factory());
    @SuppressWarnings("ThreadPriorityCheck") // only a wish: the window goes first where it is heard
    private final ExecutorService thumbnails = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("crescent-thumbnails").daemon(true).priority(Thread.MIN_PRIORITY).factory());
    private final FileActions files;
    private final PlaygroundLinks links;
    private final RunActions run;
    private final Notices notices;
    private final Presenting presenting;
    private final Opening opening;
    private final Appearance appearance;
    private boolean wasRunning;
    private boolean wasSaved;
    private volatile boolean closed;
    private List<TopBar.Example> examples = List.of();
    private Runnable reopen = () -> { };

    private final FrameLoop timer = new FrameLoop(this::frame);

    MainWindow(Stage stage, Opening opening, Engines engines, Preferences preferences, Desk desk,
            Failures failures, UserFolder folder) {
        this(stage, opening, engines, preferences, desk, failures, folder, RemoteImages::of);
    }

    /// @param desk is given back when the window is closed
    /// @param known what images can be downloaded
    MainWindow(Stage stage, Opening opening, Engines engines, Preferences preferences, Desk desk,
            Failures failures, UserFolder folder, Function<ImageSet, Optional<RemoteImages>> known) {
        this.stage = stage;
        this.preferences = preferences;
        this.desk = desk;
        this.opening = opening;
        this.folder = folder;
        bench = new Workbench(Objects.requireNonNullElse(opening.before(), opening.place()), engines, failures::report);
        kept = new KeptWork(desk, folder.path(), engines, worker, banners);
        keeper = new Keeper(kept::keep, preferences::write);
        appearance = new Appearance(preferences, this::keepPreferences);
        FileDialogs dialogs = new FileDialogs(stage, preferences);
        files = new FileActions(dialogs, bench, preferences, worker, banners::tell, banners::warn, this::preferencesChanged);
        run = new RunActions(bench);
        room = new PlaygroundRoom(bench, run, files, thumbnails, banners::warn, failures, known);
        room.onColumns(new ColumnsSheet(stage, bench, worker, banners::warn)::open);
        links = new PlaygroundLinks(bench, files, room.outputView(), banners);
        notices = new Notices(bench, banners, run);
        films = new FilmActions(bench, dialogs, banners::tell, banners::warn, failures);
        NetworkExports exports = new NetworkExports(bench, dialogs, worker, banners::tell, banners::warn, failures);
        pictures = new PictureActions(bench, dialogs, thumbnails, banners::tell, banners::warn, failures,
                new PictureWishes(preferences, this::preferencesChanged));
        CurveActions curves = new CurveActions(bench, dialogs, worker, banners::tell, banners::warn);
        bars = new WindowBars(bench, run, topBar, settings, films, banners::tell);
        bench.onBack(() -> backToNewest = true);
        presenting = new Presenting(stage, bench, run, preferences, appearance, worker, banners::warn, failures, this::setAway);
        files.setLessons(this::openLesson);
        views = new RoomViews(new Tools(bench, files, dialogs, folder, worker, banners, failures), path, room, bars, settings,
                preferences, this::preferencesChanged, presenting, kept::keepWaiting, this::mark);
        Rooms rooms = views.rooms();
        pictures.setScreen(views.content());
        pictures.setViews(views::pictures);
        rail = new Rail(room.panels(), views::enter, views::showStart, this::showSettings);
        keeping = new Keeping(bench, keeper::keep, () -> rooms.current().name().toLowerCase(Locale.ROOT),
                kept::heldBytes);
        probe = new EngineProbe(engines.available(), settings::showEngines, failures::report);
        ZoomPane root = new ZoomPane(content());
        scene = new Scene(root, 1280, 800);
        appearance.dress(scene, root);
        failures.setTeller(error -> Platform.runLater(() -> banners.warn(
                Texts.get("window.failed", error.getClass().getSimpleName(), folder.path()))));
        failures.setAnnouncer(sentence -> Platform.runLater(() -> banners.warn(sentence)));
        topBar.setListener(new BarActions(views::undo, views::redo, files, links, pictures, curves, run, presenting, rooms::current, exports::export,
                this::switchTheme, this::help));
        settings.setListener(new Settings());
        bench.onChange(this::documentChanged);
        bench.pinned().onChange(() -> keeping.changed(System.nanoTime()));
        // When to stop belongs to what is being done now, not to the experiment.
        bench.onOpen(() -> settings.setStop(StopCondition.NEVER));
        bench.onOpen(views::leaveStart);
        files.onData(views::leaveStart);
        bench.onOpen(() -> {
            if (readsDigits(bench.came())) {
                rooms.become(Rooms.Room.DIGITS); // what comes trained is there to be drawn for
            }
        });
        Shortcuts.install(scene, stage, files, exports::export, run, room, views::undo, views::redo, appearance, this::help,
                presenting, rooms::current, views::take);
        scene.addEventHandler(KeyEvent.ANY, views::takeElsewhere);
        escape = LastEscape.install(scene, stage, banners);
        links.install(scene);
        drops.install(scene, files::openAny, links::open);
        if (opening.before() != null) {
            kept.setAside(opening.before());
            bench.open(opening.place());
        }
        Experiment began = bench.experiment();
        boolean goesOn = opening.place().progress() != null;
        worker.execute(() -> {
            beginTrained(began, goesOn);
            Place waited = kept.waited(opening.waits());
            if (waited != null) {
                Platform.runLater(() -> rooms.await(waited));
            }
            kept.offerLeft(files::open);
        });
    }

    private static boolean readsDigits(Place place) {
        return place.weights() != null && place.progress() == null
                || place.progress() != null && DigitReader.suits(place.document().experiment());
    }

    /// An experiment that comes with weights begins with them.
    ///
    /// @param goesOn whether it does not begin, but goes on where its training stood
    private void beginTrained(Experiment experiment, boolean goesOn) {
        float[] weights = ShippedWeights.of(experiment);
        if (weights != null) {
            Platform.runLater(() -> {
                if (bench.experiment().equals(experiment) && goesOn) {
                    bench.comesWith(weights);
                } else if (bench.experiment().equals(experiment)) {
                    bench.beginTrained(weights);
                    views.showImages();
                    views.rooms().become(Rooms.Room.DIGITS);
                }
            });
        }
    }

    private void showSettings() {
        SettingsSheet.show(stage, appearance, preferences, keeper::keepPreferences, folder, FileManager::show, reopen);
    }

    private void help() {
        HelpSheet.show(stage, views.isAtStart() ? HelpPage.FILES : HelpPage.of(views.rooms().current()), appearance.isDark());
    }

    private void mark(Rooms.@Nullable Room shown, boolean panels) {
        rail.show(shown, panels);
    }

    /// @param action what opens the window anew, for what it takes up only then
    void onReopen(Runnable action) {
        reopen = action;
    }

    boolean isAtStart() {
        return views.isAtStart();
    }

    /// Goes from the start screen to the room.
    void leaveStart() {
        views.leaveStart();
    }

    void show() {
        recall();
        appearance.themeProperty().subscribe(this::showTheme);
        showFiles();
        showDocument();
        enterRoom();
        if (opening.home()) {
            views.showStart();
        }
        onFirstFrame(() -> {
            keeping.changed(System.nanoTime());
            worker.execute(this::readExamples);
        });
        stage.getIcons().setAll(IntStream.of(ICONS).mapToObj(size -> new Image(
                String.valueOf(MainWindow.class.getResource("icons/crescent-" + size + ".png")), true)).toList());
        if (stage.isShowing()) {
            // As showing a window does by itself: views have to know their sizes before the first frame.
            Scene shown = stage.getScene();
            scene.getRoot().applyCss();
            scene.getRoot().resize(shown.getWidth(), shown.getHeight());
            scene.getRoot().layout();
        }
        stage.setScene(scene);
        stage.setFullScreenExitHint("");
        stage.show();
        if (opening.link() != null) {
            links.show(opening.link());
        }
        if (!opening.news().isEmpty()) {
            banners.tell(opening.news());
        }
        if (!opening.remark().isEmpty()) {
            banners.warn(opening.remark());
        } else if (bench.canUndo()) {
            banners.tell(Texts.get("window.workKept"), List.of(new Banner.Action(Texts.get("window.bringBack"), bench::undo)));
        } else if (desk.crashed()) {
            Progress progress = opening.place().progress();
            banners.tell(progress == null || progress.step() == 0 ? Texts.get("window.crashed")
                    : Texts.get("window.crashedTrained", TimelineBar.epochText(progress.epoch())));
        }
        timer.start();
    }

    /// The room that the window was in when it was closed, if it can show what is on the bench; the digit room for a file with a
    /// trained reader of digits.
    private void enterRoom() {
        if (opening.room().isEmpty() && !opening.home() && readsDigits(opening.place())) {
            views.rooms().become(Rooms.Room.DIGITS);
            return;
        }
        String name = opening.room().toUpperCase(Locale.ROOT);
        Arrays.stream(Rooms.Room.values()).filter(room -> room.name().equals(name)
                && (room != Rooms.Room.DIGITS || DigitReader.suits(bench.experiment()))).findFirst().ifPresent(views.rooms()::become);
    }

    Workbench bench() {
        return bench;
    }

    RoomViews views() {
        return views;
    }

    /// Presents a lesson of the user's own.
    void openLesson(Path file) {
        presenting.open(file, files::remember);
    }

    /// What gives the window to a talk.
    Presenting presenting() {
        return presenting;
    }

    /// How it looks, to be seen and changed.
    Appearance appearance() {
        return appearance;
    }

    /// Hides the window and stops drawing it while training goes on, or shows it again.
    boolean setDrawn(boolean drawn) {
        if (drawn) {
            stage.show();
            timer.start();
        } else {
            timer.stop();
            stage.hide();
        }
        return drawn;
    }

    /// Nobody sees the window's own content while a talk has it.
    private void setAway(boolean away) {
        if (away) {
            timer.stop();
            remember(); // before the window is as large as the screen
        } else {
            timer.start();
            views.afterTalk();
            keeper.keepPreferences();
        }
    }

    /// Remembers the window and ends everything it started.
    void close() {
        boolean unfinished = !bench.document().isSaved(bench.progress());
        end();
        if (!desk.isFirst() && !unfinished) {
            desk.autosave().clear();
        }
        desk.close();
    }

    /// Likewise, but all that is on the bench stays for the next window at this desk.
    void leave() {
        end();
        desk.close();
    }

    private void end() {
        if (presenting.isOn()) {
            presenting.end();
        } else {
            remember();
        }
        timer.stop();
        keeping.keep(System.nanoTime());
        closed = true;
        appearance.close();
        escape.close();
        thumbnails.shutdownNow();
        films.close();
        views.close();
        probe.close();
        bench.close();
        Keeper.end(worker);
        keeper.close();
    }

    /// Keeps what there is, when the system ends the program and leaves a moment for it. Called by any thread.
    void endNow() {
        if (!closed) {
            keeping.keep(System.nanoTime());
            keeper.close();
            desk.close();
        }
    }

    private StackPane content() {
        Scroller scroller = new Scroller(views.content());
        scroller.widthProperty().subscribe(width -> room.panels().setRoom(width.doubleValue()));
        BorderPane right = new BorderPane(scroller);
        right.setTop(bars.above());
        right.setBottom(bars.below());
        BorderPane all = new BorderPane(new StackPane(right, banners));
        all.setLeft(rail);
        all.getStyleClass().add("window");
        all.widthProperty().subscribe(width -> {
            boolean wide = width.doubleValue() >= WIDE_FROM;
            // Not within a layout: what gets another style class there is painted without any style for a frame.
            Platform.runLater(() -> {
                rail.setNamed(wide);
                bars.setWide(wide);
            });
        });
        StackPane whole = new StackPane(all, drops);
        whole.setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        return whole;
    }

    private void frame(long now) {
        Snapshot snapshot = bench.trainer().latest();
        views.rooms().frame(snapshot);
        record(snapshot);
        bars.frame(snapshot, views.rooms().current() != Rooms.Room.DIGITS && !views.isAtStart(), now);
        views.frame(now);
        banners.setFoot(views.foot());
        banners.setTimeline(bars.below().isVisible() ? bars.below().getHeight() : 0);
        if (snapshot != null && snapshot.running() && !wasRunning) {
            boolean suggested = notices.suggests();
            banners.clear();
            kept.remind();
            if (suggested) {
                notices.remind();
            }
        }
        notices.show(); // after the clearing: what is told in the frame in which training starts must stay
        wasRunning = snapshot != null && snapshot.running();
        keeping.frame(System.nanoTime());
        if (bench.document().countsTraining() && bench.isSaved() != wasSaved) {
            showDocument();
        }
        if (backToNewest) {
            backToNewest = false;
            banners.tell(Texts.get("timeline.back"));
        }
    }

    /// Keeps the run's moments and its path, whichever room is shown.
    private void record(@Nullable Snapshot newest) {
        Playhead playhead = bench.playhead();
        if (playhead.see(newest) && newest != null) {
            path.comeBack(playhead.timeline().moments(), newest);
        } else {
            path.see(newest);
        }
    }

    /// Calls once when the window's first picture is out, which it is at the second pulse.
    void onFirstFrame(Runnable action) {
        new AnimationTimer() {
            private boolean again;

            @Override
            public void handle(long now) {
                if (again) {
                    stop();
                    if (!worker.isShutdown()) {
                        action.run();
                    }
                }
                again = true;
            }
        }.start();
    }

    private void documentChanged() {
        views.documentChanged();
        banners.pass();
        showDocument();
        keeping.changed(System.nanoTime());
    }

    private void showDocument() {
        Document document = bench.document();
        wasSaved = bench.isSaved();
        Path file = document.file();
        String title = Titles.of(document);
        String state = wasSaved ? file == null ? "" : Texts.get("window.saved")
                : Texts.get(file == null ? "window.unsaved" : "window.edited");
        topBar.showDocument(title, state, bench.canUndo(), bench.canRedo());
        stage.setTitle((wasSaved ? "" : CHANGED) + Texts.get("window.title", title));
        Fit.Target target = room.target();
        settings.show(document.experiment(), target.task(), target.classes());
        views.showImages();
    }

    private void readExamples() {
        presenting.readTour();
        List<TopBar.Example> found = Examples.read();
        Platform.runLater(() -> {
            examples = found;
            showFiles();
            views.showLessons();
        });
    }

    private void preferencesChanged() {
        showFiles();
        keeper.keepPreferences();
    }

    private void showFiles() {
        topBar.showFiles(preferences.recent(), examples);
    }

    private void keepPreferences() {
        keeper.keepPreferences();
    }

    private void switchTheme() {
        appearance.setDark(!appearance.isDark());
    }

    private void showTheme(Theme theme) {
        views.setTheme(theme);
        bars.setTheme(theme);
        pictures.setTheme(theme);
    }

    private void recall() {
        WindowPlace.recall(stage, preferences);
        topBar.speedProperty().set(preferences.number("speed", WATCHABLE, 0, 1));
        room.recall(preferences);
    }

    private void remember() {
        WindowPlace.remember(stage, preferences);
        preferences.setNumber("speed", topBar.speedProperty().get());
        room.remember(preferences);
    }

    /// What the settings bar's menus do.
    private final class Settings implements SettingsBar.Listener {
        @Override
        public void experimentChanged(Experiment next, String what) {
            bench.change(next, what, true);
        }

        @Override
        public void browseWanted() {
            views.browseImages();
        }

        @Override
        public void enginesWanted() {
            probe.ask();
        }

        @Override
        public void engineRaceWanted() {
            views.raceEngines();
        }

        @Override
        public void stopChanged(StopCondition condition) {
            run.stopAt(condition);
        }
    }
}
