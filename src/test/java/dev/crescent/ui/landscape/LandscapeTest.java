package dev.crescent.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LandscapeTest {
    @Test
    void placesAndCoordinatesBelongTogether() {
        Surface surface = new Surface(2, new float[4], -2, 6, 10, 30);
        assertThat(surface.across(0)).isCloseTo(0.25, within(1e-12));
        assertThat(surface.up(25)).isCloseTo(0.75, within(1e-12));
        assertThat(surface.a(0.25)).isCloseTo(0, within(1e-12));
        assertThat(surface.b(0.75)).isCloseTo(25, within(1e-12));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new Surface(3, new float[4], 0, 1, 0, 1)).hasMessageContaining("3 x 3");
        assertThatThrownBy(() -> new Surface(1, new float[1], 0, 1, 0, 1)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> new Surface(2, new float[4], 1, 1, 0, 1)).hasMessageContaining("a must run");
        assertThatThrownBy(() -> new Surface(2, new float[4], 0, 1, 0, Double.NaN)).hasMessageContaining("b must run");
        assertThatThrownBy(() -> new Track("Adam", "A", 0, new float[1], new float[2], new float[2]))
                .hasMessageContaining("Adam");
        assertThatThrownBy(() -> new Track.Arrows(new float[1], new float[2])).hasMessageContaining("1 and 2");
    }

    @Test
    void aLossThatIsNotComputedIsToldFromOneThatIsNotFinite() {
        float inf = Float.POSITIVE_INFINITY;
        Surface surface = new Surface(3, new float[] {1, 1, 1, 1, 1, inf, Float.NaN, 1, 1}, 0, 1, 0, 1);
        assertThat(surface.isComputed(0.9, 0.1)).isTrue();
        assertThat(surface.isComputed(0.1, 0.9)).isFalse();
        assertThat(surface.isComputed(1, 1)).isTrue();
    }

    @Test
    void theFinishIsWhereTheSurfaceReachesIt() {
        Surface surface = new Surface(2, new float[] {0.01f, 1, 1, 1}, 0, 1, 0, 1);
        assertThat(Landscape.of(surface, List.of(), 0.1).finishUnit()).isCloseTo(0.5, within(1e-6));
        assertThat(Landscape.of(surface, List.of(), 0.001).finishUnit()).isNaN();
        assertThat(Landscape.of(surface, List.of(), Double.NaN).finishUnit()).isNaN();
    }

    @Test
    void aTrackEndsAtItsBall() {
        Track track = Shapes.track("S", 0, 0.1, 0.2, 0.3, 0.4);
        assertThat(track.lastA()).isEqualTo(0.3f);
        assertThat(track.lastB()).isEqualTo(0.4f);
        assertThat(track.lastLoss()).isEqualTo(2);
        Track none = Shapes.track("S", 0);
        assertThat(none.lastA()).isNaN();
        assertThat(none.lastLoss()).isNaN();
    }

    @Test
    void aWayFollowsTheSurfaceOnLongSteps() {
        Surface surface = Shapes.surface((x, y) -> Math.exp(-8 * Math.abs(x - 0.5)));
        Relief relief = Relief.of(surface, LossScale.of(surface.losses()));
        Way way = Way.of(Shapes.track("S", 0, 0, 0.5, 1, 0.5), surface, relief);
        assertThat(way.length()).isBetween(60, 120);
        for (int i = 0; i < way.length(); i++) {
            assertThat(way.height()[i]).isCloseTo((float) relief.at(way.across()[i], way.up()[i]), within(1e-6f));
        }
        assertThat(way.across()[way.length() - 1]).isEqualTo(1);
    }

    @Test
    void aWayLeavesOutWhatLiesOnOneAnotherButNeverItsEnds() {
        List<Double> steps = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            steps.add(0.2 + 0.6 * i / 100_000 + 0.002 * Math.sin(i));
            steps.add(0.5 + 0.002 * Math.cos(2 * i));
        }
        Surface surface = Shapes.surface((x, y) -> 1 + x);
        Way way = Way.of(Shapes.track("S", 0, steps.stream().mapToDouble(Double::doubleValue).toArray()), surface,
                Relief.of(surface, LossScale.of(surface.losses())));
        assertThat(way.length()).isBetween(50, 4500);
        assertThat(way.across()[0]).isEqualTo(0.2f);
        assertThat(way.across()[way.length() - 1]).isCloseTo(0.8f, within(0.003f));
    }

    @Test
    void aWayIsPartedWhereItHasNoPlace() {
        Surface surface = Shapes.surface((x, y) -> 1 + x);
        Relief relief = Relief.of(surface, LossScale.of(surface.losses()));
        Way way = Way.of(Shapes.track("S", 0, 0.1, 0.5, Double.NaN, 0.5, 0.8, 0.5), surface, relief);
        assertThat(way.across()).containsExactly(0.1f, Float.NaN, 0.8f);
        Way out = Way.of(Shapes.track("S", 0, 0.9, 0.5, 1.2, 0.5), surface, relief);
        assertThat(out.height()[0]).isNotNaN();
        assertThat(out.height()[out.length() - 1]).isNaN();
        assertThat(Way.of(Shapes.track("S", 0), surface, relief).length()).isZero();
    }

    @Test
    void ballsPartUntilTheyAreFarEnoughAndNoFarther() {
        double[] x = {10, 10, 10, 100, Double.NaN};
        double[] y = {20, 20, 20, 20, Double.NaN};
        Spread.apart(x, y, 5, 8);
        for (int i = 1; i < 3; i++) {
            for (int j = 0; j < i; j++) {
                assertThat(Math.hypot(x[i] - x[j], y[i] - y[j])).isGreaterThan(7.5);
            }
        }
        assertThat((x[0] + x[1] + x[2]) / 3).isCloseTo(10, within(1e-6));
        assertThat(x[3]).isEqualTo(100);
        assertThat(x[4]).isNaN();
    }

    @Test
    void aCameraStaysInItsBounds() {
        assertThat(Camera.HOME.pitch()).isCloseTo(Math.toRadians(36), within(1e-12));
        assertThat(Camera.HOME.turned(0, 9).pitch()).isLessThan(Math.PI / 2);
        assertThat(Camera.HOME.turned(0, -9).pitch()).isGreaterThan(0.1);
        assertThat(Camera.HOME.turned(2 * Math.PI, 0).yaw()).isCloseTo(Camera.HOME.yaw(), within(1e-9));
        assertThat(Camera.HOME.zoomed(1e9).zoom()).isEqualTo(5);
        assertThat(Camera.HOME.zoomed(1e-9).zoom()).isEqualTo(0.5);
        assertThatThrownBy(() -> new Camera(Double.NaN, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /// A wall along the edge in front of home hides the ditch behind it, and the corner that is behind is the highest.
    @Test
    void noWallStandsBeforeTheDeepestGround() {
        Surface ditch = Shapes.surface((x, y) -> y < 0.14 ? 0.7 : y < 0.3 ? 0.01 : 0.5 + 0.2 * x);
        Camera camera = Vantage.of(Relief.of(ditch, LossScale.of(ditch.losses())));
        assertThat(Math.abs(camera.yaw() - Camera.HOME.yaw())).as("from another side").isGreaterThan(1);
        // A well between walls of the same height is half hidden from every side, less so from above.
        Surface well = Shapes.surface((x, y) -> Math.hypot(x - 0.5, y - 0.5) < 0.3 ? 0.01 : 1);
        assertThat(Vantage.of(Relief.of(well, LossScale.of(well.losses()))).pitch()).isGreaterThan(Camera.HOME.pitch());
    }

    @Test
    void onlyWhereLittleIsSeenThereIsABetterPlace() {
        Surface ditch = Shapes.surface((x, y) -> y < 0.14 ? 0.7 : y < 0.3 ? 0.01 : 0.5 + 0.2 * x);
        Relief relief = Relief.of(ditch, LossScale.of(ditch.losses()));
        Camera good = Vantage.of(relief);
        assertThat(Vantage.better(relief, good)).isNull();
        assertThat(Vantage.better(relief, new Camera(0, Camera.HOME.pitch(), 1))).as("behind the wall").isEqualTo(good);
        assertThat(Vantage.better(relief, new Camera(0, 1.5, 1))).as("seen from above").isNull();
    }

    @Test
    void theWayBetweenTwoCamerasIsTheShortest() {
        Camera from = new Camera(3, 0.6, 1);
        Camera to = new Camera(-3, 0.8, 2);
        assertThat(from.to(to, 0)).isEqualTo(from);
        assertThat(from.to(to, 1)).isEqualTo(to);
        Camera half = from.to(to, 0.5);
        assertThat(Math.abs(half.yaw())).as("through pi").isCloseTo(Math.PI, within(1e-9));
        assertThat(half.pitch()).isCloseTo(0.7, within(1e-9));
    }

    @Test
    void theHighestCornerStandsBehind() {
        double[][] corners = {{1, 1}, {0, 1}, {0, 0}, {1, 0}};
        for (double[] corner : corners) {
            Surface surface = Shapes.surface((x, y) -> Math.exp(-3 * Math.hypot(x - corner[0], y - corner[1])));
            Camera camera = Vantage.of(Relief.of(surface, LossScale.of(surface.losses())));
            Projection projection = new Projection();
            projection.set(camera, 300, 300);
            for (double[] other : corners) {
                assertThat(projection.depth(corner[0] - 0.5, 0, corner[1] - 0.5))
                        .isGreaterThanOrEqualTo(projection.depth(other[0] - 0.5, 0, other[1] - 0.5));
            }
        }
        Surface level = Shapes.surface((x, y) -> 1);
        assertThat(Vantage.of(Relief.of(level, LossScale.EMPTY))).isEqualTo(Camera.HOME);
    }

    @Test
    void colorsAreMixedByTheirShares() {
        assertThat(Argb.over(0xff102030, 1, 0xffffffff)).isEqualTo(0xff102030);
        assertThat(Argb.over(0xff102030, 0, 0xff998877)).isEqualTo(0xff998877);
        assertThat(Argb.over(0xffffffff, 0.5f, 0xff000000) & 0xff).isBetween(0x7e, 0x80);
        assertThat(Argb.over(0x80ff0000, 1, 0) >>> 24).isBetween(0x7f, 0x80);
        assertThat(Argb.over(0x80ff0000, 1, 0) >> 16 & 0xff).isBetween(0x7f, 0x80);
        assertThat(Argb.mean(0xff000000, 0xffffffff, 0xff000000, 0xffffffff)).isEqualTo(0xff808080);
        assertThat(Argb.mean(0, 0, 0, 0xff000000)).isEqualTo(0x40000000);
        assertThat(Argb.dimmed(0xff804020, 0.5)).isEqualTo(0xff402010);
    }

    @Test
    void theMapHasItsFirstRowBelowAndStripesWhereThereIsNoLoss() {
        Surface surface = Shapes.surface((x, y) -> x > 0.7 ? Double.NaN : Math.exp(y));
        Relief relief = Relief.of(surface, LossScale.of(surface.losses()));
        int[] ramp = {0xff000000, 0xff0000ff};
        Look look = new Look(ramp, 0, 0xff112233, 0xff445566, 0, 0, 0, 0, 0, 0, 0, new int[] {0});
        int[] pixels = new int[50 * 40];
        MapField.paint(relief, look, pixels, 50, 40, 40, 1);
        assertThat(pixels[39 * 50 + 5]).isEqualTo(0xff000000);
        assertThat(pixels[5]).isEqualTo(0xff0000ff);
        assertThat(pixels[20 * 50 + 35]).isIn(0xff112233, 0xff445566);
        assertThat(pixels[20 * 50 + 39]).isIn(0xff112233, 0xff445566);
        assertThat(pixels[20 * 50 + 45]).as("beside the picture").isZero();
    }
}
