package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.data.digits.Centering;
import dev.crescent.insight.image.Counterfactual;
import dev.crescent.insight.image.Peak;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.ClassNames;
import dev.crescent.ui.digits.Neighbor;
import dev.crescent.ui.digits.WhyView;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows why the network reads the drawing as it does, as soon as each answer is there.
final class WhyPresenter implements AutoCloseable {
    /// While it trains the network is asked about the same drawing this often: the answers cost what training needs.
    private static final long PACE_NANOS = 500_000_000;
    private static final int PIXELS = Centering.SIDE * Centering.SIDE;

    private final WhyView view;
    private final WhyWorker worker;
    private int target = -1; // chosen by the user; below 0 for the second best
    private int targetFor = -1; // the winner that it was chosen against
    private int layer = -1;
    private WhyWorker.@Nullable Question asked;
    private WhyWorker.@Nullable Answer newest;
    private float[] ink = new float[0];
    private int winner;
    private long askedAt;
    private boolean excitingShown;

    WhyPresenter(WhyView view, WhyWorker worker) {
        this.view = view;
        this.worker = worker;
    }

    /// Gets what excites the units of a layer.
    interface Exciting {
        void found(Snapshot of, int layer, List<List<Peak>> peaks);
    }

    /// The class that the drawing is to be changed into.
    void wantTarget(int wanted) {
        target = wanted;
        targetFor = winner;
        asked = null;
    }

    /// The layer whose most exciting images are wanted; -1 for none.
    void wantExciting(int wanted) {
        layer = wanted;
        excitingShown = false;
        if (wanted >= 0) {
            asked = null;
        }
    }

    /// Nothing is drawn. Only the chosen layer's images are still of interest.
    void clear(Snapshot snapshot) {
        WhyWorker.Question before = asked;
        if (before != null && before.image().length == 0) {
            return;
        }
        ink = new float[0];
        newest = null;
        view.clear();
        WhyWorker.Question question = new WhyWorker.Question(snapshot, ink, -1, 1, layer);
        asked = question;
        worker.ask(question);
    }

    /// Asks why, if that was not asked yet of this drawing and network.
    ///
    /// @param image `[28][28]` ink
    void show(Snapshot snapshot, float[] image, DigitReader.Reading reading, double temperature) {
        WhyWorker.Question before = asked;
        winner = reading.winner();
        int wanted = target >= 0 && targetFor == winner && target != winner ? target : -1;
        if (before != null && before.target() == wanted && Arrays.equals(ink, image)
                && (isAnswerOf(before, snapshot, temperature)
                || snapshot.running() && (!isAnswered(before) || System.nanoTime() - askedAt < PACE_NANOS))) {
            return;
        }
        ink = image.clone();
        view.setImage(ink, Centering.SIDE, Centering.SIDE);
        view.setTarget(ClassNames.shown(snapshot.dataset().classNames()), wanted >= 0 ? wanted : second(reading.probabilities()));
        for (WhyView.Part part : WhyView.Part.values()) {
            view.computing(part);
        }
        WhyWorker.Question question = new WhyWorker.Question(snapshot, DigitReader.scaled(ink, snapshot.experiment()), wanted,
                temperature, layer);
        askedAt = System.nanoTime();
        asked = question;
        worker.ask(question);
    }

    private static boolean isAnswerOf(WhyWorker.Question question, Snapshot snapshot, double temperature) {
        return question.snapshot().parameters() == snapshot.parameters() && question.temperature() == temperature;
    }

    /// While training, the weights are others before the last answer is there; all of them would be cut short.
    private boolean isAnswered(WhyWorker.Question question) {
        WhyWorker.Answer answer = newest;
        return answer != null && answer.question() == question && answer.isWhole();
    }

    private static int second(float[] probabilities) {
        int best = -1;
        int second = -1;
        for (int k = 0; k < probabilities.length; k++) {
            if (best < 0 || probabilities[k] > probabilities[best]) {
                second = best;
                best = k;
            } else if (second < 0 || probabilities[k] > probabilities[second]) {
                second = k;
            }
        }
        return Math.max(0, second);
    }

    /// Shows what was found since the last frame.
    void frame() {
        WhyWorker.Answer answer = worker.take();
        if (answer == null || answer.question() != asked) {
            return;
        }
        newest = answer;
        if (answer.saliency() != null) {
            view.show(WhyView.Part.SALIENCY, flat(answer.saliency().values()));
        }
        if (answer.occlusion() != null) {
            view.show(WhyView.Part.OCCLUSION, flat(answer.occlusion().falls()));
        }
        if (answer.nearest() != null) {
            view.showNearest(answer.nearest().stream().map(near -> neighbor(answer.question().snapshot(), near)).toList());
        }
        Counterfactual change = answer.change();
        if (change != null && change.reached()) {
            float[] difference = new float[PIXELS];
            float[] changed = DigitReader.ink(change.image(), 0, answer.question().snapshot().experiment());
            for (int i = 0; i < PIXELS; i++) {
                difference[i] = changed[i] - ink[i];
            }
            view.show(WhyView.Part.COUNTERFACTUAL, difference);
        } else if (change != null) {
            view.showNoChange();
        }
    }

    void takeExciting(Exciting taker) {
        WhyWorker.Answer answer = newest;
        if (answer != null && answer.exciting() != null && !excitingShown && answer.question().layer() == layer) {
            excitingShown = true;
            taker.found(answer.question().snapshot(), layer, answer.exciting());
        }
    }

    private Neighbor neighbor(Snapshot of, dev.crescent.insight.image.Neighbor near) {
        Dataset data = of.dataset();
        return new Neighbor(DigitReader.ink(data.train().inputs(), near.sample() * PIXELS, of.experiment()),
                ClassNames.shown(data.classNames()).get(near.label()), near.label() != winner, near.distance());
    }

    private static float[] flat(float[][] rows) {
        float[] flat = new float[PIXELS];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, flat, row * Centering.SIDE, Centering.SIDE);
        }
        return flat;
    }

    @Override
    public void close() {
        worker.close();
    }
}
