package dev.crescent.insight.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BasinMapTest {
    private static final Optimizer SGD = new Optimizer.Sgd(0.01, 0, false);

    static List<Optimizer> optimizers() {
        return List.of(SGD, new Optimizer.Sgd(0.01, 0.9, false), new Optimizer.Adam(0.05, 0.9, 0.999),
                new Optimizer.RmsProp(0.01, 0.9, false), new Optimizer.Lion(0.01, 0.9, 0.99));
    }

    private static BasinMap map(PlaneFunction function, Optimizer optimizer, int columns, int rows, int steps) {
        return new BasinMap(function, optimizer, function.region(), columns, rows,
                MinimumFinder.of(function, function.region(), () -> false), Limits.of(steps));
    }

    private static Basins complete(BasinMap map, int threads) {
        List<Basins> passes = passes(map, threads);
        return passes.getLast();
    }

    private static List<Basins> passes(BasinMap map, int threads) {
        List<Basins> passes = new ArrayList<>();
        assertThat(map.compute(threads, () -> false, passes::add)).isTrue();
        return passes;
    }

    /// Up and down are alike in this function, left and right are not.
    @ParameterizedTest
    @MethodSource("optimizers")
    void twoWellsAreSymmetricWhereTheFunctionIs(Optimizer optimizer) {
        Basins basins = complete(map(TestFunction.TWO_WELLS, optimizer, 31, 30, 1500), 2);
        int[] counts = new int[2];
        for (int row = 0; row < 30; row++) {
            for (int column = 0; column < 31; column++) {
                int number = basins.numbers()[row * 31 + column];
                assertThat(number).isEqualTo(basins.numbers()[(29 - row) * 31 + column]).isBetween(0, 1);
                counts[number]++;
            }
        }
        assertThat(counts[0]).isGreaterThan(counts[1]);
        assertThat(counts[1]).isGreaterThan(100);
    }

    /// Gradient descent with small steps cannot pass the ridge at x = 1/4, and from far out rolls to the deep side.
    @Test
    void plainGradientDescentReachesTheWellOfItsSide() {
        Basins basins = complete(map(TestFunction.TWO_WELLS, SGD, 39, 41, 3000), 1);
        int middle = 20 * 39;
        for (int column = 0; column < 39; column++) {
            double x = -2 + 4 * (column + 0.5) / 39;
            assertThat(basins.numbers()[middle + column]).as("x = %s", x).isEqualTo(x < 0.25 ? 0 : 1);
        }
        int deepOnTop = (int) IntStream.range(0, 39).filter(i -> basins.numbers()[i] == 0).count();
        int deepInTheMiddle = (int) IntStream.range(0, 39).filter(i -> basins.numbers()[middle + i] == 0).count();
        assertThat(deepOnTop).isGreaterThan(deepInTheMiddle);
    }

    @Test
    void everyNumberIsTheOneOfTheDescentFromThere() {
        Optimizer adam = new Optimizer.Adam(0.1, 0.9, 0.999);
        Basins basins = complete(map(TestFunction.HIMMELBLAU, adam, 9, 7, 800), 3);
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 9; column++) {
                PlaneVector start = new PlaneVector(-5 + 10 * (column + 0.5) / 9, 5 - 10 * (row + 0.5) / 7);
                Descent descent = new Descent(TestFunction.HIMMELBLAU, adam, start, Limits.of(800));
                descent.steps(800);
                int number = basins.numbers()[row * 9 + column];
                assertThat(number).isBetween(0, 3);
                assertThat(descent.at().distance(TestFunction.HIMMELBLAU.minima().get(number).at())).isLessThan(0.1);
            }
        }
        assertThat(basins.numbers()).contains(0, 1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEALE", "RASTRIGIN", "SADDLE"})
    void isTheSameOnAnyNumberOfThreads(TestFunction function) {
        Optimizer optimizer = new Optimizer.Adam(0.05, 0.9, 0.999);
        int[] alone = complete(map(function, optimizer, 25, 19, 300), 1).numbers();
        assertThat(complete(map(function, optimizer, 25, 19, 300), 4).numbers()).isEqualTo(alone);
        assertThat(alone).contains(0);
    }

    @Test
    void comesCoarseFirst() {
        List<Basins> passes = passes(map(TestFunction.TWO_WELLS, SGD, 21, 17, 500), 2);
        assertThat(passes).extracting(Basins::cell).containsExactly(16, 8, 4, 2, 1);
        Basins complete = passes.getLast();
        for (Basins pass : passes) {
            assertThat(pass.numbers()).hasSize(21 * 17).doesNotContain(Integer.MIN_VALUE);
            for (int row = 0; row < 17; row++) {
                for (int column = 0; column < 21; column++) {
                    int corner = row / pass.cell() * pass.cell() * 21 + column / pass.cell() * pass.cell();
                    assertThat(pass.numbers()[row * 21 + column]).isEqualTo(pass.numbers()[corner]);
                }
            }
            int middle = Math.min(16, pass.cell() / 2) * 21 + Math.min(20, pass.cell() / 2);
            assertThat(pass.numbers()[middle]).isEqualTo(complete.numbers()[middle]);
        }
        assertThat(passes(map(TestFunction.TWO_WELLS, SGD, 3, 3, 500), 2)).extracting(Basins::cell).containsExactly(2, 1);
        assertThat(passes(map(TestFunction.TWO_WELLS, SGD, 1, 1, 500), 2)).extracting(Basins::cell).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void stopsWhenCancelledAndGoesOnWhereItWas(int threads) {
        BasinMap map = map(TestFunction.TWO_WELLS, SGD, 20, 20, 500);
        AtomicInteger starts = new AtomicInteger();
        List<Basins> passes = new ArrayList<>();
        assertThat(map.compute(threads, () -> starts.incrementAndGet() > 50, passes::add)).isFalse();
        assertThat(passes).extracting(Basins::cell).containsExactly(16, 8, 4);
        AtomicInteger rest = new AtomicInteger();
        assertThat(map.compute(threads, () -> rest.incrementAndGet() < 0, passes::add)).isTrue();
        assertThat(rest.get()).isEqualTo(20 * 20 - 50);
        assertThat(passes.getLast().numbers())
                .isEqualTo(complete(map(TestFunction.TWO_WELLS, SGD, 20, 20, 500), 1).numbers());
    }

    @Test
    void tellsTheLostFromThoseUnderWay() {
        FormulaFunction slope = FormulaFunction.parse("x^2 - 3*y + exp(y/1000)");
        assertThat(complete(map(slope, SGD, 4, 4, 100), 1).numbers()).containsOnly(Basins.LIMIT);
        assertThat(complete(map(slope, SGD, 4, 4, 5000), 1).numbers()).containsOnly(Basins.NONE);
        FormulaFunction half = FormulaFunction.parse("sqrt(x)^4 + y^2");
        int[] numbers = complete(map(half, new Optimizer.Sgd(0.1, 0, false), 4, 2, 500), 1).numbers();
        assertThat(numbers[0]).isEqualTo(Basins.NONE);
        assertThat(numbers[1]).isEqualTo(Basins.NONE);
    }

    /// The saddle has no gradient, but is no minimum.
    @Test
    void aBallThatComesToRestOnASaddleHasReachedNoMinimum() {
        FormulaFunction saddle = FormulaFunction.parse(TestFunction.SADDLE.formula());
        int[] numbers = complete(map(saddle, SGD, 5, 5, 5000), 1).numbers();
        for (int column = 0; column < 5; column++) {
            assertThat(numbers[2 * 5 + column]).isEqualTo(Basins.NONE);
            assertThat(numbers[column]).isEqualTo(1);
            assertThat(numbers[4 * 5 + column]).isZero();
        }
    }

    @Test
    void allOfAFloorIsReached() {
        FormulaFunction ring = FormulaFunction.parse("(x^2 + y^2 - 4)^2/4");
        assertThat(complete(map(ring, SGD, 12, 12, 2000), 2).numbers()).containsOnly(0);
    }

    @Test
    void aFailureOfAHelperIsNotLost() {
        BasinMap map = map(TestFunction.TWO_WELLS, SGD, 20, 20, 500);
        AtomicInteger starts = new AtomicInteger();
        assertThatThrownBy(() -> map.compute(2, () -> {
            if (starts.incrementAndGet() > 20) {
                throw new IllegalArgumentException("broken");
            }
            return false;
        }, _ -> { })).hasRootCauseMessage("broken");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anInterruptCancelsAndStays(int threads) {
        BasinMap map = map(TestFunction.TWO_WELLS, SGD, 40, 40, 5000);
        Thread.currentThread().interrupt();
        boolean finished = map.compute(threads, () -> false, _ -> { });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(finished).isFalse();
    }

    @Test
    void minimaThatAreCloseAreToldApart() {
        List<Minimum> minima = List.of(new Minimum(0, 0, 0), new Minimum(0.01, 0, 0));
        assertThat(Basins.radius(Region.square(1, 0), minima)).isEqualTo(0.45 * 0.01);
        assertThat(Basins.radius(Region.square(1, 0), List.of())).isEqualTo(0.02 * Math.hypot(2, 2));
    }

    @Test
    void refusesAMapWithoutCells() {
        assertThatThrownBy(() -> map(TestFunction.SADDLE, SGD, 0, 3, 5)).isInstanceOf(IllegalArgumentException.class);
    }
}
