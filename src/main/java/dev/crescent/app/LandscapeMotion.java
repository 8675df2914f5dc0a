package dev.crescent.app;

import dev.crescent.insight.landscape.Area;
import dev.crescent.insight.landscape.DrawnPath;
import dev.crescent.insight.landscape.GradientCloud;
import dev.crescent.insight.landscape.LossGrid;
import dev.crescent.insight.landscape.Place;
import dev.crescent.ui.landscape.Landscape;
import dev.crescent.ui.landscape.LossScale;
import dev.crescent.ui.landscape.Surface;
import dev.crescent.ui.landscape.Track;
import dev.crescent.ui.theme.Motion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.animation.Interpolator;
import org.jspecify.annotations.Nullable;

/// Brings landscapes on screen: at once while they stand on the same ground, smoothly where the ground is another one.
/// Belongs to one thread.
final class LandscapeMotion {
    /// So long a move to another ground takes.
    static final long NANOS = 400_000_000;
    private static final Interpolator EASING = Interpolator.SPLINE(0.2, 0, 0, 1);
    /// The logarithm of a loss of 0 is of no use.
    private static final double LEAST_LOSS = 1e-30;

    private LandscapeWorker.@Nullable Found target;
    private long head = Long.MAX_VALUE;
    private boolean dirty;
    // What was on screen when the move began:
    private @Nullable LossGrid from;
    private List<Map<Long, Place>> fromPlaces = List.of();
    private long begun;
    // What is on screen:
    private @Nullable LossGrid shown;
    private List<List<Place>> shownPlaces = List.of();
    private List<Place> balls = List.of();
    private @Nullable LossGrid laid; // what the surface was made of, if it was one landscape
    private @Nullable Surface surface;
    private LossScale scale = LossScale.EMPTY;

    /// Goes to a landscape.
    void go(LandscapeWorker.Found next, long now) {
        LandscapeWorker.Found before = target;
        LossGrid onScreen = shown;
        if (before != null && onScreen != null && before.ground() != next.ground()) {
            boolean follows = before.ground().choice().equals(next.ground().choice())
                    && before.question().part() == next.question().part()
                    && before.question().snapshot().run() == next.question().snapshot().run()
                    && before.directions() == next.directions()
                    && before.walks().size() == next.walks().size();
            from = follows ? onScreen : null;
            fromPlaces = follows ? places(before, shownPlaces) : List.of();
            begun = now;
        }
        target = next;
        dirty = true;
    }

    private static List<Map<Long, Place>> places(LandscapeWorker.Found of, List<List<Place>> shown) {
        List<Map<Long, Place>> all = new ArrayList<>();
        for (int w = 0; w < shown.size(); w++) {
            Map<Long, Place> places = new HashMap<>();
            for (int i = 0; i < shown.get(w).size(); i++) {
                places.put(of.walks().get(w).path().points().get(i).step(), shown.get(w).get(i));
            }
            all.add(places);
        }
        return all;
    }

    void clear() {
        target = null;
        from = null;
        shown = null;
        shownPlaces = List.of();
        balls = List.of();
        dirty = false;
    }

    /// Shows all as it was after so many steps, on the ground of now.
    ///
    /// @param step the largest there is for how it is now
    void setHead(long step) {
        dirty |= step != head;
        head = step;
    }

    /// The next frame shows what is there, even if nothing has changed.
    void again() {
        dirty = true;
    }

    /// Where the balls are on screen, one a walker; not finite where there is none.
    List<Place> balls() {
        return balls;
    }

    /// What is to be seen now; null if that has not changed.
    @Nullable Landscape frame(long now) {
        LandscapeWorker.Found to = target;
        if (to == null || !dirty) {
            return null;
        }
        LossGrid old = from;
        double t = old == null || Motion.isReduced() ? 1 : Math.clamp((now - begun) / (double) NANOS, 0, 1);
        if (old == null || t >= 1) {
            from = null;
            dirty = false;
            lay(to.grid().filled(), to.grid());
            shownPlaces = to.walks().stream().map(walk -> walk.path().places()).toList();
        } else {
            double eased = EASING.interpolate(0.0, 1.0, t);
            lay(mixed(old, to.grid().filled(), eased), null);
            shownPlaces = mixed(to, eased);
        }
        Surface ground = surface;
        return ground == null ? null : new Landscape(ground, scale, tracks(to), Double.NaN);
    }

