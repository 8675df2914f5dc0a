package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.OwnSamples;
import dev.crescent.engine.OptimizerState;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Training that goes on another day: as if there had been no night.
class ResumeTest {
    private static final int PIXELS = 28 * 28;

    private static Experiment digits() {
        Experiment plain = Experiment.defaults();
        return plain.withData(new Data(new Source.Digits(60, true), 3, 0.5, Scaling.UNIT))
                .withModel(new Model.Network(1, List.of(new Layer.Dense(10, Activation.SOFTMAX))))
                .withTraining(plain.training().withLoss(Loss.CROSS_ENTROPY));
    }

    private static Driven another(Progress progress, Experiment experiment) {
        return new Driven(Experiments.ENGINES).ask(new Command.Resume(progress, experiment));
    }

    private static void assertSame(Snapshot resumed, Snapshot through) {
        assertThat(resumed.step()).isEqualTo(through.step());
        assertThat(resumed.epoch()).isEqualTo(through.epoch());
        assertThat(resumed.parameters()).isEqualTo(through.parameters());
        assertThat(resumed.optimizer().vectors()).hasSameSizeAs(through.optimizer().vectors());
        assertThat(resumed.train()).isEqualTo(through.train());
        for (int i = 0; i < 5; i++) {
            assertThat(resumed.history().column(i)).isEqualTo(through.history().column(i));
        }
        assertThat(resumed.history().marks()).isEqualTo(through.history().marks());
    }

    @Test
    void theSameBitsComeOutWhereverTheNightWas() {
        for (int night : new int[] {0, 1, Experiments.STEPS_PER_EPOCH - 1, Experiments.STEPS_PER_EPOCH, 10}) {
            Driven through = Driven.of(Experiments.random()).steps(night);
            Progress progress = Progress.of(through.latest());
            Driven resumed = another(progress, Experiments.random());
            assertThat(resumed.latest().running()).isFalse();
            assertSame(resumed.latest(), through.latest());
            through.steps(11);
            resumed.steps(11);
            assertSame(resumed.latest(), through.latest());
        }
    }

    @Test
    void marksAreKept() {
        Experiment faster = Experiments.moons().withTraining(Experiments.moons().training().withBatchSize(10));
        Driven driven = Driven.of(Experiments.moons()).steps(3).ask(new Command.Become(faster, "batch 10"));
        Driven resumed = another(Progress.of(driven.latest()), faster);
        assertThat(resumed.latest().history().marks()).extracting(History.Mark::text).containsExactly("batch 10");
    }

    @Test
    void anEpochsOwnSamplesAndTheUsersAreThereAgain() {
        float[] inputs = new float[PIXELS];
        Arrays.fill(inputs, 100, 140, 1);
        OwnSamples own = new OwnSamples(1, PIXELS, inputs, new int[] {7});
        Driven through = Driven.of(digits()).ask(new Command.Teach(own, true)).steps(4);
        Driven resumed = another(Progress.of(through.latest()), digits());
        assertThat(resumed.latest().dataset().own()).isEqualTo(1);
        assertThat(resumed.latest().dataset().train().inputs()).isEqualTo(through.latest().dataset().train().inputs());
        through.epochs(2);
        resumed.epochs(2);
        assertThat(resumed.latest().dataset().train().inputs()).isEqualTo(through.latest().dataset().train().inputs());
        assertThat(resumed.latest().parameters()).isEqualTo(through.latest().parameters());
        resumed.ask(new Command.Become(digits().withData(new Data(new Source.Digits(70, true), 3, 0.5, Scaling.UNIT)), ""));
        assertThat(resumed.latest().dataset().own()).as("they join other data, too").isEqualTo(1);
    }

    @Test
    void anotherRunBegins() {
        Driven driven = Driven.of(Experiments.moons()).steps(5);
        Progress progress = Progress.of(driven.latest());
        driven.steps(5).ask(new Command.Resume(progress, Experiments.moons()));
        assertThat(driven.latest().run()).isEqualTo(2);
        assertThat(driven.latest().step()).isEqualTo(5);
    }

    @Test
    void whatDoesNotFitIsRefusedAndNothingChanges() {
        Driven driven = Driven.of(Experiments.moons()).steps(5);
        Snapshot before = driven.latest();
        Progress good = Progress.of(before);
        Progress fewer = new Progress(5, 0.5, good.inputShape(), new float[3], OptimizerState.newAt(5), History.EMPTY,
                OwnSamples.NONE);
        Progress other = new Progress(5, 0.5, List.of(3), good.parameters(), OptimizerState.newAt(5), History.EMPTY,
                OwnSamples.NONE);
        Progress memory = new Progress(5, 0.5, good.inputShape(), good.parameters(),
                new OptimizerState(5, 0, List.of(new float[1])), History.EMPTY, OwnSamples.NONE);
        for (Progress bad : List.of(fewer, other, memory)) {
            driven.ask(new Command.Resume(bad, Experiments.moons()));
            assertThat(driven.notice().kind()).isEqualTo(Notice.Kind.REFUSED);
            assertThat(driven.notice().text()).startsWith("Its training does not fit its ");
            assertThat(driven.latest()).isSameAs(before);
        }
    }

    @Test
    void withNothingThereWhatDoesNotFitBeginsAtItsStart() {
        Progress bad = new Progress(5, 0.5, List.of(2), new float[3], OptimizerState.newAt(5), History.EMPTY, OwnSamples.NONE);
        Driven driven = another(bad, Experiments.moons());
        assertThat(driven.notice().kind()).isEqualTo(Notice.Kind.REFUSED);
        assertThat(driven.latest().step()).isZero();
        assertThat(driven.latest().experiment()).isEqualTo(Experiments.moons());
    }
}
