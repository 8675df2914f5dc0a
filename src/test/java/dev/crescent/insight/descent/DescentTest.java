package dev.crescent.insight.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.Region;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DescentTest {
    private static final int STEPS = 250;

    static Stream<Arguments> paths() {
        List<TestFunction> functions = List.of(TestFunction.ROSENBROCK, TestFunction.HIMMELBLAU, TestFunction.SADDLE,
                TestFunction.LONG_VALLEY, TestFunction.TWO_WELLS);
        return Optimizers.all().stream().flatMap(o -> functions.stream().map(f -> Arguments.of(o.withLearningRate(o.learningRate() * share(f)), f)));
    }

    /// A steep valley needs small steps, or rounding decides after some jumps from side to side.
    private static double share(TestFunction function) {
        return function == TestFunction.ROSENBROCK ? 0.1 : 1;
    }

    @ParameterizedTest
    @MethodSource("paths")
    void followsPyTorchsRuleFarAlongItsPath(Optimizer optimizer, TestFunction function) {
        Descent descent = new Descent(function, optimizer, function.start(), new Limits(STEPS, 0, 10));
        descent.steps(STEPS);
        assertThat(descent.count()).isEqualTo(STEPS);
        PyTorchReference reference = new PyTorchReference(optimizer, function.start().x(), function.start().y());
        for (int step = 1; step <= STEPS; step++) {
            reference.step(slopes(function, reference.theta));
            close(descent.at(step).x(), reference.theta[0], step);
            close(descent.at(step).y(), reference.theta[1], step);
        }
        assertThat(descent.at()).isEqualTo(descent.at(STEPS));
        assertThat(descent.value()).isEqualTo(function.value(descent.at().x(), descent.at().y()));
        assertThat(descent.at(0).distance(descent.at())).isGreaterThan(0.01);
    }

    private static void close(double actual, double expected, int step) {
        assertThat(actual).as("step %d", step).isCloseTo(expected, within(1e-6 * Math.max(1e-3, Math.abs(expected))));
    }

    /// The derivatives again, so that a wrong one in the main code would part the paths.
    private static double[] slopes(TestFunction function, double[] at) {
        double x = at[0];
        double y = at[1];
        return switch (function) {
            case ROSENBROCK -> new double[] {400 * x * x * x - 400 * x * y + 2 * x - 2, 200 * y - 200 * x * x};
            case HIMMELBLAU -> new double[] {4 * x * x * x + 4 * x * y - 42 * x + 2 * y * y - 14,
                4 * y * y * y + 4 * x * y - 26 * y + 2 * x * x - 22};
            case SADDLE -> new double[] {2 * x, 4 * y * y * y - 4 * y};
            case LONG_VALLEY -> new double[] {x / 25, 2 * y};
            case TWO_WELLS -> new double[] {12 * (x + 1) * (x - 0.25) * (x - 1) + 2 * x * y * y, 4 * y + 2 * x * x * y};
            case BEALE, RASTRIGIN, PLATEAU -> throw new IllegalArgumentException();
        };
    }

    @Test
    void aStepShowsEveryNumberItGoesThrough() {
        Optimizer adam = new Optimizer.Adam(0.1, 0.9, 0.99);
        Descent descent = new Descent(FormulaFunction.parse("x^2 + 3*y"), adam, new PlaneVector(2, 1), Limits.of(10));
        assertThat(descent.last()).isEmpty();
        descent.step();
        DescentStep one = descent.last().orElseThrow();
        assertThat(one.number()).isEqualTo(1);
        assertThat(one.value()).isEqualTo(7);
        assertThat(one.from()).isEqualTo(new PlaneVector(2, 1));
        close(one.gradient(), 4, 3);
        close(one.momentum(), 0.4, 0.3);
        close(one.momentumUsed(), 4, 3);
        close(one.squares(), 0.16, 0.09);
        close(one.squaresUsed(), 16, 9);
        close(one.adjusted(), 1, 1);
        close(one.change(), -0.1, -0.1);
        close(one.to(), 1.9, 0.9);
        descent.step();
        DescentStep two = descent.last().orElseThrow();
        assertThat(two.from()).isEqualTo(one.to());
        close(two.gradient(), 3.8, 3);
        close(two.momentum(), 0.9 * 0.4 + 0.38, 0.57);
        close(two.momentumUsed(), 0.74 / 0.19, 3);
        close(two.squaresUsed(), (0.99 * 0.16 + 0.01 * 3.8 * 3.8) / 0.0199, 9);
    }

    private static void close(PlaneVector actual, double x, double y) {
        assertThat(actual.x()).isCloseTo(x, within(1e-7));
        assertThat(actual.y()).isCloseTo(y, within(1e-7));
    }

    @Test
    void stopsWhereNothingMovesAnyMore() {
        Descent descent = new Descent(TestFunction.TWO_WELLS, new Optimizer.Sgd(0.02, 0, false),
                new PlaneVector(1.2, 0.4), Limits.of(5000));
        descent.steps(5000);
        Stop stop = descent.stop().orElseThrow();
        assertThat(stop.reason()).isEqualTo(Stop.Reason.CONVERGED);
        assertThat(stop.text()).startsWith("Nothing moves any more after " + descent.count() + " steps");
        assertThat(descent.at().distance(new PlaneVector(1, 0))).isLessThan(1e-7);
        assertThat(descent.count()).isBetween(10, 200);
        int count = descent.count();
        assertThat(descent.step()).isFalse();
        assertThat(descent.count()).isEqualTo(count);
    }

    /// At a turning point the ball of a momentum stands still, but on a slope.
    @Test
    void doesNotStopWhereOnlyTheStepIsSmall() {
        Descent descent = new Descent(FormulaFunction.parse("y + 0*x"), new Optimizer.Sgd(1e-9, 0, false),
                new PlaneVector(0, 0), Limits.of(30));
        descent.steps(100);
        assertThat(descent.stop().orElseThrow().reason()).isEqualTo(Stop.Reason.LIMIT);
    }

    @Test
    void stopsFarOutside() {
        Descent descent = new Descent(FormulaFunction.parse("x*y"), new Optimizer.Sgd(0.5, 0, false),
                new PlaneVector(0.5, -0.4), Limits.of(1000));
        descent.steps(1000);
        assertThat(descent.stop().orElseThrow().reason()).isEqualTo(Stop.Reason.DIVERGED);
        assertThat(descent.stop().orElseThrow().text()).endsWith("start elsewhere or lower the learning rate.");
        assertThat(descent.at(descent.count() - 1).length()).isLessThan(43);
        assertThat(descent.count()).isLessThan(20);
    }

    @Test
    void anOverflowHasDivergedToo() {
        Descent descent = new Descent(TestFunction.ROSENBROCK, new Optimizer.Sgd(1000, 0, false),
                new PlaneVector(-1.9, 2.9), new Limits(1000, 0, 1e300));
        descent.steps(1000);
        assertThat(descent.stop().orElseThrow().reason()).isIn(Stop.Reason.DIVERGED, Stop.Reason.NO_VALUE);
        assertThat(descent.count()).isLessThan(20);
    }

    @Test
    void stopsAtTheLimitAndNotBefore() {
        Descent descent = new Descent(TestFunction.ROSENBROCK, new Optimizer.Adam(0.001, 0.9, 0.999),
                TestFunction.ROSENBROCK.start(), Limits.of(300));
        descent.steps(299);
        assertThat(descent.stop()).isEmpty();
        descent.steps(299);
        assertThat(descent.count()).isEqualTo(300);
        assertThat(descent.stop().orElseThrow()).isEqualTo(new Stop(Stop.Reason.LIMIT,
                "The ball was still under way after 300 steps, the most that were allowed."));
        assertThat(descent.at(300)).isEqualTo(descent.at());
        assertThatThrownBy(() -> descent.at(301)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stopsWhereTheFunctionHasNoValue() {
        Descent descent = new Descent(FormulaFunction.parse("log(x) + y^2"), new Optimizer.Sgd(0.3, 0, false),
                new PlaneVector(0.7, 1), Limits.of(1000));
        descent.steps(1000);
        Stop stop = descent.stop().orElseThrow();
        assertThat(stop.reason()).isEqualTo(Stop.Reason.NO_VALUE);
        assertThat(stop.text()).startsWith("The function has no value at x = \u2212").contains(", y = 0.").endsWith(".");
        assertThat(descent.at().x()).isNegative();
        assertThat(descent.value()).isNaN();
        assertThat(descent.value(descent.count() - 1)).isFinite();
    }

    @Test
    void aStartWithoutAValueIsToldAtOnce() {
        Descent descent = new Descent(FormulaFunction.parse("sqrt(x) + y"), new Optimizer.Sgd(0.3, 0, false),
                new PlaneVector(-2, 1), Limits.of(1000));
        assertThat(descent.stop().orElseThrow().text()).isEqualTo("The function has no value at x = \u22122, y = 1, as a "
                + "logarithm or a root of a negative number has none; start elsewhere or lower the learning rate.");
        assertThat(descent.step()).isFalse();
        assertThat(descent.count()).isZero();
    }

    @Test
    void stopsWhereThereIsAValueButNoGradient() {
        Descent descent = new Descent(FormulaFunction.parse("sqrt(x) + y"), new Optimizer.Sgd(0.3, 0, false),
                new PlaneVector(0, 1), Limits.of(1000));
        assertThat(descent.stop().orElseThrow().reason()).isEqualTo(Stop.Reason.NO_GRADIENT);
        assertThat(descent.step()).isFalse();
    }

    @Test
    void refusesLimitsAndStartsThatMakeNoSense() {
        assertThatThrownBy(() -> Limits.of(0)).hasMessageContaining("1 to 100000 steps");
        assertThatThrownBy(() -> Limits.of(100_001)).hasMessageContaining("100001");
        assertThatThrownBy(() -> new Limits(1, Double.NaN, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Limits(1, 0, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Descent(TestFunction.BEALE, new Optimizer.AdaGrad(1), new PlaneVector(Double.NaN, 0),
                Limits.of(5))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theReachFollowsTheFunctionsRegion() {
        FormulaFunction function = FormulaFunction.parse("0 - x").in(new Region(-1, 1, -1, 1));
        Descent descent = new Descent(function, new Optimizer.Sgd(1, 0, false), new PlaneVector(0, 0), Limits.of(1000));
        descent.steps(1000);
        assertThat(descent.count()).isEqualTo(11);
    }
}
