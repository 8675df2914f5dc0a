package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.Part;
import dev.crescent.insight.landscape.DrawnPath;
import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.insight.landscape.Place;
import dev.crescent.ui.landscape.Track;
import java.util.List;
import org.junit.jupiter.api.Test;

class WalkedTrackTest {
    private static final List<Place> PLACES = List.of(new Place(0, 0, 0), new Place(1, 2, 0.5), new Place(3, 2, 1));

    private static WalkedTrack at(long head) {
        List<PathPoint> points = List.of(new PathPoint(0, 1, 1, new float[1]), new PathPoint(10, 0.5, 1, new float[1]),
                new PathPoint(30, 0.25, 1, new float[1]));
        LandscapeWorker.Walk walk = new LandscapeWorker.Walk(new Walker("Adam", "A", 3, points, true),
                new DrawnPath(points, PLACES), PLACES.getLast(), 0.2);
        return WalkedTrack.of(walk, PLACES, Part.TRAINING, head, Track.Arrows.NONE);
    }

    @Test
    void nowItEndsAtTheBallWithTheLossOfTheLandscapesSamples() {
        WalkedTrack now = at(Long.MAX_VALUE);
        assertThat(now.track().a()).containsExactly(0, 1, 3);
        assertThat(now.track().lastLoss()).isCloseTo(0.2, within(1e-6));
        assertThat(now.ball()).isEqualTo(PLACES.getLast());
    }

    @Test
    void inAReplayItEndsOnTheLineToTheNextPoint() {
        WalkedTrack then = at(20);
        assertThat(then.track().a()).containsExactly(0, 1, 2);
        assertThat(then.track().b()).containsExactly(0, 2, 2);
        assertThat(then.ball()).isEqualTo(new Place(2, 2, 0.75));
        assertThat(at(0).ball()).isEqualTo(PLACES.getFirst());
    }
}
