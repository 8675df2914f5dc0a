package dev.crescent.app;

import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.descent.Basins;
import dev.crescent.insight.descent.FormulaFunction;
import dev.crescent.insight.descent.PlaneFunction;
import dev.crescent.insight.descent.PlaneVector;
import dev.crescent.insight.descent.TestFunction;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.bars.FunctionBar;
import dev.crescent.ui.bars.RacerForm;
import dev.crescent.ui.landscape.MapTint;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.race.LensView;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Optimizers on a function of two variables: a race down it, seen from above and in 3-D, and each step under the lens.
final class FunctionDescent implements DescentPart {
    /// A frame that took longer is made up for by no more than this, in seconds.
    private static final double LONGEST_FRAME = 0.1;

    private final FunctionRace race = new FunctionRace();
    private final BasinWorker worker;
    private final FunctionBar bar = new FunctionBar();
    private final FunctionViews views = new FunctionViews();
    private final LensPresenter lens = new LensPresenter(views.lens());
    private final RacerForm form = new RacerForm();
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private Palette palette = Palette.of(Theme.LIGHT);
    private @Nullable Basins basins;
    private boolean wantsBasins;
    private boolean running;
    private boolean dirty = true;
    private long before; // of the frame before; 0 for none
    private double owed; // steps
    private int looked = FunctionRace.MOST; // whose steps are under the lens

    /// @param failures told of errors in the program itself
    FunctionDescent(Failures failures) {
        worker = new BasinWorker(failures::report);
        bar.setListener(new BarInput());
        views.lens().setListener(new LensInput());
        views.race().setListener(this::openForm);
        views.map().setListener((x, y) -> startAt(new PlaneVector(x, y)));
        new StartInput(views.map(), () -> race.function().region(), race::start, place -> {
            lens.finish();
            race.moveStart(place);
            dirty = true;
        });
        views.bindSelected(selected);
        selected.subscribe(index -> look(index.intValue()));
        showFunction();
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
        return views.pictures(race, this::tint);
    }

    @Override
    public void setTheme(Palette colors) {
        palette = colors;
        views.setTheme(colors);
        showTint();
        dirty = true;
    }

    @Override
    public void enter() {
        before = 0;
        dirty = true;
        ask();
    }

    @Override
    public void leave() {
        setRunning(false);
        form.close();
        bar.leave();
        worker.ask(new BasinWorker.Question(null, null));
    }

    @Override
    public void close() {
        form.close();
        bar.leave();
        worker.close();
    }

    @Override
    public void frame(long now) {
        takeAnswer();
        double elapsed = before == 0 ? 0 : Math.clamp((now - before) / 1e9, 0, LONGEST_FRAME);
        before = now;
        if (running) {
            owed += elapsed * bar.stepsPerSecond();
            int count = (int) owed;
            owed -= count;
            run(count);
        }
        if (dirty) {
            refresh();
        }
    }

    /// Takes up to so many steps; the race pauses when the last has arrived, and may be run on.
    private void run(int count) {
        boolean decided = race.isDecided();
        for (int i = 0; i < count && running; i++) {
            boolean moved = race.step();
            if (!moved || !decided && race.isDecided()) {
                setRunning(false);
            }
            dirty |= moved;
        }
    }

    private void refresh() {
        dirty = false;
        looked = Math.clamp(looked, 0, race.racers().size() - 1);
        Racer racer = race.racers().get(looked);
        lens.show(racer);
        bar.showRoom(race.racers().size() < FunctionRace.MOST);
        boolean drawn = selected.get() >= 0 || views.lens().isSlow();
        views.map().setForces(drawn ? lens.forces(racer) : null);
        if (!lens.isInStep()) {
            views.show(race, selected.get());
        }
    }

    private void setRunning(boolean next) {
        running = next;
        owed = 0;
        bar.showRunning(next);
        if (next) {
            lens.finish();
        }
    }

    private void startAt(PlaneVector place) {
        lens.finish();
        race.setStart(place);
        dirty = true;
    }

    private void step() {
        setRunning(false);
        lens.finish();
        race.step();
        lens.show(race.racers().get(looked));
        lens.finish();
        dirty = true;
    }

    private void look(int index) {
        if (index >= 0 && index < race.racers().size() && index != looked) {
            looked = index;
            lens.finish();
            ask();
        }
        dirty = true;
    }

    /// Shows a function, and begins anew on it if it was another one.
    void show(TestFunction wanted) {
        if (!wanted.equals(race.function())) {
            bar.showFunction(wanted);
            choose(wanted);
        }
    }

    /// Shows another function, and begins anew on it.
    private void choose(PlaneFunction next) {
        race.setFunction(next, next instanceof TestFunction known ? known.minima() : List.of());
        showFunction();
    }

