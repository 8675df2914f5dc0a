package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.insight.step.DenseStack;
import dev.crescent.insight.step.Figures;
import dev.crescent.insight.step.LensStep;
import dev.crescent.insight.step.Phase;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import dev.crescent.ui.lens.LensStrip;
import dev.crescent.ui.network.NetworkView;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.points.OutputPanel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// One training step under the lens: of the sample nearest to the pinned place, or of the next mini-batch. While it is
/// open training stands still, but for the steps that are taken from here. All methods run on the JavaFX thread.
final class StepLens implements LensStrip.Listener, AutoCloseable {
    private final Workbench bench;
    private final RunActions run;
    private final NetworkView network;
    private final LensStrip strip;
    private final OutputPanel output;
    private final PlanePresenter plane;
    private final BooleanProperty open;
    private final StepLensWorker worker;

    private boolean pausing; // training has been asked to stand still, and may not have heard it yet
    private boolean focuses; // as soon as it is to be seen
    private int wanted = StepLensWorker.BATCH;
    private Wish.@Nullable Place before; // what was pinned
    private @Nullable Snapshot shown;
    private StepLensWorker.@Nullable Question asked;
    private @Nullable StepWalk walk; // null until there is a step
    private double @Nullable [] foretold; // parameters after the step that is being taken
    private long takes; // that step's number
    private String arrived = ""; // how close they came

    /// @param open whether the strip is seen
    StepLens(Workbench bench, RunActions run, NetworkView network, LensStrip strip, OutputPanel output, PlanePresenter plane,
            BooleanProperty open, Consumer<Throwable> onFailure) {
        this.bench = bench;
        this.run = run;
        this.network = network;
        this.strip = strip;
        this.output = output;
        this.plane = plane;
        this.open = open;
        this.worker = new StepLensWorker(onFailure);
        strip.setListener(this);
    }

    /// Opens the lens, or says why there is nothing to look at; or closes it.
    void toggle() {
        if (open.get()) {
            closeWanted();
            return;
        }
        Snapshot latest = bench.trainer().latest();
        if (latest == null) {
            return;
        }
        Optional<String> refusal = DenseStack.refusal(bench.experiment().model(), latest.dataset().inputShape());
        if (refusal.isPresent()) {
            network.refuse(refusal.get());
            return;
        }
        before = plane.pinned();
        Wish.Place pinned = before;
        wanted = pinned == null ? StepLensWorker.BATCH : nearest(latest.dataset(), pinned);
        pausing = latest.running();
        bench.backToNewest();
        run.pause();
        asked = null;
        walk = null;
        foretold = null;
        arrived = "";
        shown = null;
        strip.say("");
        open.set(true);
    }

    @Override
    public void closeWanted() {
        if (!open.get()) {
            return;
        }
        open.set(false);
        network.showLens(null);
        walk = null;
        shown = null;
        pin(before);
    }

    /// A picture of the network with what is written on it, and of the formulas; none while nothing is under the lens.
    List<ShownView> pictures() {
        Snapshot of = shown;
        LensStrip.Shown seen = strip.shown();
        return !open.get() || of == null || seen == null ? List.of()
                : List.of(new ShownView("lens", colors -> LensSheet.of(of, seen, colors)));
    }

    /// Looks at the newest snapshot, once a frame.
    void frame(Snapshot latest) {
        if (!open.get()) {
            return;
        }
        if (latest.running()) {
            if (!pausing) {
                closeWanted();
            }
            return;
        }
        pausing = false;
        if (focuses && strip.isVisible()) {
            focuses = false;
            strip.requestFocus(); // the arrow keys are the lens's from the start
        }
        Optional<String> refusal = DenseStack.refusal(bench.experiment().model(), latest.dataset().inputShape());
        if (refusal.isPresent()) {
            closeWanted();
            network.refuse(refusal.get());
            return;
        }
        if (bench.has(latest)) {
            follow(latest);
        }
    }

