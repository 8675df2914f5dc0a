package dev.crescent.insight.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Problem;
import dev.crescent.insight.landscape.Worlds.Nets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlaneTest {
    private static final int SIZE = 30;
    private static final ParameterLayout LAYOUT = Nets.flat(SIZE);
    private static final Plane PLANE = plane(1);

    private static Plane plane(long seed) {
        return Plane.of(LAYOUT, Worlds.randomFloats(SIZE, seed), Worlds.random(SIZE, seed + 1),
                Worlds.random(SIZE, seed + 2));
    }

    @Test
    void directionsHaveLengthOneAndARightAngle() {
        assertOrthonormal(PLANE);
        double[] first = Worlds.random(SIZE, 2);
        assertThat(dot(PLANE.u(), first)).isCloseTo(Math.sqrt(dot(first, first)), within(1e-12));
    }

    @Test
    void aPlaceIsWhatItsParametersAreProjectedOn() {
        Place place = PLANE.project(PLANE.at(0.7, -1.3));
        assertPlace(place, 0.7, -1.3, 1e-6);
        assertThat(place.distance()).isLessThan(1e-6);
        assertPlace(PLANE.project(PLANE.at(0, 0)), 0, 0, 0);
    }

    @Test
    void theDistanceIsThatToTheNearestPointOfThePlane() {
        double[] away = Worlds.random(SIZE, 9);
        for (double[] axis : new double[][] {PLANE.u(), PLANE.v()}) {
            double along = dot(away, axis);
            for (int i = 0; i < SIZE; i++) {
                away[i] -= along * axis[i];
            }
        }
        double length = Math.sqrt(dot(away, away));
        float[] parameters = PLANE.at(2, 3);
        for (int i = 0; i < SIZE; i++) {
            parameters[i] += (float) (0.5 * away[i] / length);
        }
        Place place = PLANE.project(parameters);
        assertPlace(place, 2, 3, 1e-6);
        assertThat(place.distance()).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void whatIsNotFiniteIsNowhere() {
        float[] parameters = PLANE.at(0, 0);
        parameters[3] = Float.NaN;
        assertThat(PLANE.project(parameters).isFinite()).isFalse();
        parameters[3] = Float.POSITIVE_INFINITY;
        assertThat(PLANE.project(parameters).isFinite()).isFalse();
    }

    @Test
    void runningStatisticsStayTheOrigins() {
        Problem problem = Worlds.images();
        ParameterLayout layout = Worlds.layout(problem);
        float[] origin = Worlds.start(problem);
        for (int i = layout.size(); i < layout.total(); i++) {
            origin[i] = 0.25f * i;
        }
        Plane plane = Plane.of(layout, origin, Worlds.random(layout.size(), 1), Worlds.random(layout.size(), 2));
        float[] there = plane.at(5, 6);
        assertThat(layout.total()).isGreaterThan(layout.size());
        assertThat(Arrays.copyOfRange(there, layout.size(), layout.total()))
                .containsExactly(Arrays.copyOfRange(origin, layout.size(), layout.total()));
        float[] other = origin.clone();
        other[layout.total() - 1] += 100;
        assertThat(plane.project(other)).isEqualTo(Place.ORIGIN);
        Plane newer = Plane.of(layout, other, plane.u(), plane.v());
        assertThat(newer.aligned(plane).at(1, 1)).endsWith(other[layout.total() - 1]);
    }

    @Test
    void aSecondDirectionThatIsNoneIsZero() {
        double[] first = Worlds.random(SIZE, 1);
        double[] twice = Arrays.stream(first).map(x -> -2 * x).toArray();
        Plane line = Plane.of(LAYOUT, new float[SIZE], first, twice);
        assertThat(line.v()).containsOnly(0);
        assertThat(line.at(1, 5)).containsExactly(line.at(1, -7));
        Plane one = Plane.of(Nets.flat(1), new float[] {3}, new double[] {-2}, new double[] {1});
        assertThat(one.at(1, 1)).containsExactly(2);
        assertPlace(one.aligned(one).project(new float[] {1}), 2, 0, 0);
    }

    @Test
    void ofTwoParametersTheCoordinatesAreTheirValues() {
        float[] parameters = Worlds.randomFloats(SIZE, 4);
        Plane plane = Plane.ofParameters(LAYOUT, parameters, 7, 2);
        assertPlace(plane.project(parameters), parameters[7], parameters[2], 0);
        float[] there = plane.at(0.1, -4);
        assertThat(there[7]).isEqualTo(0.1f);
        assertThat(there[2]).isEqualTo(-4f);
        there[7] = parameters[7];
        there[2] = parameters[2];
        assertThat(there).containsExactly(parameters);
    }

    @Test
    void whatCannotBeAPlaneIsRefused() {
        assertThatThrownBy(() -> Plane.ofParameters(LAYOUT, new float[SIZE], 3, 3)).hasMessageContaining("two parameters");
        assertThatThrownBy(() -> Plane.ofParameters(LAYOUT, new float[SIZE], 0, SIZE)).hasMessageContaining("0 to 29");
        assertThatThrownBy(() -> Plane.of(LAYOUT, new float[3], new double[SIZE], new double[SIZE]))
                .hasMessageContaining("30");
        float[] broken = new float[SIZE];
        broken[1] = Float.NaN;
        assertThatThrownBy(() -> Plane.of(LAYOUT, broken, new double[SIZE], new double[SIZE]))
                .hasMessageContaining("finite");
        Plane other = Plane.of(Nets.flat(2), new float[2], new double[] {1, 0}, new double[] {0, 1});
        assertThatThrownBy(() -> PLANE.aligned(other)).hasMessageContaining("two networks");
    }

    @Test
    void theSamePlaneTurnedMirroredAndMovedGetsItsCoordinatesBack() {
        for (boolean mirrored : new boolean[] {false, true}) {
            for (double angle = 0; angle < 6.3; angle += 0.7) {
                double[] u = mixed(PLANE, Math.cos(angle), Math.sin(angle));
                double[] v = mixed(PLANE, mirrored ? Math.sin(angle) : -Math.sin(angle),
                        mirrored ? -Math.cos(angle) : Math.cos(angle));
                Plane same = Plane.of(LAYOUT, PLANE.at(3, -2), u, v);
                Plane aligned = same.aligned(PLANE);
                assertOrthonormal(aligned);
                float[] anything = Worlds.randomFloats(SIZE, 20);
                Place expected = PLANE.project(anything);
                assertPlace(aligned.project(anything), expected.a(), expected.b(), 1e-6);
                assertThat(aligned.project(anything).distance()).isCloseTo(expected.distance(), within(1e-6));
            }
        }
    }

    @Test
    void aPlaneTiltedALittleMovesThingsALittle() {
        double[] u = PLANE.u();
        double[] v = PLANE.v();
        double[] aside = Worlds.random(SIZE, 30);
        for (int i = 0; i < SIZE; i++) {
            u[i] = -u[i] + 0.01 * aside[i];
            v[i] += 0.01 * aside[SIZE - 1 - i];
        }
        Plane aligned = Plane.of(LAYOUT, PLANE.at(1, 1), v, u).aligned(PLANE);
        assertPlace(aligned.project(PLANE.at(2, 3)), 2, 3, 0.3);
        assertPlace(aligned.project(PLANE.at(0, 0)), 0, 0, 1e-6);
    }

    @Test
    void planesThatHaveNothingInCommonAreLeftAsTheyAre() {
        double[][] axes = new double[4][SIZE];
        for (int i = 0; i < 4; i++) {
            axes[i][i] = 1;
        }
        Plane first = Plane.of(LAYOUT, new float[SIZE], axes[0], axes[1]);
        Plane second = Plane.of(LAYOUT, new float[SIZE], axes[2], axes[3]);
        assertThat(second.aligned(first).u()).containsExactly(axes[2]);
        assertThat(second.aligned(first).v()).containsExactly(axes[3]);
    }

    @Test
    void betweenTwoPlanesDirectionsTurnSmoothlyAtARightAngle() {
        Plane target = plane(40).aligned(PLANE);
        assertThat(Plane.between(PLANE, target, 0)).isSameAs(PLANE);
        assertThat(Plane.between(PLANE, target, 1)).isSameAs(target);
        float[] point = Worlds.randomFloats(SIZE, 50);
        Place before = PLANE.project(point);
        double whole = Math.hypot(target.project(point).a() - before.a(), target.project(point).b() - before.b());
        for (int i = 1; i <= 100; i++) {
            Plane now = Plane.between(PLANE, target, i / 100.0);
            assertOrthonormal(now);
            Place place = now.project(point);
            assertThat(Math.hypot(place.a() - before.a(), place.b() - before.b())).isLessThan(0.05 * (1 + whole));
            before = place;
        }
        assertPlace(before, target.project(point).a(), target.project(point).b(), 1e-9);
    }

    @Test
    void halfWayBetweenOppositeDirectionsItIsTheNearerEnd() {
        double[] back = Arrays.stream(PLANE.u()).map(x -> -x).toArray();
        Plane opposite = Plane.of(LAYOUT, PLANE.at(0, 0), back, PLANE.v());
        assertThat(Plane.between(PLANE, opposite, 0.5)).isSameAs(opposite);
    }

    static void assertOrthonormal(Plane plane) {
        assertThat(dot(plane.u(), plane.u())).isCloseTo(1, within(1e-12));
        assertThat(dot(plane.v(), plane.v())).isCloseTo(1, within(1e-12));
        assertThat(dot(plane.u(), plane.v())).isCloseTo(0, within(1e-12));
    }

    static void assertPlace(Place place, double a, double b, double tolerance) {
        assertThat(place.a()).isCloseTo(a, within(tolerance));
        assertThat(place.b()).isCloseTo(b, within(tolerance));
    }

    static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    private static double[] mixed(Plane plane, double a, double b) {
        double[] u = plane.u();
        double[] v = plane.v();
        for (int i = 0; i < u.length; i++) {
            u[i] = a * u[i] + b * v[i];
        }
        return u;
    }
}