    private void showFunction() {
        lens.finish();
        basins = null;
        views.showFunction(race);
        showTint();
        ask();
        dirty = true;
    }

    /// Asks for what is still to be computed of the function.
    private void ask() {
        basins = null;
        looked = Math.clamp(looked, 0, race.racers().size() - 1);
        Optimizer optimizer = wantsBasins ? race.racers().get(looked).optimizer() : null;
        worker.ask(new BasinWorker.Question(race.function(), optimizer));
        showTint();
    }

    private void takeAnswer() {
        BasinWorker.Answer answer = worker.take();
        if (answer == null || !race.function().equals(answer.question().function())) {
            return;
        }
        if (!answer.minima().equals(race.minima())) {
            race.setMinima(answer.minima());
            dirty = true;
        }
        if (answer.basins() != null && wantsBasins
                && race.racers().get(looked).optimizer().equals(answer.question().optimizer())) {
            basins = answer.basins();
            showTint();
        }
    }

    private void showTint() {
        views.showTint(tint(palette), wantsBasins ? race.racers().get(looked).name() : "");
    }

    /// The basins in the colors of a theme; null for none.
    private @Nullable MapTint tint(Palette in) {
        Basins known = wantsBasins ? basins : null;
        if (known == null) {
            return null;
        }
        int[] colors = new int[known.numbers().length];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = switch (known.numbers()[i]) {
                case Basins.NONE -> Palette.argb(in.fgSubtle());
                case Basins.LIMIT -> Palette.argb(in.border());
                default -> in.classArgb(known.numbers()[i]);
            };
        }
        return new MapTint(known.columns(), known.rows(), colors);
    }

    private void openForm(int index, Node beside) {
        form.open(beside, race.racers().get(index).optimizer(), race.racers().size() > 1, new FormInput(index));
    }

    /// The room's keys: Space runs, pauses or shows the next line of a slow step, S takes a step, R begins anew.
    @Override
    public boolean take(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()
                || event.getTarget() instanceof TextInputControl) {
            return false;
        }
        switch (event.getCode()) {
            case SPACE -> {
                if (views.lens().isSlow()) {
                    nextLine();
                } else {
                    setRunning(!running);
                }
            }
            case S -> step();
            case R -> restart();
            case ESCAPE -> {
                return form.dismiss();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void nextLine() {
        setRunning(false);
        lens.nextLine(race::step, race.racers().get(looked));
        dirty = true;
    }

    private void restart() {
        lens.finish();
        race.restart();
        dirty = true;
    }

    /// What the user does in the bar.
    private final class BarInput implements FunctionBar.Listener {
        @Override
        public void functionChosen(TestFunction chosen) {
            bar.showFunction(chosen);
            choose(chosen);
        }

        @Override
        public Optional<String> formulaTyped(String text) {
            try {
                PlaneFunction typed = FormulaFunction.parse(text);
                if (!typed.equals(race.function())) {
                    choose(typed);
                }
                return Optional.empty();
            } catch (InvalidSettingException e) {
                return Optional.of(Texts.get("function.wrong", Sentences.local(e.problem())));
            }
        }

        @Override
        public void restartPressed() {
            restart();
        }

        @Override
        public void stepPressed() {
            step();
        }

        @Override
        public void runPressed() {
            setRunning(!running);
        }

        @Override
        public void basinsSwitched(boolean shown) {
            wantsBasins = shown;
            ask();
        }

        @Override
        public void optimizerAdded(Optimizer kind) {
            if (race.racers().size() < FunctionRace.MOST) {
                race.add(kind);
                dirty = true;
            }
        }
    }

    /// What the user does at the lens.
    private final class LensInput implements LensView.Listener {
        @Override
        public void nextBallWanted() {
            selected.set((looked + 1) % race.racers().size());
        }

        @Override
        public void slowSwitched(boolean on) {
            setRunning(false);
            lens.finish();
            dirty = true;
        }

        @Override
        public void lineWanted() {
            nextLine();
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
            Optimizer fitting = UsualRates.with(race.function(), kind);
            set(fitting, false);
            return fitting;
        }

        @Override
        public void changed(Optimizer next) {
            boolean rate = next.learningRate() != race.racers().get(index).optimizer().learningRate();
            set(next, rate || race.racers().get(index).hasOwnRate());
        }

        private void set(Optimizer next, boolean ownRate) {
            lens.finish();
            race.set(index, next, ownRate);
            ask();
            dirty = true;
        }

        @Override
        public void removed() {
            lens.finish();
            race.remove(index);
            selected.set(-1);
            looked = index < looked ? looked - 1 : Math.min(looked, race.racers().size() - 1);
            ask();
            dirty = true;
        }
    }
}