    private List<Track> tracks(LandscapeWorker.Found of) {
        List<Track> tracks = new ArrayList<>();
        List<Place> ends = new ArrayList<>();
        for (int w = 0; w < of.walks().size(); w++) {
            WalkedTrack track = WalkedTrack.of(of.walks().get(w), shownPlaces.get(w), of.question().part(), head,
                    w == 0 ? arrows(of.gradients()) : Track.Arrows.NONE);
            tracks.add(track.track());
            ends.add(track.ball());
        }
        balls = List.copyOf(ends);
        return tracks;
    }

    private void lay(LossGrid whole, @Nullable LossGrid source) {
        if (source == null || source != laid || surface == null) {
            laid = source;
            shown = whole;
            surface = Surface.of(whole);
            scale = LossScale.of(whole);
        }
    }

    /// A landscape on the way between two: the area goes straight, and at each place the loss goes from one to the other.
    static LossGrid mixed(LossGrid from, LossGrid to, double t) {
        Area a = from.area();
        Area b = to.area();
        Area area = new Area(mix(a.aMin(), b.aMin(), t), mix(a.aMax(), b.aMax(), t), mix(a.bMin(), b.bMin(), t),
                mix(a.bMax(), b.bMax(), t));
        LossGrid mixed = LossGrid.empty(area, to.side());
        for (int i = 0; i < mixed.losses().length; i++) {
            double x = mixed.a(i % to.side());
            double y = mixed.b(i / to.side());
            mixed.losses()[i] = mixLosses(near(from, x, y), near(to, x, y), t);
        }
        return mixed;
    }

    /// The loss at a place, or beyond the edge that at the edge: a surface on its way is to have no steps.
    private static double near(LossGrid grid, double a, double b) {
        Area area = grid.area();
        return grid.at(Math.clamp(a, area.aMin(), area.aMax()), Math.clamp(b, area.bMin(), area.bMax()));
    }

    private static double mixLosses(double from, double to, double t) {
        if (Double.isNaN(from) || Double.isNaN(to)) {
            return Double.isNaN(from) ? to : from;
        }
        if (Double.isInfinite(from) || Double.isInfinite(to)) {
            return t < 0.5 ? from : to;
        }
        return Math.exp(mix(Math.log(Math.max(from, LEAST_LOSS)), Math.log(Math.max(to, LEAST_LOSS)), t));
    }

    private static double mix(double from, double to, double t) {
        return (1 - t) * from + t * to;
    }

    private List<List<Place>> mixed(LandscapeWorker.Found to, double t) {
        List<List<Place>> all = new ArrayList<>();
        for (int w = 0; w < to.walks().size(); w++) {
            all.add(mixed(to.walks().get(w).path(), w < fromPlaces.size() ? fromPlaces.get(w) : Map.of(), t));
        }
        return all;
    }

    /// The path on its way; a point that is new since the move began goes with the one before it.
    private static List<Place> mixed(DrawnPath path, Map<Long, Place> before, double t) {
        List<Place> places = new ArrayList<>();
        double a = 0;
        double b = 0;
        for (int i = 0; i < path.places().size(); i++) {
            Place place = path.places().get(i);
            Place old = before.get(path.points().get(i).step());
            if (old != null && old.isFinite() && place.isFinite()) {
                a = old.a() - place.a();
                b = old.b() - place.b();
            }
            places.add(new Place(place.a() + (1 - t) * a, place.b() + (1 - t) * b, place.distance()));
        }
        return places;
    }

    private static Track.Arrows arrows(LandscapeWorker.@Nullable Gradients gradients) {
        if (gradients == null) {
            return Track.Arrows.NONE;
        }
        List<GradientCloud.Arrow> arrows = gradients.cloud().arrows();
        float[] a = new float[arrows.size()];
        float[] b = new float[arrows.size()];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) arrows.get(i).a();
            b[i] = (float) arrows.get(i).b();
        }
        return new Track.Arrows(a, b, gradients.scale());
    }
}
