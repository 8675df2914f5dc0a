package dev.crescent.insight.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GroundFollowerTest {
    private static final ParameterLayout LAYOUT = Worlds.Nets.flat(6);
    private static final PlaneChoice PATH = new PlaneChoice.Path();

    /// A path that goes far along the first parameter, less along the second, and hardly along the third.
    private static List<PathPoint> path(int steps) {
        List<PathPoint> path = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            path.add(point(i, 0.1 * i, 0.5 * Math.sin(0.3 * i), 0.01 * Math.sin(2 * i)));
        }
        return path;
    }

    private static PathPoint point(long step, double... values) {
        float[] parameters = {1, 2, 3, 4, 5, 6};
        for (int i = 0; i < values.length; i++) {
            parameters[i] += (float) values[i];
        }
        return new PathPoint(step, 1, 1, parameters);
    }

    private static List<PathPoint> and(List<PathPoint> path, double... values) {
        List<PathPoint> longer = new ArrayList<>(path);
        longer.add(point(path.size(), values));
        return longer;
    }

    private static Ground ground(@Nullable Ground before, PlaneChoice choice, List<PathPoint> path, boolean resting) {
        return Objects.requireNonNull(GroundFollower.follow(before, choice, LAYOUT, path, resting));
    }

    @Test
    void aPathNeedsTwoPointsAndOtherPlanesOne() {
        assertThat(GroundFollower.follow(null, PATH, LAYOUT, path(0), false)).isNull();
        assertThat(GroundFollower.follow(null, new PlaneChoice.Random(1), LAYOUT, List.of(), false)).isNull();
        Ground random = ground(null, new PlaneChoice.Random(1), path(0), false);
        assertThat(random.plane().project(path(0).getFirst().parameters()).distance()).isCloseTo(0, within(1e-6));
        assertThat(random.area().contains(0, 0)).isTrue();
        Ground pair = ground(null, new PlaneChoice.Parameters(1, 4), path(0), false);
        assertThat(pair.plane().project(path(0).getFirst().parameters())).isEqualTo(new Place(2, 5, 0));
        assertThat(pair.area().contains(2, 5)).isTrue();
    }

    @Test
    void itStaysWhileThePathStaysOnThePlaneAndInTheArea() {
        Ground first = ground(null, PATH, path(30), false);
        assertThat(first.components()).isTrue();
        assertThat(ground(first, PATH, and(path(30), 3.05, 0.1, 0), false)).isSameAs(first);
        assertThat(ground(first, PATH, path(30), true)).isSameAs(first);
    }

    @Test
    void itFollowsAPathThatLeavesTheArea() {
        Ground first = ground(null, PATH, path(30), false);
        Ground next = ground(first, PATH, path(60), false);
        assertThat(next).isNotSameAs(first);
        for (PathPoint point : path(60)) {
            Place place = next.plane().project(point.parameters());
            assertThat(next.area().contains(place.a(), place.b())).isTrue();
        }
        Place before = first.plane().project(path(30).get(10).parameters());
        Place after = next.plane().project(path(30).get(10).parameters());
        assertThat(Math.hypot(before.a() - after.a(), before.b() - after.b())).as("turned as little as can be").isLessThan(0.3);
    }

    @Test
    void itFollowsANetworkThatLeavesThePlaneAndSoonerAtRest() {
        Ground first = ground(null, PATH, path(30), false);
        List<PathPoint> off = and(path(30), 3, 0.2, 0, 0.08);
        assertThat(ground(first, PATH, off, false)).isSameAs(first);
        Ground next = ground(first, PATH, off, true);
        assertThat(next).isNotSameAs(first);
        assertThat(next.plane().project(off.getLast().parameters()).distance()).isCloseTo(0, within(1e-5));
        List<PathPoint> far = and(path(30), 3, 0.2, 0, 1);
        assertThat(ground(first, PATH, far, false).plane().project(far.getLast().parameters()).distance())
                .isCloseTo(0, within(1e-5));
    }

    @Test
    void otherChoicesHaveAnotherGround() {
        Ground random = ground(null, new PlaneChoice.Random(1), path(30), true);
        assertThat(ground(random, new PlaneChoice.Random(1), path(30), true)).isSameAs(random);
        assertThat(ground(random, new PlaneChoice.Random(2), path(30), true).plane().u()).isNotEqualTo(random.plane().u());
        assertThat(ground(random, PATH, path(30), true).choice()).isEqualTo(PATH);
        Ground pair = ground(null, new PlaneChoice.Parameters(4, 5), path(2), true);
        assertThat(ground(pair, new PlaneChoice.Parameters(4, 5), path(30), true)).as("the others have moved on").isNotSameAs(pair);
        Ground moving = ground(null, new PlaneChoice.Parameters(0, 1), path(2), true);
        assertThat(ground(moving, new PlaneChoice.Parameters(0, 1), path(3), true)).as("they move on the plane").isSameAs(moving);
    }

    @Test
    void pointsThatAreNotFiniteArePassedOver() {
        List<PathPoint> path = and(path(30), Float.NaN);
        assertThat(ground(null, PATH, path, true).plane().u()).isEqualTo(ground(null, PATH, path(30), true).plane().u());
        assertThat(GroundFollower.follow(null, PATH, LAYOUT, List.of(point(0, Double.NaN)), true)).isNull();
    }

    @Test
    void severalPathsAreOnOneGroundThatHoldsMostOfAllOfThem() {
        List<PathPoint> one = path(30);
        List<PathPoint> other = new ArrayList<>();
        for (int i = 0; i <= 30; i++) {
            other.add(point(i, 0, 0, 0.1 * i, 0.02 * Math.cos(i)));
        }
        assertThat(GroundFollower.followAll(null, PATH, LAYOUT, List.of(path(0), path(0)), false)).as("no way yet").isNull();
        Ground both = Objects.requireNonNull(GroundFollower.followAll(null, PATH, LAYOUT, List.of(one, other), false));
        List<float[]> points = new ArrayList<>();
        for (List<PathPoint> path : List.of(one, other)) {
            for (PathPoint point : path) {
                Place place = both.plane().project(point.parameters());
                assertThat(both.area().contains(place.a(), place.b())).isTrue();
                points.add(point.parameters());
            }
        }
        Ground alone = ground(null, PATH, one, false);
        assertThat(HeldVariance.of(both.plane(), points).whole()).isGreaterThan(0.9)
                .isGreaterThan(HeldVariance.of(alone.plane(), points).whole());
        assertThat(GroundFollower.followAll(both, PATH, LAYOUT, List.of(one, other), true)).isSameAs(both);
        assertThat(GroundFollower.followAll(both, PATH, LAYOUT, List.of(one, and(other, 9, 9, 9)), false)).isNotSameAs(both);
    }
}
