package dev.crescent.app;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Task;
import dev.crescent.insight.race.Finish;
import dev.crescent.insight.race.RaceMoment;
import dev.crescent.insight.race.RaceTerms;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.ShippedTitles;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.NetworkRaceBar;
import dev.crescent.ui.bars.RacerForm;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A race of optimizers on the network of the bench: the same network, start and mini-batches for all of them.
///
/// The race runs on a thread of its own, as far as frames let it: each says up to which step. What it was at the last frame
/// is shown, or in a replay what it was at an earlier step.
final class RaceDescent implements DescentPart {
    /// A frame that took longer is made up for by no more than this, in seconds.
    private static final double LONGEST_FRAME = 0.1;
    private static final Finish USUAL = Finish.atLoss(0.08);
    /// Of squared errors, which are small numbers.
    private static final Finish USUAL_OF_VALUES = Finish.atLoss(0.01);

    private final Workbench bench;
    private final RaceEntries entries = new RaceEntries();
    private final RaceDriver race;
    private final RaceLandscape landscape;
    private final RaceLanes lanes;
    private final NetworkRaceBar bar = new NetworkRaceBar();
    private final RaceViews views = new RaceViews(this::restart);
    private final RacerForm form = new RacerForm();
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);

    private @Nullable Snapshot seen; // the bench's newest
    private Finish finish = USUAL;
    private boolean ownFinish;
    private @Nullable Long ownSeed; // null for that of the network on the bench
    private boolean outdated; // whether the race is of another network than that on the bench
    private boolean dirty = true;
    private long before; // of the frame before; 0 for none
    private double pace; // steps a second that were set for it; 0 for what the bar says

    /// @param failures told of errors in the program itself
    RaceDescent(Workbench bench, Failures failures) {
        this.bench = bench;
        this.race = new RaceDriver(bench.engines(), failures::report);
        this.landscape = new RaceLandscape(views, bench.engines(), failures);
        this.lanes = new RaceLanes(failures);
        bar.setListener(new BarInput());
        views.race().setListener(this::openForm);
        views.bindSelected(selected);
        selected.subscribe(() -> dirty = true);
        views.showNothing("");
    }

    /// Runs at this pace, whatever the bar says.
    void setPace(double stepsPerSecond) {
        pace = stepsPerSecond;
    }

    /// Only the landscape in 3-D, to be shown without all else.
    Region surface() {
        return views.surface();
    }

    List<RaceEntries.Entry> entries() {
        return entries.all();
    }

    /// Whether there is a race.
    boolean canRun() {
        return race.newest() != null && race.refusal().isEmpty();
    }

    boolean isRunning() {
        return race.isRunning();
    }

    void run(boolean on) {
        race.run(on);
        bar.showRunning(on);
        dirty = true;
    }

    private double stepsPerSecond() {
        return pace > 0 ? pace : bar.stepsPerSecond();
    }

    @Override
    public Region bar() {
        return bar;
    }

    @Override
    public List<Node> transport() {
        return bar.transport();
    }

    @Override
    public Region content() {
        return views.content();
    }

    @Override
    public List<ShownView> pictures() {
        RaceMoment now = race.shown();
        return now == null ? List.of() : views.pictures(new DescentSheets("",
                () -> ShippedTitles.local(now.terms().experiment().title()), this::caption));
    }

    private String caption() {
        RaceMoment now = race.shown();
        return now == null ? "" : Texts.get("picture.step", Numbers.exact(now.step()));
    }

    @Override
    public void setTheme(Palette colors) {
        views.setTheme(colors);
    }

    @Override
    public void enter() {
        before = 0;
        dirty = true;
        landscape.forget();
    }

    @Override
    public void leave() {
        race.run(false);
        race.replay(false);
        bar.showRunning(false);
        form.close();
        landscape.rest();
    }

    @Override
    public void close() {
        form.close();
        race.close();
        landscape.close();
        lanes.close();
    }

    @Override
    public void frame(long now) {
        double elapsed = before == 0 ? 0 : Math.clamp((now - before) / 1e9, 0, LONGEST_FRAME);
        before = now;
        followBench();
        dirty |= race.frame(elapsed, stepsPerSecond());
        RaceMoment newest = race.newest();
        RaceMoment shown = race.shown();
        if (newest != null && shown != null) {
            landscape.spare(Double.isInfinite(stepsPerSecond()));
            landscape.frame(newest, entries.all(), race.isRunning(), race.head(), now);
            dirty |= lanes.frame(shown, now);
        }
        if (dirty) {
            refresh();
        }
    }

    /// A race that was not begun is of what is on the bench; one that was stays what it is until somebody restarts it.
    private void followBench() {
        Snapshot newest = bench.trainer().latest();
        if (newest == null || newest == seen) {
            return;
        }
        seen = newest;
        RaceTerms there = terms(newest);
        RaceTerms own = race.terms();
        if (own != null && (race.isBegun() || own.isLike(there))) {
            showOutdated(!own.isLike(there));
        } else {
            begin(there);
        }
    }

    private void showOutdated(boolean next) {
        dirty |= next != outdated;
        outdated = next;
        views.showOutdated(next);
    }

    private RaceTerms terms(Snapshot of) {
        RaceTerms own = new RaceTerms(of.experiment(), of.dataset());
        return ownSeed == null ? own : own.withStart(ownSeed);
    }

    private static long seed(Experiment of) {
        return of.model() instanceof Model.Network network ? network.seed() : 0;
    }

    /// Opens a race at its start.
    private void begin(RaceTerms next) {
        boolean classes = next.dataset().task() == Task.CLASSIFICATION;
        if (!ownFinish || finish.measure() == Finish.Measure.ACCURACY && !classes) {
            ownFinish = false;
            finish = classes ? USUAL : USUAL_OF_VALUES;
        }
        entries.suit(next.experiment().seesImages());
        landscape.forget();
        showOutdated(false);
        bar.showFinish(finish, classes);
        bar.showStart(seed(next.experiment()), seen == null ? 0 : seed(seen.experiment()));
        race.begin(next, entries.entrants(), finish);
        dirty = true;
    }

    private void runOrPause() {
        run(!race.isRunning());
    }

    /// Begins anew with what is on the bench.
    private void restart() {
        Snapshot now = seen;
        if (now != null) {
            begin(terms(now));
        }
    }

    /// Others race than before.
    private void change() {
        if (race.refusal().isEmpty()) {
            landscape.forget();
            race.enter(entries.entrants());
        } else {
            restart();
        }
        dirty = true;
    }

    private void refresh() {
        dirty = false;
        bar.showRunning(race.isRunning());
        bar.showRoom(entries.all().size() < RaceEntries.MOST);
        RaceMoment newest = race.newest();
        RaceMoment now = race.shown();
        bar.showReplay(race.isReplaying(), newest != null && newest.step() > 0);
        if (newest == null || now == null) {
            if (!race.refusal().isEmpty()) {
                landscape.clear();
                views.showNothing(race.refusal());
            }
            return;
        }
        String about = race.isReplaying()
                ? Texts.get("networkRace.replayed", Numbers.exact(now.step()), Numbers.exact(newest.step()))
                : outdated ? Texts.get("networkRace.outdated") : RaceStandings.subject(now);
        views.show(now, about, entries.all(), lanes.fields(), selected.get());
    }

    private void openForm(int index, Node beside) {
        form.open(beside, entries.all().get(index).optimizer(), entries.all().size() > 1, new FormInput(index));
    }

    /// The room's keys: Space runs or pauses, S takes a step, R begins anew, P replays.
    @Override
    public boolean take(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()
                || event.getTarget() instanceof TextInputControl) {
            return false;
        }
        switch (event.getCode()) {
            case SPACE -> runOrPause();
            case S -> race.step();
            case R -> restart();
            case ESCAPE -> {
                return form.dismiss();
            }
            case P -> race.replay(!race.isReplaying());
            default -> {
                return false;
            }
        }
        dirty = true;
        return true;
    }

    /// What the user does in the bar.
    private final class BarInput implements NetworkRaceBar.Listener {
        @Override
        public void finishChosen(Finish next) {
            finish = next;
            ownFinish = true;
            RaceTerms of = race.terms();
            bar.showFinish(next, of != null && of.dataset().task() == Task.CLASSIFICATION);
            race.judge(next);
        }

        @Override
        public void startChosen(long next) {
            ownSeed = seen != null && next == seed(seen.experiment()) ? null : (Long) next;
            restart();
        }

        @Override
        public void replaySwitched(boolean on) {
            race.replay(on);
            dirty = true;
        }

        @Override
        public void restartPressed() {
            restart();
        }

        @Override
        public void stepPressed() {
            race.step();
            dirty = true;
        }

        @Override
        public void runPressed() {
            runOrPause();
        }

        @Override
        public void optimizerAdded(Optimizer kind) {
            if (entries.all().size() < RaceEntries.MOST) {
                entries.add(kind);
                change();
            }
        }
    }

    /// What the user sets of one optimizer.
    private final class FormInput implements RacerForm.Listener {
        private final int index;

        FormInput(int index) {
            this.index = index;
        }

        @Override
        public Optimizer kindChosen(Optimizer kind) {
            Optimizer fitting = entries.usual(kind);
            entries.set(index, fitting, false);
            change();
            return fitting;
        }

        @Override
        public void changed(Optimizer next) {
            RaceEntries.Entry old = entries.all().get(index);
            entries.set(index, next, old.ownRate() || next.learningRate() != old.optimizer().learningRate());
            change();
        }

        @Override
        public void removed() {
            entries.remove(index);
            selected.set(-1);
            change();
        }
    }
}
