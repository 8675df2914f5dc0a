package dev.crescent.app;

import dev.crescent.lesson.Beat;
import dev.crescent.lesson.Lesson;
import dev.crescent.lesson.Pace;
import dev.crescent.train.Command;
import dev.crescent.train.Engines;
import dev.crescent.train.Notice;
import dev.crescent.train.Snapshot;
import dev.crescent.train.StopCondition;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.lesson.StageControls;
import dev.crescent.ui.lesson.StageView;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.ZoomPane;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// A talk on stage: scene after scene, each on a bench of its own, so that what is on the window's bench stays as it is.
/// A scene begins at its start, with its own seeds, however often it is shown. All methods run on the JavaFX thread.
final class Presentation implements AutoCloseable {
    /// What the stage is laid out for; on a larger screen all of it is larger.
    private static final double DESIGN_WIDTH = 1280;
    private static final double DESIGN_HEIGHT = 720;
    /// Nothing on a stage is smaller than 18 pixels, which in a window are 12.
    private static final double LEAST_ZOOM = 1.5;
    /// What would be rounded to all of them.
    private static final double ALL_BUT = 0.995;
    private static final long READOUT_NANOS = 200_000_000;
    /// The time in which a second digit still belongs to the number of a scene.
    private static final long DIGIT_NANOS = 1_000_000_000;

    private final Lesson lesson;
    private final StageBenches benches;
    private final Failures failures;
    private final IntConsumer onShown;
    private final Runnable onEnd;
    private final StageView view = new StageView(new Controls());
    private final ZoomPane root = new ZoomPane(view);
    private final Scene scene = new Scene(root, DESIGN_WIDTH, DESIGN_HEIGHT);
    private final FrameLoop timer = new FrameLoop(this::frame);
    private Theme theme;
    private int number;
    private int beatNumber;
    private @Nullable Beat on; // what is on stage
    private List<StageShot> shots = List.of();
    private @Nullable Workbench seenOf; // whose first moment was seen
    private boolean running;
    private long readAt;
    private int typed; // the first digit of a scene's number; 0 for none
    private long typedAt;

