package dev.crescent.app;

import dev.crescent.data.digits.Centering;
import dev.crescent.insight.image.Familiarity;
import dev.crescent.insight.image.Mistakes;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.ClassNames;
import dev.crescent.ui.digits.ConfusionMap;
import dev.crescent.ui.digits.Mistake;
import dev.crescent.ui.digits.MistakesView;
import dev.crescent.ui.digits.Prediction;
import dev.crescent.ui.theme.Palette;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Shows the confusion of the test part and the images behind it, and knows how sure the network may be.
final class MistakesPresenter implements AutoCloseable {
    private static final int PIXELS = Centering.SIDE * Centering.SIDE;
    static final int MOST = 9; // images at once
    /// Before anything is known of the network.
    private static final double EVEN = 0.5;

    private final ConfusionMap confusion = new ConfusionMap();
    private final MistakesView mistakes = new MistakesView();
    private final MistakesWorker worker;
    private final Consumer<float[]> look;
    private MistakesWorker.@Nullable Found found;
    private @Nullable Snapshot asked;
    private int[] listed = {}; // of the samples found
    private int label = -1; // of the chosen cell; below 0 for the worst of all
    private int said = -1;
    private int first; // of them that is shown

    /// @param look shows an image on the pad, `[28][28]`, 0 to 1
    MistakesPresenter(MistakesWorker worker, Consumer<float[]> look) {
        this.worker = worker;
        this.look = look;
        confusion.setListener(this::choose);
        mistakes.setListener(new Input());
    }

    ConfusionMap confusion() {
        return confusion;
    }

    MistakesView mistakes() {
        return mistakes;
    }

    void setTheme(Palette palette) {
        confusion.setTheme(palette);
        mistakes.setTheme(palette);
    }

    /// Shows what was found since the last frame, and asks for what is new.
    ///
    /// @return whether how sure the network may be has changed
    boolean frame(Snapshot current) {
        if (asked == null || asked.parameters() != current.parameters() || asked.dataset().test() != current.dataset().test()
                || asked.running() && !current.running()) {
            asked = current;
            worker.ask(current);
        }
        MistakesWorker.Found newest = worker.take();
        if (newest == null) {
            if (found != null && !isOf(found, current)) {
                found = null;
                confusion.show(ClassNames.shown(current.dataset().classNames()), null);
                mistakes.clear();
                return true;
            }
            return false;
        }
        if (!isOf(newest, current)) {
            return false;
        }
        boolean changed = found == null || found.temperature() != newest.temperature()
                || found.threshold() != newest.threshold() || found.familiarity() != newest.familiarity();
        found = newest;
        confusion.show(ClassNames.shown(current.dataset().classNames()), newest.mistakes().confusion(current.dataset().classNames().size()));
        list();
        return changed;
    }

    /// Of the same run on the same kind of data; it may be a little older.
    private static boolean isOf(MistakesWorker.Found known, Snapshot current) {
        return known.snapshot().run() == current.run()
                && known.snapshot().dataset().classNames().equals(current.dataset().classNames())
                && known.snapshot().experiment().model().equals(current.experiment().model());
    }

    /// By which the network's probabilities are softened.
    double temperature(Snapshot current) {
        MistakesWorker.Found known = found;
        return known != null && isOf(known, current) ? known.temperature() : 1;
    }

    /// The least probability that counts as sure.
    private double threshold(Snapshot current) {
        MistakesWorker.Found known = found;
        return known != null && isOf(known, current) ? known.threshold() : EVEN;
    }

    /// What these very weights know; null if that is not known, as in training.
    private @Nullable Familiarity familiarity(Snapshot current) {
        MistakesWorker.Found known = found;
        return known != null && known.snapshot().parameters() == current.parameters() ? known.familiarity() : null;
    }

    /// How far what the network reads can be relied on.
    Prediction.State state(Snapshot current, DigitReader.Reading reading) {
        Familiarity familiarity = familiarity(current);
        if (familiarity != null && !familiarity.knows(reading.lastHidden())) {
            return Prediction.State.UNFAMILIAR;
        }
        return reading.probabilities()[reading.winner()] >= threshold(current) ? Prediction.State.SURE : Prediction.State.UNSURE;
    }

    private void choose(int of, int as) {
        label = of;
        said = as;
        first = 0;
        list();
    }

    private void list() {
        MistakesWorker.Found known = found;
        if (known == null) {
            return;
        }
        Mistakes all = known.mistakes();
        List<String> names = ClassNames.shown(known.snapshot().dataset().classNames());
        boolean cell = label >= 0 && label < names.size() && said < names.size();
        int[] samples = cell ? all.cell(label, said) : all.worst(Integer.MAX_VALUE);
        first = first < samples.length ? first : 0;
        listed = Arrays.copyOfRange(samples, first, Math.min(first + MOST, samples.length));
        List<Mistake> shown = Arrays.stream(listed).mapToObj(sample -> mistake(known, sample)).toList();
        if (cell) {
            int of = all.confusion(names.size()).samples(label);
            mistakes.showCell(page(shown, samples.length, of), names.get(label), names.get(said));
        } else {
            mistakes.showWorst(page(shown, samples.length, all.count()));
        }
    }

    private MistakesView.Page page(List<Mistake> shown, int count, int of) {
        return new MistakesView.Page(shown, Centering.SIDE, Centering.SIDE, first, count, of);
    }

    private static Mistake mistake(MistakesWorker.Found known, int sample) {
        List<String> names = ClassNames.shown(known.snapshot().dataset().classNames());
        int prediction = known.mistakes().predictions()[sample];
        return new Mistake(DigitReader.ink(known.samples().inputs(), sample * PIXELS, known.snapshot().experiment()),
                names.get(known.mistakes().labels()[sample]), prediction < 0 ? "?" : names.get(prediction),
                known.mistakes().probability(sample), known.mistakes().losses()[sample]);
    }

    @Override
    public void close() {
        worker.close();
    }

    /// What the user does with the images.
    private final class Input implements MistakesView.Listener {
        @Override
        public void chosen(int index) {
            MistakesWorker.Found known = found;
            if (known != null && index < listed.length) {
                look.accept(DigitReader.ink(known.samples().inputs(), listed[index] * PIXELS, known.snapshot().experiment()));
            }
        }

        @Override
        public void pageWanted(int wanted) {
            first = wanted;
            list();
        }

        @Override
        public void back() {
            confusion.select(-1, -1);
            choose(-1, -1);
        }
    }
}
