package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Commands, notices and stop conditions.
class TrainerStateTest {
    private static final Command GO = new Command.Go();
    private static final Command STEP = new Command.Step();
    private static final Command EPOCH = new Command.Epoch();
    private static final Command RESET = new Command.Reset();

    private static Command become(Experiment experiment) {
        return new Command.Become(experiment, "");
    }

    private static Command stopAt(long epochs, double loss, double accuracy) {
        return new Command.StopAt(new StopCondition(epochs, loss, accuracy));
    }

    @Test
    void aFirstExperimentThatIsRefusedIsOnlyTold() {
        Driven driven = Driven.of(Experiments.refused());
        assertThat(driven.published.latest).isNull();
        assertThat(driven.notice().kind()).isEqualTo(Notice.Kind.REFUSED);
        assertThat(driven.notice().text()).startsWith("model.type: perceptron cannot be trained");
        driven.ask(GO, RESET, STEP, EPOCH, new Command.Pause(), become(Experiments.moons())).steps(1);
        assertThat(driven.latest().step()).isEqualTo(1);
    }

    @Test
    void aFirstDataSetThatCannotBeHadIsOnlyTold() {
        Source.Csv csv = new Source.Csv("none.csv", "", Task.CLASSIFICATION, List.of(), List.of(), null);
        Driven driven = Driven.of(Experiments.moons().withData(new Data(csv, 1, 0.5, Scaling.NONE)));
        assertThat(driven.published.latest).isNull();
        assertThat(driven.notice().text()).contains("none.csv");
    }

    @Test
    void noticesAreNumbered() {
        Driven driven = Driven.of(Experiments.moons());
        @Nullable Notice before = driven.published.notice;
        assertThat(before).isNull();
        for (long number = 1; number <= 3; number++) {
            driven.ask(become(Experiments.refused()));
            assertThat(driven.notice().number()).isEqualTo(number);
        }
    }

    @Test
    void aChangeThatIsRefusedLeavesTheFormerExperimentTraining() {
        Driven driven = Driven.of(Experiments.moons()).ask(GO);
        driven.state.work(1_000_000);
        driven.ask(become(Experiments.refused()), new Command.Become(
                Experiments.moons().withFeatures(List.of("log(x1)")), "features"));
        assertThat(driven.notice().number()).isEqualTo(2);
        assertThat(driven.notice().text()).contains("log(x1)");
        driven.ask(stopAt(driven.latest().step() / Experiments.STEPS_PER_EPOCH + 50, 0, 0)).toTheEnd();
        assertThat(driven.latest().experiment()).isEqualTo(Experiments.moons());
        assertThat(driven.latest().run()).isEqualTo(1);
        assertThat(driven.notice().text()).startsWith("Stopped after ");
    }

    @Test
    void stepsAreExactHoweverFastTheyAreAskedFor() {
        Driven driven = Driven.of(Experiments.moons()).ask(STEP).toTheEnd();
        assertThat(driven.latest().step()).isEqualTo(1);
        assertThat(driven.latest().running()).isFalse();
        driven.ask(STEP, STEP, STEP, STEP, STEP).toTheEnd();
        assertThat(driven.latest().step()).isEqualTo(6);
        driven.ask(new Command.Speed(1e-3), STEP, STEP).toTheEnd();
        assertThat(driven.latest().step()).isEqualTo(8);
        driven.ask(STEP, STEP, STEP);
        for (int i = 0; i < 3; i++) {
            driven.state.work(1);
        }
        assertThat(driven.latest().step()).as("at once, at any speed").isEqualTo(11);
        assertThat(driven.published.notice).isNull();
    }

    @Test
    void anEpochEndsWhereItEnds() {
        Driven driven = Driven.of(Experiments.moons()).epochs(1);
        assertThat(driven.latest().step()).isEqualTo(7);
        assertThat(driven.latest().epoch()).isEqualTo(1);
        driven.steps(3).epochs(1);
        assertThat(driven.latest().step()).isEqualTo(14);
        driven.ask(EPOCH, EPOCH).toTheEnd();
        assertThat(driven.latest().step()).isEqualTo(28);
        driven.ask(EPOCH, RESET).toTheEnd();
        assertThat(driven.latest().step()).isEqualTo(7);
        driven.steps(5).ask(EPOCH, become(Experiments.moons().withTraining(
                Experiments.moons().training().withBatchSize(50)))).toTheEnd();
        assertThat(driven.latest().epoch()).isEqualTo(2);
        assertThat(driven.latest().step()).isEqualTo(12);
    }

    @Test
    void aPauseDropsWhatWasAskedForBefore() {
        Driven driven = Driven.of(Experiments.moons()).ask(STEP, STEP, EPOCH, new Command.Pause()).toTheEnd();
        assertThat(driven.latest().step()).isZero();
        assertThat(driven.steps(1).latest().step()).isEqualTo(1);
    }