    /// @param theme that it begins in
    /// @param files one thread for files
    /// @param onShown told the number of each scene that is shown to its end
    /// @param onEnd called when the speaker wants the window back
    Presentation(Lesson lesson, Theme theme, Engines engines, Executor files, Failures failures, IntConsumer onShown, Runnable onEnd) {
        this.lesson = lesson;
        this.theme = theme;
        this.benches = new StageBenches(engines, files, failures);
        this.failures = failures;
        this.onShown = onShown;
        this.onEnd = onEnd;
        root.zoomProperty().bind(scene.heightProperty().map(height ->
                Math.max(LEAST_ZOOM, height.doubleValue() / DESIGN_HEIGHT)));
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// The bench of what is on stage; null before the first scene.
    @Nullable Workbench bench() {
        return benches.current();
    }

    /// Whether what is on stage runs.
    boolean isRunning() {
        return running;
    }

    /// What the stage shows, to be put into a window.
    Scene scene() {
        return scene;
    }

    /// Begins with a scene.
    ///
    /// @param first what its bench begins with; null for the scene's own start
    void begin(int sceneNumber, @Nullable Place first) {
        benches.setFirst(first);
        theme.apply(scene);
        view.setTheme(theme);
        go(Math.clamp(sceneNumber, 0, lesson.scenes().size() - 1), 0);
        timer.start();
    }

    private Beat beat() {
        return lesson.scenes().get(number).beats().get(beatNumber);
    }

    private void go(int nextNumber, int nextBeat) {
        number = nextNumber;
        beatNumber = nextBeat;
        Beat next = beat();
        Beat before = on;
        boolean goesOn = before != null && bench() != null && before.experiment().equals(next.experiment());
        boolean paced = goesOn && runner() == null && before != null && before.pace().equals(next.pace());
        if (!goesOn) {
            closeShots();
            benches.open(next);
        }
        stage(next);
        // Another camera looks at the same run, whether that trains or waits. A race is the picture's own.
        if (!paced || runner() != null) {
            pace(next.pace());
        }
        if (nextBeat == lesson.scenes().get(nextNumber).beats().size() - 1) {
            onShown.accept(nextNumber);
        }
    }

    private void stage(Beat next) {
        on = next;
        closeShots();
        Workbench of = bench();
        shots = of == null ? List.of() : StageShots.of(next, of, failures);
        List<StageView.Framed> framed = new ArrayList<>();
        for (int i = 0; i < shots.size(); i++) {
            shots.get(i).setTheme(theme);
            framed.add(new StageView.Framed(shots.get(i).content(), next.camera().shots().get(i).share(), shots.get(i).bleeds()));
        }
        view.setBlack(false);
        view.setKeysShown(false);
        view.showProblem("");
        view.show(framed);
        view.showCaption(next.caption());
        view.showReadout("");
        view.showProgress(number, lesson.scenes().size());
    }

    /// The beat that the next key shows; null at the end.
    private @Nullable Beat following() {
        List<Beat> here = lesson.scenes().get(number).beats();
        return beatNumber + 1 < here.size() ? here.get(beatNumber + 1)
                : number + 1 < lesson.scenes().size() ? lesson.scenes().get(number + 1).beats().getFirst() : null;
    }

    private void prepareNext() {
        Beat next = following();
        if (next != null && !next.experiment().equals(beat().experiment())) {
            benches.prepare(next);
        }
    }

    private void pace(Pace pace) {
        Workbench of = bench();
        if (of == null) {
            return;
        }
        of.setSpeed(pace.stepsPerSecond());
        of.trainer().send(new Command.StopAt(pace.epochs() == 0 ? StopCondition.NEVER : new StopCondition(pace.epochs(), 0, 0)));
        run(pace.autoStart());
    }

    /// Runs what the scene shows: a race, or training.
    private void run(boolean on) {
        running = on;
        StageShot own = runner();
        Workbench of = bench();
        if (own != null) {
            own.run(on);
        } else if (of != null) {
            of.trainer().send(on ? new Command.Go() : new Command.Pause());
        }
    }

    /// The shot that runs by itself; null if what runs is training.
    private @Nullable StageShot runner() {
        return shots.stream().filter(StageShot::runsItself).findFirst().orElse(null);
    }

    void next() {
        if (leaveDark()) {
            return;
        }
        if (beatNumber + 1 < lesson.scenes().get(number).beats().size()) {
            go(number, beatNumber + 1);
        } else if (number + 1 < lesson.scenes().size()) {
            go(number + 1, 0);
        }
    }

    void back() {
        if (leaveDark()) {
            return;
        }
        if (beatNumber > 0) {
            go(number, beatNumber - 1);
        } else if (number > 0) {
            go(number - 1, 0);
        }
    }

    /// From black, the next key brings back what was there, as the speaker left it.
    private boolean leaveDark() {
        boolean black = view.isBlack();
        view.setBlack(false);
        return black;
    }

    /// Whatever has happened, the scene begins anew as it did at first, and nothing lies over it.
    void startOver() {
        view.setSpotlight(false);
        on = null;
        go(number, 0);
    }

    private void frame(long now) {
        Workbench of = bench();
        Snapshot newest = of == null ? null : of.trainer().latest();
        if (newest != null && seenOf != of) {
            seenOf = of;
            prepareNext();
        }
        String problem = of == null || newest != null ? "" : problem(of.trainer().notice());
        view.showProblem(problem);
        if (!view.isBlack()) {
            shots.forEach(shot -> shot.frame(newest, now));
        }
        StageShot own = runner();
        if (own != null) {
            running = own.isRunning();
        } else if (!problem.isEmpty()) {
            running = false;
        } else if (newest != null && of != null && of.trainer().notice() != null && !newest.running()) {
            running = false;
        }
        view.showRunning(running);
        if (newest != null && on != null && on.camera().readout()) {
            showReadout(newest, now);
        }
    }

    /// Not as often as it changes, unless curves beside it say the same: two numbers for one thing would be a riddle.
    private void showReadout(Snapshot newest, long now) {
        Snapshot drawn = shots.stream().map(StageShot::inNumbers).filter(Objects::nonNull).findFirst().orElse(null);
        if (drawn != null || now - readAt >= READOUT_NANOS) {
            readAt = now;
            view.showReadout(readout(drawn == null ? newest : drawn));
        }
    }

    /// Why a scene does not begin, in the language of the window; empty if it may yet.
    private static String problem(@Nullable Notice notice) {
        return notice != null && (notice.kind() == Notice.Kind.REFUSED || notice.kind() == Notice.Kind.FAILED)
                ? Sentences.local(notice.text()) : "";
    }

    private static String readout(Snapshot of) {
        String epoch = Numbers.fixed(Math.floor(of.epoch()), 0);
        double accuracy = Double.isNaN(of.test().accuracy()) ? of.train().accuracy() : of.test().accuracy();
        if (Double.isNaN(accuracy)) {
            return Texts.get("stage.epoch", epoch);
        }
        return Double.isNaN(of.test().accuracy()) ? Texts.get("stage.training", epoch, percent(accuracy))
                : Texts.get("stage.accuracies", epoch, percent(of.train().accuracy()), percent(accuracy));
    }

    /// Whole percents, but no mistake is rounded away.
    static String percent(double accuracy) {
        return accuracy < 1 && accuracy >= ALL_BUT ? Numbers.percent(Math.floor(1000 * accuracy) / 1000, 1)
                : Numbers.percent(accuracy, 0);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (view.isBlack() && onlyWakes(event.getCode())) {
            leaveDark();
            event.consume();
        } else if (shots.stream().anyMatch(shot -> shot.take(event)) || take(event.getCode())) {
            event.consume();
        }
    }

    /// Whether a key brings back what was there and does nothing else, since nobody would see what it does.
    private static boolean onlyWakes(KeyCode key) {
        return switch (key) {
            case ESCAPE, HOME, R, B, PERIOD, DECIMAL -> false;
            default -> !key.isDigitKey() && !key.isModifierKey();
        };
    }

    /// The keys of clickers are among them: Page Up and Page Down, the period for black, F5 to begin.
    private boolean take(KeyCode key) {
        switch (key) {
            case RIGHT, KP_RIGHT, DOWN, KP_DOWN, SPACE, PAGE_DOWN, N -> next();
            case LEFT, KP_LEFT, UP, KP_UP, BACK_SPACE, PAGE_UP -> back();
            case HOME, R -> startOver();
            case P, ENTER -> run(!running);
            case B, PERIOD, DECIMAL -> view.setBlack(!view.isBlack());
            case L, S -> view.setSpotlight(!view.isSpotlight());
            case T -> switchTheme();
            case F1, H -> view.setKeysShown(!view.isKeysShown());
            case ESCAPE -> {
                if (view.isKeysShown()) {
                    view.setKeysShown(false);
                } else {
                    onEnd.run();
                }
            }
            case F5 -> { }
            default -> {
                return jump(key);
            }
        }
        return true;
    }

    /// A scene by its number, of one digit or of two that follow each other.
    private boolean jump(KeyCode key) {
        if (!key.isDigitKey()) {
            return false;
        }
        int digit = key.getChar().charAt(0) - '0';
        if (key.getName().length() > 1) {
            digit = key.getName().charAt(key.getName().length() - 1) - '0';
        }
        long now = System.nanoTime();
        int both = typed > 0 && now - typedAt < DIGIT_NANOS ? 10 * typed + digit : digit;
        int wanted = both <= lesson.scenes().size() ? both : digit;
        typed = wanted;
        typedAt = now;
        if (wanted >= 1 && wanted <= lesson.scenes().size()) {
            on = null;
            go(wanted - 1, 0);
        }
        return true;
    }

    private void switchTheme() {
        theme = theme.other();
        theme.apply(scene);
        view.setTheme(theme);
        shots.forEach(shot -> shot.setTheme(theme));
    }

    private void closeShots() {
        shots.forEach(StageShot::close);
        shots = List.of();
    }

    @Override
    public void close() {
        timer.stop();
        closeShots();
        benches.close();
    }

    /// What is clicked while the mouse moves.
    private final class Controls implements StageControls.Listener {
        @Override
        public void backWanted() {
            back();
        }

        @Override
        public void nextWanted() {
            next();
        }

        @Override
        public void runWanted() {
            run(!running);
        }

        @Override
        public void againWanted() {
            startOver();
        }

        @Override
        public void spotlightWanted() {
            view.setSpotlight(!view.isSpotlight());
        }

        @Override
        public void blackWanted() {
            view.setBlack(!view.isBlack());
        }

        @Override
        public void themeWanted() {
            switchTheme();
        }

        @Override
        public void keysWanted() {
            view.setKeysShown(!view.isKeysShown());
        }

        @Override
        public void endWanted() {
            onEnd.run();
        }
    }
}
