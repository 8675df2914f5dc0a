package dev.crescent.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Training that goes astray, and the way back.
class DivergenceTest {
    private static final Command GO = new Command.Go();

    private static void assertGood(Snapshot good) {
        assertThat(good.train().loss()).isFinite();
        for (float parameter : good.parameters()) {
            assertThat(parameter).isFinite();
        }
        good.optimizer().vectors().forEach(vector -> {
            for (float value : vector) {
                assertThat(value).isFinite();
            }
        });
    }

    @Test
    void aLossThatIsNoNumberPausesWithItsCause() {
        Driven driven = Driven.of(Experiments.diverging(1e3)).ask(GO).toTheEnd();
        assertThat(driven.latest().running()).isFalse();
        assertThat(driven.notice().kind()).isEqualTo(Notice.Kind.DIVERGED);
        assertThat(driven.notice().text()).startsWith("Training diverged at epoch ")
                .contains("no number any more").endsWith("the learning rate is 1000.");
        assertGood(driven.latest());
    }

    @Test
    void theViewsKeepTheLastGoodStateAndTheCurvesWhatHappened() {
        Driven driven = Driven.of(Experiments.diverging(4)).steps(1);
        Snapshot good = driven.lastGood();
        for (int i = 0; i < 1000 && driven.published.notice == null; i++) {
            good = driven.lastGood();
            driven.steps(1);
        }
        Snapshot after = driven.latest();
        assertThat(after.parameters()).isEqualTo(good.parameters());
        assertThat(after.train()).isEqualTo(good.train());
        assertThat(after.epoch()).isEqualTo(good.epoch());
        assertThat(after.history().epoch(after.history().size() - 1)).isGreaterThan(good.epoch());
        driven.ask(new Command.Become(Experiments.diverging(0.01), "rate")).steps(1);
        assertThat(driven.latest().history().epoch(driven.latest().history().size() - 1)).isEqualTo(driven.latest().epoch());
    }

    @Test
    void anExplosionPausesWithItsCause() {
        Driven driven = Driven.of(Experiments.diverging(4));
        for (int i = 0; i < 1000 && driven.published.notice == null; i++) {
            driven.steps(1);
        }
        assertThat(driven.notice().kind()).isEqualTo(Notice.Kind.DIVERGED);
        assertThat(driven.notice().text()).contains("the loss exploded from ").endsWith("the learning rate is 4.");
        assertGood(driven.lastGood());
        assertThat(driven.lastGood().train().loss()).isLessThan(2);
    }

    @Test
    void theWayBackGoesOnWithALowerLearningRate() {
        Experiment calm = Experiments.diverging(0.01);
        Driven driven = Driven.of(calm).epochs(5);
        driven.ask(new Command.Become(Experiments.withRate(calm, 1e3), "learning rate 1000"), GO).toTheEnd();
        Snapshot good = driven.lastGood();
        assertThat(good.epoch()).isGreaterThanOrEqualTo(5);
        driven.ask(new Command.Return(good, Experiments.withRate(good.experiment(), 0.01)));
        Snapshot back = driven.latest();
        assertThat(back.parameters()).isEqualTo(good.parameters());
        assertThat(back.step()).isEqualTo(good.step());
        assertThat(back.epoch()).isEqualTo(good.epoch());
        assertThat(back.run()).isEqualTo(good.run());
        assertThat(back.running()).isFalse();
        assertThat(back.history().column(0)).isEqualTo(good.history().column(0));
        assertThat(back.history().size()).isGreaterThanOrEqualTo(6);
        assertThat(driven.lastGood()).isSameAs(back);
        long notices = driven.notice().number();
        driven.epochs(20);
        assertThat(driven.notice().number()).isEqualTo(notices);
        assertThat(driven.latest().train().loss()).isLessThan(good.train().loss());
        assertThat(driven.latest().history().column(1)).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
    }

    @Test
    void aReturnGoesOnWithTheSameBits() {
        Driven driven = Driven.of(Experiments.random()).steps(10);
        Snapshot then = driven.latest();
        float[] later = driven.steps(15).latest().parameters();
        driven.ask(new Command.Become(Experiments.withRate(Experiments.random(), 0.5), "rate")).steps(5);
        driven.ask(new Command.Return(then, then.experiment()));
        assertThat(driven.latest().history().column(0)).isEqualTo(then.history().column(0));
        assertThat(driven.latest().history().marks()).isEmpty();
        assertThat(driven.steps(15).latest().parameters()).isEqualTo(later);
    }

    @Test
    void aReturnPausesAndIsAGoodState() {
        Driven driven = Driven.of(Experiments.moons()).steps(1);
        Snapshot then = driven.latest();
        driven.epochs(200).ask(GO);
        driven.state.work(1_000_000);
        assertThat(driven.latest().train().loss()).isLessThan(then.train().loss() / 3);
        driven.ask(new Command.Return(then, then.experiment()));
        assertThat(driven.latest().running()).isFalse();
        assertThat(driven.state.work(1_000_000)).isEqualTo(Long.MAX_VALUE);
        assertThat(driven.lastGood()).isSameAs(driven.latest());
    }

