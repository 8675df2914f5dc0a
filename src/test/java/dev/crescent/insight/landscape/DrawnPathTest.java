package dev.crescent.insight.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.insight.landscape.Worlds.Nets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawnPathTest {
    private static final Plane PLANE = Plane.of(Nets.flat(3), new float[3], new double[] {1, 0, 0}, new double[] {0, 1, 0});

    private static PathPoint point(float x, float y, float z) {
        return new PathPoint(0, 1, 1, new float[] {x, y, z});
    }

    @Test
    void aPathIsAsFarAwayAsItsPointsAre() {
        DrawnPath path = DrawnPath.of(PLANE, List.of(point(1, 2, 3), point(Float.NaN, 0, 9), point(4, 5, -4)));
        assertThat(path.places().getFirst()).isEqualTo(new Place(1, 2, 3));
        assertThat(path.places().get(1).isFinite()).isFalse();
        assertThat(path.farthest()).isEqualTo(4);
        assertThat(path.distance()).isCloseTo(Math.sqrt(12.5), within(1e-12));
    }

    @Test
    void noPathIsNowhereFarAway() {
        DrawnPath none = DrawnPath.of(PLANE, List.of());
        assertThat(none.distance()).isZero();
        assertThat(none.farthest()).isZero();
    }

    @Test
    void aNetworkThatDivergedIsNowhereOnThePlane() {
        assertThat(PLANE.project(new float[] {Float.NaN, 0, 0}).isFinite()).isFalse();
        assertThat(PLANE.project(new float[] {0, 3, 0})).isEqualTo(new Place(0, 3, 0));
    }
}