    private void follow(Snapshot latest) {
        Snapshot last = shown;
        if (last != null && last.dataset() != latest.dataset()) {
            wanted = StepLensWorker.BATCH;
            before = null;
        }
        shown = latest;
        StepLensWorker.Question question = new StepLensWorker.Question(latest, wanted);
        if (!question.equals(asked)) {
            asked = question;
            worker.ask(question);
        }
        StepLensWorker.Answer answer = worker.take();
        if (answer != null && answer.question().equals(asked)) {
            show(answer);
        }
    }

    private void show(StepLensWorker.Answer answer) {
        LensStep step = answer.step();
        if (step == null) {
            walk = null;
            network.showLens(null);
            strip.say(Sentences.local(answer.sentence()));
            return;
        }
        Snapshot of = answer.question().snapshot();
        double[] next = foretold;
        boolean taken = next != null && of.step() == takes && next.length <= of.parameters().length;
        arrived = next == null || !taken ? "" : Texts.get("step.arrived", Numbers.fixed((double) of.step(), 0),
                Numbers.inText(Figures.brief(miss(next, of.parameters()))));
        foretold = null;
        StepWalk now = walk;
        if (now == null) {
            walk = new StepWalk(step);
            focuses = true;
        } else {
            now.go(step, taken);
        }
        refresh();
        pinSample();
    }

    private static double miss(double[] next, float[] reached) {
        double miss = 0;
        for (int i = 0; i < next.length; i++) {
            miss = Math.max(miss, Math.abs(next[i] - reached[i]));
        }
        return miss;
    }

    private void refresh() {
        StepWalk now = walk;
        Snapshot of = shown;
        if (now == null || of == null) {
            return;
        }
        boolean ofBatch = wanted == StepLensWorker.BATCH;
        String about = ofBatch ? Texts.get("step.ofBatch", Numbers.fixed(of.step() + 1.0, 0))
                : Texts.get("step.ofSample", Numbers.fixed(wanted + 1, 0));
        LensStrip.Shown next = new LensStrip.Shown(now.step(), now.sample(), now.at(), now.focus(), about, ofBatch,
                of.dataset().plane() != null, caption(now, of, ofBatch));
        strip.show(next);
        network.showLens(next.marks());
    }

    private String caption(StepWalk now, Snapshot of, boolean ofBatch) {
        int last = now.step().depth() - 1;
        return switch (now.phase()) {
            case Phase.Sample _ -> arrived.isEmpty() ? Texts.get("step.says.sample", Numbers.fixed(now.step().sample(now.sample()) + 1, 0))
                    + random(of) : arrived;
            case Phase.Forward forward -> Texts.get(forward.layer() == last && last > 0 ? "step.says.output" : "step.says.forward");
            case Phase.Loss _ -> Texts.get("step.says.loss");
            case Phase.Backward backward -> Texts.get(!now.focus().isUnit() ? "step.says.gradient"
                    : backward.layer() == last ? "step.says.backOutput" : "step.says.backward");
            case Phase.Update _ -> Texts.get(ofBatch ? "step.says.update" : "step.says.updateOne");
        };
    }

    /// Dropout and noise are those of this very step.
    private static String random(Snapshot of) {
        boolean any = of.experiment().model() instanceof Model.Network model && model.layers().stream()
                .anyMatch(layer -> layer instanceof Layer.Dropout || layer instanceof Layer.Noise);
        return any ? " " + Texts.get("step.says.random") : "";
    }

    /// Marks the sample that is looked at in the field and in every unit.
    private void pinSample() {
        StepWalk now = walk;
        Snapshot of = shown;
        if (now != null && of != null && of.dataset().plane() != null) {
            float[] raw = of.dataset().train().raw();
            int sample = now.step().sample(now.sample());
            pin(new Wish.Place(raw[2 * sample], raw[2 * sample + 1]));
        }
    }

