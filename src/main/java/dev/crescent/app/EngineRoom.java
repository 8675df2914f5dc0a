package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.insight.engines.Effort;
import dev.crescent.insight.engines.EngineRace;
import dev.crescent.insight.engines.MeasureThread;
import dev.crescent.insight.engines.RaceFinding;
import dev.crescent.insight.engines.SizeFinding;
import dev.crescent.insight.engines.SizeStudy;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.ShippedTitles;
import dev.crescent.ui.Texts;
import dev.crescent.ui.engines.EnginesView;
import dev.crescent.ui.picture.Sheet;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The race of the engines on what is on the bench, over the room from which it was asked for. Training waits meanwhile.
/// All methods run on the JavaFX thread.
final class EngineRoom implements AutoCloseable {
    private static final String SIZES_FILE = "engines";
    private static final double RACE_WIDTH = 1040;
    private static final double RACE_HEAD = 150;
    private static final double RACE_LANE = 76;
    private static final double SIZES_WIDTH = 1040;
    private static final double SIZES_HEIGHT = 480;

    private final Workbench bench;
    private final Runnable leave;
    private final Failures failures;
    private final MeasureThread thread;
    private final EnginesView view = new EnginesView();
    private long asked; // counts what is measured
    private long race; // which of those is the race, or was the last
    private @Nullable Experiment raced;
    private boolean awaited; // whether the race is to begin as soon as training rests
    private boolean racing;
    private boolean measuring;

    /// @param failures told of errors in the program itself
    /// @param leave called when the user wants to go back
    EngineRoom(Workbench bench, Failures failures, Runnable leave) {
        this.bench = bench;
        this.failures = failures;
        this.leave = leave;
        this.thread = new MeasureThread(failures::report);
        view.setListener(new Input());
    }

    Region content() {
        return view;
    }

    /// What runs the race, for the bar on top.
    List<Node> transport() {
        return view.transport();
    }

    /// Pictures of what is measured so far.
    List<ShownView> pictures() {
        List<ShownView> all = new ArrayList<>();
        if (view.isRaced()) {
            all.add(new ShownView("engine-race", colors -> new Sheet(Texts.get("engines.title"), view.subject(), "",
                    view.raceAgain(colors), RACE_WIDTH, RACE_HEAD + RACE_LANE * bench.engines().available().size())));
        }
        if (view.isMeasured()) {
            all.add(new ShownView("engine-sizes", SIZES_FILE, colors -> new Sheet(Texts.get("engines.sizes"),
                    view.sizesSubject(), "", view.sizesAgain(colors), SIZES_WIDTH, SIZES_HEIGHT)));
        }
        return all;
    }

    void setTheme(Theme theme) {
        view.setTheme(Palette.of(theme));
    }

    /// It is shown from now on, and the race begins.
    void enter() {
        awaitRace();
    }

    /// It is not shown any more.
    void leave() {
        stop();
    }

    /// Whether something else is on the bench by now than what races.
    boolean isOutdated() {
        return !bench.experiment().equals(raced);
    }

    void frame() {
        Snapshot latest = bench.trainer().latest();
        // Training that still goes on would slow down what is measured first.
        if (awaited && latest != null && !latest.running() && latest.experiment().equals(bench.experiment())) {
            begin(latest.experiment(), latest.dataset());
        }
        MeasureThread.News news = thread.take();
        if (news == null) {
            return;
        }
        boolean current = news.number() == asked;
        switch (news.finding()) {
            case RaceFinding found when news.number() == race -> {
                racing &= !(current && news.over());
                showRunning();
                view.showRace(found);
            }
            case SizeFinding found -> {
                measuring &= !(current && news.over());
                showRunning();
                view.showSizes(found);
            }
            case RaceFinding _ -> { } // of a race that was given up
        }
    }

    /// Space begins the race or stops it, Escape goes back. What trains otherwise does nothing here.
    boolean take(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case ESCAPE -> leave.run();
            case SPACE -> raceOrStop();
            case S, R -> { }
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        thread.close();
    }

    private void raceOrStop() {
        if (racing) {
            stop();
        } else {
            awaitRace();
        }
    }

    private void awaitRace() {
        stop();
        awaited = true;
        racing = true;
        Experiment experiment = bench.experiment();
        raced = experiment;
        view.showSubject(Texts.get("engines.subject", ShippedTitles.local(experiment.title()), structure(experiment),
                Numbers.exact(experiment.training().batchSize())));
        showRunning();
        view.showRace(RaceFinding.waiting(bench.engines().available().stream().map(Engine::id).toList()));
    }

    private void begin(Experiment experiment, Dataset dataset) {
        awaited = false;
        race = ++asked;
        List<Engine> engines = bench.engines().available();
        thread.ask(race, () -> new EngineRace(experiment, dataset, engines, Effort.RACE, failures::report));
    }

    private void measure() {
        stop();
        measuring = true;
        List<Engine> engines = bench.engines().available();
        thread.ask(++asked, () -> new SizeStudy(engines, Effort.SIZES, failures::report));
        showRunning();
    }

    private void stop() {
        awaited = false;
        racing = false;
        measuring = false;
        thread.stop();
        showRunning();
    }

    private void showRunning() {
        view.showRunning(racing, measuring);
    }

    /// The units of its layers with weights, as in "6-4-2".
    private static String structure(Experiment experiment) {
        return experiment.model() instanceof Model.Network network
                ? network.layers().stream().filter(Layer.Weighted.class::isInstance).map(EngineRoom::units)
                        .collect(Collectors.joining("-"))
                : experiment.model().id();
    }

    private static String units(Layer layer) {
        return switch (layer) {
            case Layer.Dense dense -> String.valueOf(dense.units());
            case Layer.Maxout maxout -> String.valueOf(maxout.units());
            case Layer.Conv conv -> conv.filters() + "@" + conv.kernel() + "\u00d7" + conv.kernel();
            case Layer.MaxPool _, Layer.Dropout _, Layer.Noise _, Layer.BatchNorm _, Layer.Flatten _ -> "";
        };
    }

    /// What the user does.
    private final class Input implements EnginesView.Listener {
        @Override
        public void racePressed() {
            raceOrStop();
        }

        @Override
        public void measurePressed() {
            if (measuring) {
                stop();
            } else {
                measure();
            }
        }

        @Override
        public void closePressed() {
            leave.run();
        }
    }
}
