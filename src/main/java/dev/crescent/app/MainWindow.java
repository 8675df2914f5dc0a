package dev.crescent.app;

import dev.crescent.data.digits.Drawing;
import dev.crescent.data.download.RemoteImages;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.export.WholeFile;
import dev.crescent.train.Engines;
import dev.crescent.train.Progress;
import dev.crescent.train.Snapshot;
import dev.crescent.train.StopCondition;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.SettingsBar;
import dev.crescent.ui.bars.TimelineBar;
import dev.crescent.ui.bars.TopBar;
import dev.crescent.ui.start.Lesson;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.Scroller;
import dev.crescent.ui.zoom.ZoomPane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window: bars, rail and room around one workbench.
final class MainWindow {
    /// The speed slider's first place: slow enough to see a boundary bend, about 1,000 steps a second.
    private static final double WATCHABLE = 0.59;

    /// The experiment that the digit room begins with.
    private static final String DIGITS = "digits";
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
    private final FileDialogs dialogs;
    private final UserFolder folder;
    private final Failures failures;
    private @Nullable DigitsRoom digits; // null until it is entered
    private @Nullable DescentRoom descent; // likewise
    private @Nullable EngineRoom engineRoom; // likewise
    private boolean racingEngines; // whether that is shown, over the room
    private final StartRoom start;
    private boolean atStart; // likewise
    private final EngineProbe probe;
    private final RunPath path = new RunPath();
    private final Rooms rooms;
    private final Autosave waiting;
    private volatile String keepProblem = ""; // why the work cannot be kept; empty while it is
    private final ImageChoices choices;
    private final StackPane shownRoom = new StackPane();
    private final TopBar topBar = new TopBar();
    private final SettingsBar settings = new SettingsBar();
    private final FilmActions films;
    private final PictureActions pictures;
    private final WindowBars bars;
    private boolean backToNewest; // whether the user is to be told that the newest moment is shown again
    private final Banners banners = new Banners();
    private final Rail rail;
    private final Drops drops = new Drops();
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
    private int imagesShown;
    private List<TopBar.Example> examples = List.of();

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
        Autosave autosave = desk.autosave();
        this.keeper = new Keeper(work -> keep(work, autosave), preferences::write);
        this.opening = opening;
        this.appearance = new Appearance(preferences, this::keepPreferences);
        bench = new Workbench(Objects.requireNonNullElse(opening.before(), opening.place()), engines, failures::report);
        FileDialogs dialogs = new FileDialogs(stage, preferences);
        files = new FileActions(dialogs, bench, preferences, worker,
                banners::warn, this::preferencesChanged);
        run = new RunActions(bench);
        room = new PlaygroundRoom(bench, run, files, thumbnails, banners::warn, failures, known);
        links = new PlaygroundLinks(bench, files, room.outputView(), banners);
        this.dialogs = dialogs;
        this.folder = folder;
        this.failures = failures;
        rooms = new Rooms(bench, this::showRoom, read -> files.example(DIGITS, read), this::keepWaiting);
        this.waiting = desk.waiting();
        keeping = new Keeping(bench, keeper::keep, () -> rooms.current().name().toLowerCase(Locale.ROOT), autosave::heldBytes);
        choices = new ImageChoices(bench, files, () -> files.example(DIGITS, this::openTrained));
        notices = new Notices(bench, banners, run);
        films = new FilmActions(bench, dialogs, banners::tell, banners::warn, failures);
        NetworkExports exports = new NetworkExports(bench, dialogs, worker, banners::tell, banners::warn, failures);
        pictures = new PictureActions(bench, dialogs, thumbnails, banners::tell, banners::warn, failures,
                new PictureWishes(preferences, this::preferencesChanged));
        CurveActions curves = new CurveActions(bench, dialogs, worker, banners::tell, banners::warn);
        bars = new WindowBars(bench, run, topBar, settings, films, banners::tell);
        bench.onBack(() -> backToNewest = true);
        start = new StartRoom(new StartDoors(), files, preferences, worker, banners::warn, this::preferencesChanged, this::lessons,
                this::presentTour, failures);
        rail = new Rail(room.panels(), next -> {
            leaveEngines();
            leaveStart();
            rooms.enter(next);
        }, this::showStart, this::showSettings);
        probe = new EngineProbe(engines.available(), settings::showEngines, failures::report);
        ZoomPane root = new ZoomPane(content());
        scene = new Scene(root, 1280, 800);
        appearance.dress(scene, root);
        failures.setTeller(error -> Platform.runLater(() -> banners.warn(
                Texts.get("window.failed", error.getClass().getSimpleName(), folder.path()))));
        failures.setAnnouncer(sentence -> Platform.runLater(() -> banners.warn(sentence)));
        presenting = new Presenting(stage, bench, run, preferences, appearance, worker, banners::warn, failures,
                this::setAway);
        files.setLessons(presenting::open);
        topBar.setListener(new BarActions(this::undo, this::redo, files, links, pictures, curves, run, presenting, rooms::current, exports::export,
                this::switchTheme, this::help));
        settings.setListener(new Settings());
        bench.onChange(this::documentChanged);
        // When to stop belongs to what is being done now, not to the experiment.
        bench.onOpen(() -> settings.setStop(StopCondition.NEVER));
        bench.onOpen(this::leaveStart);
        bench.onOpen(() -> {
            if (bench.lastDeed() instanceof Deed.Opened opened && readsDigits(opened.after())) {
                rooms.become(Rooms.Room.DIGITS); // what comes trained is there to be drawn for
            }
        });
        Shortcuts.install(scene, stage, files, exports::export, run, room, this::undo, this::redo, appearance, this::help,
                presenting, rooms::current, this::takenInRoom);
        scene.addEventHandler(KeyEvent.ANY, event -> {
            if (digits != null && rooms.current() == Rooms.Room.DIGITS && !racingEngines && !atStart) {
                digits.keyElsewhere(event);
            }
        });
        links.install(scene);
        drops.install(scene, files::openAny, links::open);
        if (opening.before() != null) {
            bench.open(opening.place());
        }
        Experiment began = bench.experiment();
        boolean goesOn = opening.place().progress() != null;
        worker.execute(() -> {
            beginTrained(began, goesOn);
            Place waited = found(waiting, engines);
            if (waited != null) {
                Place place = waited.withShipped();
                Platform.runLater(() -> rooms.await(place));
            }
            desk.left().ifPresent(path -> offerWork(new Autosave(path), engines));
        });
    }

    private static boolean readsDigits(Place place) {
        return place.weights() != null && place.progress() == null
                || place.progress() != null && DigitReader.suits(place.document().experiment());
    }

    /// What was kept there; null if nothing was, or if it cannot be put on the bench, which the user is told.
    private @Nullable Place found(Autosave kept, Engines engines) {
        Opening found = Opening.waiting(kept, engines);
        if (found == null) {
            return null;
        }
        if (!found.remark().isEmpty()) {
            Platform.runLater(() -> banners.warn(found.remark()));
        }
        return found.problem().isEmpty() ? found.place() : null;
    }

    /// Of a window that has gone.
    private void offerWork(Autosave left, Engines engines) {
        Place found = found(left, engines);
        if (found == null) {
            return;
        }
        Place place = found.withShipped();
        Platform.runLater(() -> banners.suggest(Texts.get("window.leftWork", Titles.of(place.document())),
                List.of(new Banner.Action(Texts.get("window.openWork"), () -> bench.open(place)))));
    }

    /// On a thread for files. The user is told where it cannot be kept, and when it can be again.
    private void keep(Work work, Autosave autosave) {
        boolean before = keepProblem.isEmpty();
        try {
            autosave.write(work);
            keepProblem = "";
            if (!before) {
                Platform.runLater(() -> banners.tell(Texts.get("window.keptAgain")));
            }
        } catch (IOException e) {
            keepProblem = Texts.get("window.notKept", folder.path(), Sentences.local(WholeFile.reason(folder.path(), e)));
            if (before) {
                Logs.warning("The unsaved experiment cannot be kept", e);
                Platform.runLater(() -> banners.warn(keepProblem));
            }
        }
    }

    /// What waits for its room is kept as what is on the bench is.
    private void keepWaiting(@Nullable Place place) {
        if (!worker.isShutdown()) {
            worker.execute(() -> {
                if (place == null) {
                    waiting.clear();
                } else {
                    keep(new Work(place.document(), place.stands(), ""), waiting);
                }
            });
        }
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
                    showImages();
                    rooms.become(Rooms.Room.DIGITS);
                }
            });
        }
    }

    /// Made when it is entered first: who comes for points does not wait for it.
    private DigitsRoom digits() {
        DigitsRoom made = digits;
        if (made == null) {
            made = new DigitsRoom(bench, new CpuEngine(), files, room.downloads(), dialogs, folder, worker, banners::warn,
                    banners::tell, failures);
            made.setTheme(appearance.theme());
            digits = made;
        }
        return made;
    }

    /// The network that comes trained, on the digits that are on the bench.
    private void openTrained(Place place) {
        Data data = bench.experiment().data();
        bench.open(DigitReader.suits(bench.experiment()) && !Workbench.isOfClothes(data.source())
                ? new Place(Document.shipped(place.document().experiment().withData(data)), null, place.weights()) : place);
    }

    private void showSettings() {
        SettingsSheet.show(stage, appearance, preferences, keeper::keepPreferences, folder);
    }

    private void help() {
        HelpSheet.show(stage, atStart ? HelpPage.FILES : HelpPage.of(rooms.current()), appearance.isDark());
    }

    /// Takes back what was done last, on the pad if the keyboard is there.
    private void undo() {
        if (atStart) {
            start.undo();
        } else if (digits == null || !digits.undo()) {
            bench.undo();
        }
    }

    private void redo() {
        if (atStart) {
            start.redo();
        } else if (digits == null || !digits.redo()) {
            bench.redo();
        }
    }

    /// Keys that mean something else in the room that is shown.
    private boolean takenInRoom(KeyEvent event) {
        if (atStart) {
            return start.take(event);
        }
        if (racingEngines && engineRoom != null) {
            return engineRoom.take(event);
        }
        return switch (rooms.current()) {
            case PLAYGROUND -> event.getCode() == KeyCode.ESCAPE && room.shrink() || room.take(event);
            case DIGITS -> false;
            case DESCENT -> descent().take(event);
        };
    }

    private DescentRoom descent() {
        DescentRoom made = descent;
        if (made == null) {
            made = new DescentRoom(bench, path, failures, this::showTransport);
            made.setTheme(appearance.theme());
            descent = made;
        }
        return made;
    }

    /// Shows the race of the engines in the place of the room.
    private void raceEngines() {
        if (racingEngines) {
            return;
        }
        EngineRoom made = engineRoom;
        if (made == null) {
            made = new EngineRoom(bench, failures, this::leaveEngines);
            made.setTheme(appearance.theme());
            engineRoom = made;
        }
        leaveRoom();
        racingEngines = true;
        shownRoom.getChildren().setAll(made.content());
        showTransport();
        made.enter();
    }

    private void leaveRoom() {
        switch (rooms.current()) {
            case PLAYGROUND -> room.leave();
            case DIGITS -> digits().leave();
            case DESCENT -> descent().leave();
        }
    }

    /// Shows the start screen in the place of the room.
    private void showStart() {
        if (!atStart) {
            leaveEngines();
            leaveRoom();
            atStart = true;
            shownRoom.getChildren().setAll(start.content());
            rail.show(null);
            showTransport();
            start.enter(bench.experiment());
        }
    }

    void leaveStart() {
        if (atStart) {
            atStart = false;
            start.leave();
            showRoom(rooms.current());
        }
    }

    private void leaveEngines() {
        if (racingEngines) {
            showRoom(rooms.current());
        }
    }

    private void showRoom(Rooms.Room next) {
        if (atStart) {
            return; // it is shown when the user leaves the start screen
        }
        if (racingEngines && engineRoom != null) {
            racingEngines = false;
            engineRoom.leave();
        }
        if (next == Rooms.Room.DIGITS) {
            bench.playhead().live(); // that room has no timeline
        }
        shownRoom.getChildren().setAll(switch (next) {
            case PLAYGROUND -> room.panels();
            case DIGITS -> digits().content();
            case DESCENT -> descent().content();
        });
        rail.show(next);
        if (next != Rooms.Room.PLAYGROUND) {
            room.leave();
        }
        settings.showForImages(next == Rooms.Room.DIGITS);
        if (digits != null && next != Rooms.Room.DIGITS) {
            digits.leave();
        }
        if (descent != null && next != Rooms.Room.DESCENT) {
            descent.leave();
        }
        switch (next) {
            case PLAYGROUND -> {}
            case DIGITS -> {
                digits().enter();
                showImages();
            }
            case DESCENT -> descent().enter();
        }
        showTransport();
    }

    /// What is run in the descent room has the bars.
    private void showTransport() {
        bars.setShown(!atStart);
        if (atStart) {
            bars.showRoom(null, List.of());
            return;
        }
        if (racingEngines && engineRoom != null) {
            bars.showRoom(null, engineRoom.transport());
            return;
        }
        boolean down = rooms.current() == Rooms.Room.DESCENT;
        bars.showRoom(down ? descent().bar() : null, down ? descent().transport() : List.of());
    }

    void show() {
        recall();
        appearance.themeProperty().subscribe(this::showTheme);
        showFiles();
        showDocument();
        enterRoom();
        if (opening.home()) {
            showStart();
        }
        onFirstFrame(() -> {
            keeping.changed(System.nanoTime());
            worker.execute(this::readExamples);
        });
        for (int size : ICONS) {
            stage.getIcons().add(new Image(String.valueOf(MainWindow.class.getResource("icons/crescent-" + size + ".png")),
                    true));
        }
        if (stage.isShowing()) {
            // As showing a window does by itself: views have to know their sizes before the first frame.
            Scene shown = stage.getScene();
            scene.getRoot().applyCss();
            scene.getRoot().resize(shown.getWidth(), shown.getHeight());
            scene.getRoot().layout();
        }
        stage.setScene(scene);
        stage.setFullScreenExitHint("");
        stage.setMinWidth(WindowPlace.LEAST_WIDTH);
        stage.setMinHeight(WindowPlace.LEAST_HEIGHT);
        stage.show();
        if (opening.link() != null) {
            links.show(opening.link());
        }
        if (!opening.remark().isEmpty()) {
            banners.warn(opening.remark());
        } else if (bench.canUndo()) {
            banners.tell(Texts.get("window.workKept"));
        } else if (desk.crashed()) {
            Progress progress = opening.place().progress();
            banners.tell(progress == null || progress.step() == 0 ? Texts.get("window.crashed")
                    : Texts.get("window.crashedTrained", TimelineBar.epochText(progress.epoch())));
        }
        timer.start();
    }

    /// The room that the window was in when it was closed, if it can show what is on the bench.
    private void enterRoom() {
        String name = opening.room().toUpperCase(Locale.ROOT);
        Arrays.stream(Rooms.Room.values()).filter(room -> room.name().equals(name)
                && (room != Rooms.Room.DIGITS || DigitReader.suits(bench.experiment()))).findFirst().ifPresent(rooms::become);
    }

    Workbench bench() {
        return bench;
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
            start.showLessons();
            keeper.keepPreferences();
        }
    }

    /// Remembers the window and ends everything it started.
    void close() {
        if (presenting.isOn()) {
            presenting.end();
        } else {
            remember();
        }
        timer.stop();
        boolean unfinished = !bench.document().isSaved(bench.progress());
        keeping.keep(System.nanoTime());
        closed = true;
        appearance.close();
        thumbnails.shutdownNow();
        films.close();
        room.close();
        if (digits != null) {
            digits.close();
        }
        if (descent != null) {
            descent.close();
        }
        if (engineRoom != null) {
            engineRoom.close();
        }
        start.close();
        probe.close();
        bench.close();
        Keeper.end(worker);
        keeper.close();
        if (!desk.isFirst() && !unfinished) {
            desk.autosave().clear();
        }
        desk.close();
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
        shownRoom.getChildren().setAll(room.panels());
        Scroller scroller = new Scroller(shownRoom);
        scroller.widthProperty().subscribe(width -> room.panels().setRoom(width.doubleValue()));
        BorderPane right = new BorderPane(new StackPane(scroller, banners));
        right.setTop(bars.above());
        right.setBottom(bars.below());
        BorderPane all = new BorderPane(right);
        all.setLeft(rail);
        all.getStyleClass().add("window");
        all.widthProperty().subscribe(width -> {
            boolean wide = width.doubleValue() >= WIDE_FROM;
            rail.setNamed(wide);
            bars.setWide(wide);
        });
        StackPane whole = new StackPane(all, drops);
        whole.setMinSize(LEAST_WIDTH, LEAST_HEIGHT);
        return whole;
    }

    private void frame(long now) {
        Snapshot snapshot = bench.trainer().latest();
        rooms.frame(snapshot);
        record(snapshot);
        bars.frame(snapshot, rooms.current() != Rooms.Room.DIGITS && !atStart, now);
        if (atStart) {
            start.frame(now);
        } else if (racingEngines && engineRoom != null) {
            engineRoom.frame();
        } else {
            frameOfRoom(now);
        }
        if (snapshot != null && snapshot.running() && !wasRunning) {
            banners.clear();
            if (!keepProblem.isEmpty()) {
                banners.warn(keepProblem);
            }
        }
        notices.show(); // after the clearing: what is told in the frame in which training starts must stay
        wasRunning = snapshot != null && snapshot.running();
        keeping.frame(System.nanoTime());
        if (bench.document().holdsTraining() && bench.isSaved() != wasSaved) {
            showDocument();
        }
        if (backToNewest) {
            backToNewest = false;
            banners.tell(Texts.get("timeline.back"));
        }
    }

    private void frameOfRoom(long now) {
        switch (rooms.current()) {
            case PLAYGROUND -> room.frame(now);
            case DIGITS -> {
                digits().frame(now);
                if (digits().imageCount() != imagesShown) {
                    showImages();
                }
            }
            case DESCENT -> descent().frame(now);
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
        if (engineRoom != null && engineRoom.isOutdated()) {
            leaveEngines();
        }
        if (atStart && start.isOutdated(bench.experiment())) {
            leaveStart();
        }
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
        stage.setTitle(Texts.get("window.title", title));
        Fit.Target target = room.target();
        settings.show(document.experiment(), target.task(), target.classes());
        showImages();
    }

    private void showImages() {
        DigitsRoom shown = digits;
        if (shown == null) {
            return; // the bar has no network and data to show yet
        }
        imagesShown = shown.imageCount();
        shown.setNetwork(choices.network());
        settings.showImages(choices.network(), choices.networks(), choices.set(), choices.sets(),
                Texts.get("set.browse", imagesShown));
    }

    private List<Lesson> lessons() {
        return presenting.lessons();
    }

    private void presentTour(int scene) {
        presenting.tour(scene);
    }

    private void readExamples() {
        presenting.readTour();
        List<TopBar.Example> found = Examples.read();
        Platform.runLater(() -> {
            examples = found;
            showFiles();
            start.showLessons();
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
        room.setTheme(theme);
        if (digits != null) {
            digits.setTheme(theme);
        }
        if (descent != null) {
            descent.setTheme(theme);
        }
        if (engineRoom != null) {
            engineRoom.setTheme(theme);
        }
        start.setTheme(theme);
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

    /// The ways from the start screen.
    private final class StartDoors implements StartRoom.Doors {
        @Override
        public void leave() {
            leaveStart();
        }

        @Override
        public void race() {
            descent().showFunction(StartPictures.RACED);
            leaveStart();
            rooms.enter(Rooms.Room.DESCENT);
        }

        @Override
        public void digits(Drawing drawn) {
            leaveStart();
            rooms.enter(Rooms.Room.DIGITS);
            if (!drawn.isEmpty()) {
                MainWindow.this.digits().take(drawn);
            }
        }
    }

    /// What the settings bar's menus do.
    private final class Settings implements SettingsBar.Listener {
        @Override
        public void experimentChanged(Experiment next, String what) {
            bench.change(next, what, true);
        }

        @Override
        public void browseWanted() {
            digits().browse();
        }

        @Override
        public void enginesWanted() {
            probe.ask();
        }

        @Override
        public void engineRaceWanted() {
            raceEngines();
        }

        @Override
        public void stopChanged(StopCondition condition) {
            run.stopAt(condition);
        }
    }
}