    private void pin(Wish.@Nullable Place place) {
        if (place == null) {
            output.view().clearPin();
        } else {
            output.view().showPin(place.x1(), place.x2());
        }
        plane.pin(place);
    }

    /// A place in the field was chosen: the sample nearest to it is looked at.
    ///
    /// @return whether that was the lens's to do
    boolean pinned(double x1, double x2) {
        Snapshot of = shown;
        if (!open.get() || of == null || of.dataset().train().count() == 0) {
            return false;
        }
        wanted = nearest(of.dataset(), new Wish.Place(x1, x2));
        return true;
    }

    /// The training sample nearest to a place; the next mini-batch where there is none.
    private static int nearest(Dataset data, Wish.Place place) {
        if (data.plane() == null) {
            return StepLensWorker.BATCH;
        }
        int best = StepLensWorker.BATCH;
        double least = Double.POSITIVE_INFINITY;
        float[] raw = data.train().raw();
        for (int i = 0; i < data.train().count(); i++) {
            double distance = Math.hypot(raw[2 * i] - place.x1(), raw[2 * i + 1] - place.x2());
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    /// A unit, a link or a bias was clicked.
    void picked(int column, int unit, int from) {
        StepWalk now = walk;
        if (now != null) {
            now.pick(column - 1, unit, from);
            refresh();
        }
    }

    @Override
    public void phaseWanted(int number) {
        StepWalk now = walk;
        if (now != null) {
            now.goTo(number);
            refresh();
        }
    }

    @Override
    public void sampleWanted(int by) {
        StepWalk now = walk;
        if (now != null && now.step().count() > 1) {
            now.goToSample(now.sample() + by);
            refresh();
            pinSample();
        }
    }

    @Override
    public void batchWanted(boolean next) {
        StepWalk now = walk;
        if (now != null) {
            wanted = next ? StepLensWorker.BATCH : now.step().sample(now.sample());
        }
    }

    @Override
    public void takeWanted() {
        StepWalk now = walk;
        Snapshot of = shown;
        if (now != null && of != null && wanted == StepLensWorker.BATCH && foretold == null) {
            takes = of.step() + 1;
            foretold = now.step().next();
            run.step();
        }
    }

    /// Takes a key before the rest of the window does.
    ///
    /// @return whether the key was the lens's to take
    boolean take(KeyEvent event) {
        StepWalk now = walk;
        if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
            return false;
        }
        return switch (event.getCode()) {
            case L -> {
                toggle();
                yield true;
            }
            case ESCAPE -> {
                boolean was = open.get();
                closeWanted();
                yield was;
            }
            default -> open.get() && now != null && isOurs(event) && walkBy(event, now);
        };
    }

    private boolean walkBy(KeyEvent event, StepWalk now) {
        switch (event.getCode()) {
            case RIGHT -> now.goTo(now.at() + 1);
            case LEFT -> now.goTo(now.at() - 1);
            case HOME -> now.goTo(0);
            case END -> now.goTo(Integer.MAX_VALUE);
            case DOWN -> now.nextUnit(1);
            case UP -> now.nextUnit(-1);
            case PAGE_DOWN -> now.nextLink(1);
            case PAGE_UP -> now.nextLink(-1);
            case PERIOD -> sampleWanted(1);
            case COMMA -> sampleWanted(-1);
            case ENTER -> {
                if (!now.isLast() || event.getTarget() instanceof ButtonBase button && !strip.isForward(button)) {
                    return false;
                }
                takeWanted();
            }
            default -> {
                return false;
            }
        }
        refresh();
        return true;
    }

    /// Sliders, menus and the field have arrow keys of their own.
    private boolean isOurs(KeyEvent event) {
        for (Node node = event.getTarget() instanceof Node target ? target : null; node != null; node = node.getParent()) {
            if (node == strip || node == network) {
                return true;
            }
            if (node == output || node instanceof Control && !(node instanceof ButtonBase)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        worker.close();
    }
}