    @Test
    void theWayBackTakesTheOptimizersMemoryAlong() {
        Driven driven = Driven.of(Experiments.withOptimizer(Experiments.diverging(1), new Optimizer.Sgd(2, 0.5, false)))
                .steps(1);
        Snapshot good = driven.lastGood();
        for (int i = 0; i < 1000 && driven.published.notice == null; i++) {
            good = driven.lastGood();
            driven.steps(1);
        }
        assertThat(driven.notice().kind()).isEqualTo(Notice.Kind.DIVERGED);
        ChangeTest.assertSame(driven.latest().optimizer(), good.optimizer(), "memory");
        assertThat(good.optimizer().vectors()).hasSize(1);
    }

    @Test
    void aReturnWithAnotherOptimizerStartsItAnew() {
        Driven driven = Driven.of(Experiments.moons()).steps(10);
        Snapshot then = driven.latest();
        driven.ask(new Command.Return(then, Experiments.withOptimizer(then.experiment(), new Optimizer.Sgd(0.1, 0.5, false))));
        assertThat(driven.latest().optimizer().since()).isEqualTo(10);
        assertThat(driven.steps(1).latest().step()).isEqualTo(11);
    }

    @Test
    void aReturnToANetworkThatDoesNotFitIsRefused() {
        Driven driven = Driven.of(Experiments.moons()).steps(10);
        Snapshot then = driven.latest();
        driven.ask(new Command.Return(then, Experiments.random()));
        assertThat(driven.notice().kind()).isEqualTo(Notice.Kind.REFUSED);
        assertThat(driven.latest()).isSameAs(then);
    }

    @Test
    void aReturnToAnEarlierRunIsANewRun() {
        Driven driven = Driven.of(Experiments.moons()).steps(10);
        Snapshot then = driven.latest();
        driven.ask(new Command.Become(Experiments.random(), ""), new Command.Return(then, then.experiment()));
        assertThat(driven.latest().run()).isEqualTo(3);
        assertThat(driven.latest().parameters()).isEqualTo(then.parameters());
    }

    @Test
    void aResetAfterADivergenceStartsAgain() {
        Driven driven = Driven.of(Experiments.diverging(1e3));
        float[] start = driven.latest().parameters();
        driven.ask(GO).toTheEnd().ask(new Command.Reset());
        assertThat(driven.latest().parameters()).isEqualTo(start);
        assertThat(driven.latest().train().loss()).isFinite();
        assertThat(driven.lastGood()).isSameAs(driven.latest());
        driven.ask(new Command.Become(Experiments.diverging(0.01), "rate")).epochs(5);
        assertThat(driven.notice().number()).isEqualTo(1);
        assertThat(driven.latest().epoch()).isEqualTo(5);
        assertThat(driven.lastGood()).isSameAs(driven.latest());
    }

    @Test
    void whatIsChangedAfterADivergenceGoesOnFromTheGoodState() {
        Driven driven = Driven.of(Experiments.diverging(4));
        for (int i = 0; i < 1000 && driven.published.notice == null; i++) {
            driven.steps(1);
        }
        Snapshot good = driven.lastGood();
        driven.ask(new Command.Become(Experiments.diverging(0.1), "rate"));
        assertThat(driven.latest().parameters()).isEqualTo(good.parameters());
        driven.ask(GO).steps(200);
        assertThat(driven.notice().number()).isEqualTo(1);
    }

    @Test
    void otherDataAreMeasuredAnew() {
        for (Source source : List.of(new Source.Points(PointSet.SPIRAL, 100, 0), new Source.Points(PointSet.MOONS, 100, 2))) {
            Driven driven = Driven.of(Experiments.moons()).epochs(200);
            double loss = driven.latest().train().loss();
            Experiment other = Experiments.moons().withData(Experiments.moons().data().withSource(source));
            driven.ask(new Command.Become(other, "data"));
            assertThat(driven.latest().train().loss()).isGreaterThan(10 * loss);
            assertThat(driven.lastGood().experiment()).isEqualTo(other);
        }
    }

    @Test
    void aStartThatIsAstrayHasNoGoodState() {
        Driven driven = Driven.of(Experiments.moons()).ask(new Command.Become(astray(), ""));
        assertThat(driven.published.notice).isNull();
        assertThat(driven.latest().train().loss()).isNotFinite();
        assertThat(driven.published.lastGood).isNull();
        assertThat(driven.steps(1).notice().kind()).isEqualTo(Notice.Kind.DIVERGED);
    }

    @Test
    void aReturnToAnEarlierRunThatWasAstrayHasNoGoodStateOfAnother() {
        Driven driven = Driven.of(astray());
        Snapshot start = driven.latest();
        driven.ask(new Command.Become(Experiments.moons(), ""));
        assertThat(driven.lastGood()).isSameAs(driven.latest());
        driven.ask(new Command.Return(start, start.experiment()));
        assertThat(driven.latest().parameters()).isEqualTo(start.parameters());
        assertThat(driven.published.lastGood).isNull();
    }

    /// Its loss is no number from the start.
    private static Experiment astray() {
        List<Layer> layers = new ArrayList<>(Collections.nCopies(30,
                new Layer.Dense(2, Activation.LINEAR, new Initializer.Constant(100))));
        layers.add(new Layer.Dense(2, Activation.LINEAR));
        return Experiments.diverging(0.1).withModel(new Model.Network(1, layers));
    }
}
