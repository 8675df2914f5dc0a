package dev.crescent.app;

import dev.crescent.engine.Part;
import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.insight.landscape.Place;
import dev.crescent.ui.landscape.Track;
import java.util.List;

/// A walker's way on a landscape as the pictures draw it.
///
/// @param ball where it ends, with its distance from the plane; not finite without a point
record WalkedTrack(Track track, Place ball) {
    /// @param places of the walk's points on screen
    /// @param head the step at which the way ends: between two points of the path on the line that joins them
    static WalkedTrack of(LandscapeWorker.Walk walk, List<Place> places, Part part, long head, Track.Arrows arrows) {
        List<PathPoint> points = walk.path().points();
        int known = 0;
        while (known < points.size() && points.get(known).step() <= head) {
            known++;
        }
        boolean between = known > 0 && known < points.size();
        int length = known + (between ? 1 : 0);
        float[] a = new float[length];
        float[] b = new float[length];
        float[] loss = new float[length];
        Place ball = walk.ball();
        for (int i = 0; i < length; i++) {
            ball = i < known ? places.get(i)
                    : between(places.get(i - 1), places.get(i), share(points.get(i - 1), points.get(i), head));
            a[i] = (float) ball.a();
            b[i] = (float) ball.b();
            loss[i] = (float) points.get(Math.min(i, known - 1)).loss(part);
        }
        if (length > 0 && !between) {
            loss[length - 1] = (float) walk.loss(); // over the same samples as the landscape
        }
        Walker walker = walk.walker();
        return new WalkedTrack(new Track(walker.name(), walker.letter(), walker.color(), a, b, loss, arrows), ball);
    }

    private static double share(PathPoint from, PathPoint to, long head) {
        return (double) (head - from.step()) / (to.step() - from.step());
    }

    private static Place between(Place from, Place to, double t) {
        return new Place((1 - t) * from.a() + t * to.a(), (1 - t) * from.b() + t * to.b(),
                (1 - t) * from.distance() + t * to.distance());
    }
}
