package dev.crescent.insight.landscape;

import dev.crescent.engine.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the ground of a landscape while a network moves on: the same as long as it shows well where the network is, then
/// one that follows it. Pure.
public final class GroundFollower {
    /// How far off the plane the network may be while it moves, and when it rests, as a part of the area's side.
    private static final double OFF = 0.06;
    private static final double OFF_AT_REST = 0.005;
    /// So much more of the variance must another plane hold.
    private static final double BETTER = 0.05;
    private static final double BETTER_AT_REST = 0.01;
    /// Directions that are turned by less than 5 degrees are still those of the components.
    private static final double HARDLY_TURNED = Math.cos(Math.toRadians(5));
    /// The least half side, as a part of all parameters' length; smaller is rounding.
    private static final double LEAST = 1e-4;
    /// Of the area of two parameters: a weight of 2 is a large one.
    private static final double LEAST_OF_PARAMETERS = 2;

    private GroundFollower() {}

    /// The ground of one network's path.
    ///
    /// @param before the ground so far; null for none
    /// @param path oldest first; points that are not finite are passed over
    /// @param resting whether the network stays where it is, and can be shown exactly
    /// @return `before` itself while that will do; null where there is nothing to show yet: no finite point, or for the
    ///     path's own plane less than two
    public static @Nullable Ground follow(@Nullable Ground before, PlaneChoice choice, ParameterLayout layout,
            List<PathPoint> path, boolean resting) {
        return followAll(before, choice, layout, List.of(path), resting);
    }

    /// Likewise of several networks, which all belong on one ground: for the plane of the paths, the one in which all
    /// points together vary most; others go by the first network.
    ///
    /// @param paths at least one
    public static @Nullable Ground followAll(@Nullable Ground before, PlaneChoice choice, ParameterLayout layout,
            List<List<PathPoint>> paths, boolean resting) {
        List<List<float[]>> all = new ArrayList<>();
        for (List<PathPoint> path : paths) {
            List<float[]> points = new ArrayList<>();
            for (PathPoint point : path) {
                if (isFinite(point.parameters())) {
                    points.add(point.parameters());
                }
            }
            all.add(points);
        }
        List<float[]> points = all.getFirst();
        Ground known = before != null && before.choice().equals(choice) ? before : null;
        return switch (choice) {
            case PlaneChoice.Path _ when all.size() > 1 -> ofPaths(known, choice, layout, all, resting);
            case PlaneChoice.Path _ -> points.size() < 2 ? null : ofPath(known, choice, layout, points, resting);
            case PlaneChoice.Random random -> points.isEmpty() ? null
                    : ofRandom(known, random, layout, points.getLast(), resting);
            case PlaneChoice.Parameters pair -> points.isEmpty() ? null
                    : ofParameters(known, pair, layout, points, resting);
        };
    }

    private static Ground ofPath(@Nullable Ground known, PlaneChoice choice, ParameterLayout layout, List<float[]> points,
            boolean resting) {
        double least = Math.max(Double.MIN_NORMAL, LEAST * length(points.getLast()));
        if (known == null) {
            Plane plane = PathPlane.of(layout, points).plane();
            return new Ground(choice, plane, Area.around(places(plane, points), least), true);
        }
        List<Place> places = places(known.plane(), points);
        Area area = known.area().following(places, least);
        boolean stays = area == known.area() && !isOff(known, places.getLast(), resting);
        PathPlane found = PathPlane.of(layout, points);
        if (stays && found.held() < HeldVariance.of(known.plane(), points).whole() + BETTER) {
            return known;
        }
        return turned(found, known, choice, points, least);
    }

    /// No plane goes through the ends of several paths: it stays as long as it holds nearly as much of them as another.
    private static @Nullable Ground ofPaths(@Nullable Ground known, PlaneChoice choice, ParameterLayout layout,
            List<List<float[]>> paths, boolean resting) {
        List<float[]> points = paths.stream().flatMap(List::stream).toList();
        if (paths.stream().noneMatch(path -> path.size() > 1)) {
            return null;
        }
        double least = Math.max(Double.MIN_NORMAL, LEAST * length(points.getLast()));
        PathPlane found = PathPlane.ofAll(layout, paths);
        if (known == null) {
            return new Ground(choice, found.plane(), Area.around(places(found.plane(), points), least), true);
        }
        boolean stays = known.area().following(places(known.plane(), points), least) == known.area();
        // Both by all points: the new one was found by some of them.
        double better = HeldVariance.of(found.plane(), points).whole() - HeldVariance.of(known.plane(), points).whole();
        return stays && better < (resting ? BETTER_AT_REST : BETTER) ? known : turned(found, known, choice, points, least);
    }

    /// The plane that was found, turned so that what is on screen moves as little as it can.
    private static Ground turned(PathPlane found, Ground known, PlaneChoice choice, List<float[]> points, double least) {
        Plane plane = found.plane().aligned(known.plane());
        double[] turn = found.plane().turnTo(known.plane());
        boolean components = Math.abs(turn[0]) > HARDLY_TURNED && Math.abs(turn[3]) > HARDLY_TURNED;
        return new Ground(choice, plane, known.area().following(places(plane, points), least), components);
    }

    private static Ground ofRandom(@Nullable Ground known, PlaneChoice.Random choice, ParameterLayout layout, float[] last,
            boolean resting) {
        if (known != null) {
            Place place = known.plane().project(last);
            double limit = (resting ? OFF_AT_REST : OFF) * known.side();
            if (place.distance() <= limit && Math.hypot(place.a(), place.b()) <= limit) {
                return known;
            }
        }
        FilterPlane found = FilterPlane.of(layout, last, choice.seed());
        return new Ground(choice, found.plane(), Area.square(0, 0, found.unit()), false);
    }

    private static Ground ofParameters(@Nullable Ground known, PlaneChoice.Parameters choice, ParameterLayout layout,
            List<float[]> points, boolean resting) {
        Plane plane = Plane.ofParameters(layout, points.getLast(), choice.first(), choice.second());
        List<Place> places = places(plane, points);
        if (known == null) {
            return new Ground(choice, plane, Area.around(places, LEAST_OF_PARAMETERS), false);
        }
        Area area = known.area().following(places, LEAST_OF_PARAMETERS);
        boolean stays = area == known.area() && !isOff(known, known.plane().project(points.getLast()), resting);
        return stays ? known : new Ground(choice, plane, area, false);
    }

    private static boolean isOff(Ground ground, Place place, boolean resting) {
        return place.distance() > (resting ? OFF_AT_REST : OFF) * ground.side();
    }

    private static List<Place> places(Plane plane, List<float[]> points) {
        List<Place> places = new ArrayList<>();
        for (float[] point : points) {
            places.add(plane.project(point));
        }
        return places;
    }

    private static double length(float[] parameters) {
        double squares = 0;
        for (float value : parameters) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    private static boolean isFinite(float[] parameters) {
        for (float value : parameters) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
