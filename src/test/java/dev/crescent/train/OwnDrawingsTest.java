package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.data.OwnSamples;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Drawn digits that are other ones in every epoch, weights that are loaded, and drawings of the user's own that join the
/// data.
class OwnDrawingsTest {
    private static final int PIXELS = 28 * 28;

    private static Experiment digits(boolean fresh) {
        Experiment plain = Experiment.defaults();
        return plain.withData(new Data(new Source.Digits(60, fresh), 3, 0.5, Scaling.UNIT))
                .withModel(new Model.Network(1, List.of(new Layer.Dense(10, Activation.SOFTMAX,
                        Initializer.Standard.GLOROT_UNIFORM, true, Initializer.Standard.ZEROS))))
                .withTraining(plain.training().withLoss(Loss.CROSS_ENTROPY).withOptimizer(new Optimizer.Sgd(0.1, 0, false)));
    }

    private static OwnSamples drawn(int... labels) {
        float[] inputs = new float[labels.length * PIXELS];
        for (int i = 0; i < labels.length; i++) {
            Arrays.fill(inputs, i * PIXELS + 28 * (2 + labels[i]), i * PIXELS + 28 * (4 + labels[i]), 1);
        }
        return new OwnSamples(labels.length, PIXELS, inputs, labels);
    }

    private static float[] first(Driven driven) {
        return Arrays.copyOf(driven.latest().dataset().train().inputs(), PIXELS);
    }

    @Test
    void freshDigitsAreOthersInEveryEpochAndTheTestDigitsStay() {
        Driven driven = Driven.of(digits(true));
        float[] testing = driven.latest().dataset().test().inputs();
        float[] epoch0 = first(driven);
        driven.epochs(1);
        assertThat(first(driven)).as("until the epoch is over").isEqualTo(epoch0);
        driven.epochs(1);
        assertThat(first(driven)).isNotEqualTo(epoch0);
        assertThat(driven.latest().dataset().test().inputs()).isEqualTo(testing);
        assertThat(first(Driven.of(digits(false)).epochs(2))).isEqualTo(epoch0);
    }

    @Test
    void aRunWithFreshDigitsGoesTheSameWayAgainAfterAReset() {
        Driven driven = Driven.of(digits(true)).epochs(3);
        float[] once = driven.latest().parameters();
        driven.ask(new Command.Reset()).epochs(3);
        assertThat(driven.latest().parameters()).isEqualTo(once);
    }

    @Test
    void aRunWithFreshDigitsGoesTheSameWayWhateverIsChangedAndBack() {
        float[] straight = Driven.of(digits(true)).epochs(3).latest().parameters();
        Experiment faster = digits(true);
        Driven driven = Driven.of(digits(true)).epochs(2);
        Experiment other = faster.withTraining(faster.training().withOptimizer(new Optimizer.Sgd(1, 0, false)));
        driven.ask(new Command.Become(other, ""), new Command.Become(digits(true), "")).epochs(1);
        assertThat(driven.latest().parameters()).isEqualTo(straight);
    }

    @Test
    void aRunWithFreshDigitsGoesTheSameWayFromASnapshot() {
        Driven driven = Driven.of(digits(true)).epochs(1);
        Snapshot early = driven.latest();
        float[] straight = driven.epochs(2).latest().parameters();
        driven.ask(new Command.Return(early, digits(true))).epochs(2);
        assertThat(driven.latest().parameters()).isEqualTo(straight);
    }

    @Test
    void freshSamplesOfAnEpochFollowFromTheSeedAlone() throws Exception {
        Data data = digits(true).data();
        Dataset loaded = Datasets.load(data, List.of(), Path.of(""));
        assertThat(Datasets.ofEpoch(data, loaded, 0).train().inputs()).isEqualTo(loaded.train().inputs());
        Dataset third = Datasets.ofEpoch(data, loaded, 2);
        assertThat(Datasets.ofEpoch(data, Datasets.ofEpoch(data, loaded, 1), 2).train().inputs())
                .isEqualTo(third.train().inputs()).isNotEqualTo(loaded.train().inputs());
        assertThat(Datasets.ofEpoch(data, loaded, 2).train().labels()).isEqualTo(third.train().labels());
    }