    @Test
    void epochsStopExactlyAndSayWhy() {
        Driven driven = Driven.of(Experiments.moons()).ask(stopAt(9, 0, 0), GO).toTheEnd();
        assertThat(driven.latest().epoch()).isEqualTo(9);
        assertThat(driven.latest().step()).isEqualTo(9 * Experiments.STEPS_PER_EPOCH);
        assertThat(driven.latest().running()).isFalse();
        assertThat(driven.notice()).isEqualTo(new Notice(1, Notice.Kind.STOPPED, "Stopped after 9 epochs."));
    }

    @Test
    void whoeverRunsOnAfterTheEndGoesOnAndAResetStopsThereAgain() {
        Driven driven = Driven.of(Experiments.moons()).ask(stopAt(3, 0, 0), GO).toTheEnd().ask(GO);
        for (int i = 0; i < 5; i++) {
            assertThat(driven.state.work(1_000_000)).isZero();
        }
        driven.ask(RESET).toTheEnd();
        assertThat(driven.latest().epoch()).isEqualTo(3);
        assertThat(driven.notice().number()).isEqualTo(2);
    }

    @Test
    void aTargetLossStops() {
        Driven driven = Driven.of(Experiments.moons()).ask(stopAt(0, 0.2, 0), GO).toTheEnd();
        assertThat(driven.latest().train().loss()).isLessThanOrEqualTo(0.2);
        assertThat(driven.notice().kind()).isEqualTo(Notice.Kind.STOPPED);
        assertThat(driven.notice().text()).isEqualTo("Stopped: the training loss reached 0.2.");
    }

    @Test
    void aTargetAccuracyStops() {
        Driven driven = Driven.of(Experiments.moons()).ask(stopAt(0, 0, 0.9), GO).toTheEnd();
        assertThat(driven.latest().test().accuracy()).isGreaterThanOrEqualTo(0.9);
        assertThat(driven.notice().text()).isEqualTo("Stopped: the test accuracy reached 90 %.");
        assertThat(driven.ask(GO).state.work(1_000_000)).as("goes on").isZero();
    }

    @Test
    void aResetGivesTheSameStartAndThenTheSameRun() {
        Driven driven = Driven.of(Experiments.random());
        float[] start = driven.latest().parameters();
        float[] trained = driven.epochs(5).latest().parameters();
        assertThat(trained).isNotEqualTo(start);
        driven.ask(RESET);
        assertThat(driven.latest().parameters()).isEqualTo(start);
        assertThat(driven.latest().step()).isZero();
        assertThat(driven.latest().run()).isEqualTo(2);
        assertThat(driven.latest().history().size()).isEqualTo(1);
        assertThat(driven.epochs(5).latest().parameters()).isEqualTo(trained);
    }

    @Test
    void aParameterIsSetAndNothingElse() {
        Driven driven = Driven.of(Experiments.moons()).epochs(1);
        Snapshot before = driven.latest();
        float[] expected = before.parameters().clone();
        expected[5] = 0.75f;
        driven.ask(new Command.SetParameter(5, 0.75f));
        assertThat(driven.latest().parameters()).isEqualTo(expected);
        assertThat(driven.latest().step()).isEqualTo(7);
        ChangeTest.assertSame(driven.latest().optimizer(), before.optimizer(), "the optimizer goes on");
        assertThat(driven.published.notice).isNull();
    }

    @Test
    void aParameterThatIsNotThereOrNoNumberIsRefused() {
        Driven driven = Driven.of(Experiments.moons());
        Snapshot before = driven.latest();
        for (int index : new int[] {-1, before.parameters().length, Integer.MAX_VALUE}) {
            driven.ask(new Command.SetParameter(index, 1));
            assertThat(driven.notice().text())
                    .isEqualTo("The network does not have that weight any more; nothing was changed.");
        }
        driven.ask(new Command.SetParameter(0, Float.NaN));
        assertThat(driven.notice().text()).isEqualTo("A weight must be a finite number, is NaN; nothing was changed.");
        assertThat(driven.notice().kind()).isEqualTo(Notice.Kind.REFUSED);
        assertThat(driven.latest()).isSameAs(before);
        new Driven(Experiments.ENGINES).ask(new Command.SetParameter(0, 1));
    }

    @Test
    void aSpeedMustBeAboveZero() {
        for (double speed : new double[] {0, -1, Double.NaN}) {
            assertThatThrownBy(() -> new Command.Speed(speed)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("above 0");
        }
    }

    @Test
    void pathsAreRelativeToTheBase(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.csv"), "a,b,c\n1,2,0\n2,1,1\n3,1,1\n4,5,0\n");
        Published published = new Published();
        TrainerState state = new TrainerState(Experiments.ENGINES, folder, published);
        Source.Csv csv = new Source.Csv("a.csv", "", Task.CLASSIFICATION, List.of(), List.of(), null);
        state.obey(become(Experiments.moons().withData(new Data(csv, 1, 0, Scaling.NONE))));
        assertThat(published.notice).isNull();
        assertThat(published.latest).extracting(s -> s.dataset().train().count()).isEqualTo(4);
    }
}