    @Test
    void weightsAreLoadedWhole() {
        Driven driven = Driven.of(digits(false));
        float[] trained = Driven.of(digits(false)).epochs(2).latest().parameters();
        driven.ask(new Command.Load(trained));
        assertThat(driven.latest().parameters()).isEqualTo(trained);
        assertThat(driven.latest().step()).isZero();
        driven.ask(new Command.Load(new float[3]));
        assertThat(driven.notice().text()).isEqualTo("The weights are those of another network; nothing was changed.");
        assertThat(driven.latest().parameters()).isEqualTo(trained);
    }

    @Test
    void runsStartFromTheWeightsThatTheNetworkComesWith() {
        Driven driven = Driven.of(digits(false));
        float[] own = driven.latest().parameters();
        float[] trained = Driven.of(digits(false)).epochs(2).latest().parameters();
        driven.ask(new Command.StartFrom(trained));
        assertThat(driven.latest().parameters()).as("the run there goes on").isEqualTo(own);
        driven.ask(new Command.Reset());
        assertThat(driven.latest().parameters()).isEqualTo(trained);
        driven.steps(3).ask(new Command.Reset());
        assertThat(driven.latest().parameters()).isEqualTo(trained);
        assertThat(driven.latest().step()).isZero();
        driven.ask(new Command.StartFrom(new float[3])).ask(new Command.Reset());
        assertThat(driven.latest().parameters()).as("what does not fit").isEqualTo(own);
        driven.ask(new Command.StartFrom(null)).ask(new Command.Reset());
        assertThat(driven.latest().parameters()).isEqualTo(own);
    }

    @Test
    void anOwnDrawingIsLearnedAtOnceAndTheRestKept() {
        Driven driven = Driven.of(digits(false)).epochs(20);
        double before = driven.latest().test().accuracy();
        driven.ask(new Command.Teach(drawn(4, 7), true));
        Snapshot taught = driven.latest();
        assertThat(taught.dataset().train().count()).isEqualTo(32);
        assertThat(taught.dataset().own()).isEqualTo(2);
        assertThat(taught.dataset().train().labels()).endsWith(4, 7);
        assertThat(taught.epoch()).as("a lesson is no part of an epoch").isEqualTo(20);
        assertThat(taught.step()).isGreaterThan(20 * 3);
        assertThat(read(taught, drawn(7))).isEqualTo(7);
        assertThat(taught.test().accuracy()).isGreaterThan(before - 0.2);
    }

    /// What the single layer makes of the first sample.
    private static int read(Snapshot snapshot, OwnSamples samples) {
        float[] p = snapshot.parameters();
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int unit = 0; unit < 10; unit++) {
            double sum = p[10 * PIXELS + unit];
            for (int i = 0; i < PIXELS; i++) {
                sum += (double) p[unit * PIXELS + i] * samples.inputs()[i];
            }
            if (sum > most) {
                most = sum;
                best = unit;
            }
        }
        return best;
    }

    @Test
    void ownDrawingsTakeThePlaceOfThoseBefore() {
        Driven driven = Driven.of(digits(false)).ask(new Command.Teach(drawn(1, 2, 3), false));
        float[] before = driven.latest().parameters();
        driven.ask(new Command.Teach(drawn(5), false));
        assertThat(driven.latest().dataset().train().count()).isEqualTo(31);
        assertThat(driven.latest().dataset().train().labels()[30]).isEqualTo(5);
        assertThat(driven.latest().parameters()).isEqualTo(before);
        driven.ask(new Command.Teach(OwnSamples.NONE, false));
        assertThat(driven.latest().dataset().train().count()).isEqualTo(30);
    }

    @Test
    void ownDrawingsJoinWhateverImagesAreLoadedAndFreshOnes() {
        Driven driven = Driven.of(digits(false)).ask(new Command.Teach(drawn(8), false));
        Experiment fewer = digits(true).withData(new Data(new Source.Digits(40, true), 3, 0.5, Scaling.UNIT));
        driven.ask(new Command.Become(fewer, "")).epochs(2);
        assertThat(driven.latest().dataset().train().count()).isEqualTo(21);
        assertThat(driven.latest().dataset().train().labels()[20]).isEqualTo(8);
        driven.ask(new Command.Become(Experiments.moons(), ""));
        assertThat(driven.latest().dataset().own()).isZero();
    }

    @Test
    void aLessonWithoutOtherSamplesIsLearnedToo() {
        Experiment one = digits(false).withData(new Data(new Source.Digits(10, false), 3, 0, Scaling.UNIT));
        Driven driven = Driven.of(one).ask(new Command.Teach(drawn(2), true));
        assertThat(read(driven.latest(), drawn(2))).isEqualTo(2);
    }
}
