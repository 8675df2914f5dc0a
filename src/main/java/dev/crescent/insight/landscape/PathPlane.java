package dev.crescent.insight.landscape;

import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.ParameterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The plane in which a descent path, or several, varies most, and how much of their variance it holds.
///
/// Its directions are the first two principal components of the points. Where a path is straight, or a single point, the
/// missing direction is a random one, always the same, and has no share.
///
/// @param first share of the points' variance along the first principal component, 0 to 1; 0 for points that are all the
///     same
/// @param second likewise, along the second
/// @param across share of the variance along the plane's first direction: the first component's until the plane was
///     [#aligned]
/// @param up likewise, along its second direction
public record PathPlane(Plane plane, double first, double second, double across, double up) {
    /// Of more points, so many from all of them are taken: scalar products of all would take seconds.
    private static final int MOST_POINTS = 200;
    /// Of the random direction.
    private static final long KEY = CounterRandom.key(0, 0, 0);

    /// The plane of one path, through its last point: there the picture is the truth. (So do Li et al. 2018, section 7.)
    ///
    /// @param path parameters, `[layout total]` each, the newest last; those that are not finite are passed over
    /// @throws IllegalArgumentException if none is finite
    public static PathPlane of(ParameterLayout layout, List<float[]> path) {
        List<float[]> points = usable(finite(layout, path));
        PathComponents components = new PathComponents(points, layout.size());
        double[] origin = new double[layout.total()];
        float[] last = points.getLast();
        for (int i = 0; i < origin.length; i++) {
            origin[i] = last[i];
        }
        return of(components, origin);
    }

    /// The plane of several paths, through the mean of all their points, as it can be right at the end of one only.
    ///
    /// @param paths parameters, `[layout total]` each; those that are not finite are passed over. Batch normalization's
    ///     statistics are those at the end of the first path that has a point
    /// @throws IllegalArgumentException if no point is finite
    public static PathPlane ofAll(ParameterLayout layout, List<List<float[]>> paths) {
        List<float[]> points = new ArrayList<>();
        float[] end = {};
        for (List<float[]> path : paths) {
            points.addAll(finite(layout, path));
            end = end.length == 0 && !points.isEmpty() ? points.getLast() : end;
        }
        PathComponents components = new PathComponents(usable(points), layout.size());
        double[] origin = new double[layout.total()];
        System.arraycopy(components.mean, 0, origin, 0, layout.size());
        for (int i = layout.size(); i < origin.length; i++) {
            origin[i] = end[i];
        }
        return of(components, origin);
    }

    private static PathPlane of(PathComponents components, double[] origin) {
        double[] u = components.axes[0];
        double[] v = components.axes[1];
        double first = components.shares[0];
        double second = components.shares[1];
        Plane plane = Plane.of(origin, first > 0 ? u : random(u.length, 0), second > 0 ? v : random(v.length, u.length));
        return new PathPlane(plane, first, second, first, second);
    }

    private static double[] random(int size, int from) {
        double[] direction = new double[size];
        for (int i = 0; i < size; i++) {
            direction[i] = CounterRandom.normal(KEY, from + i);
        }
        return direction;
    }

    private static List<float[]> finite(ParameterLayout layout, List<float[]> points) {
        List<float[]> finite = new ArrayList<>();
        for (float[] point : points) {
            if (point.length != layout.total()) {
                throw new IllegalArgumentException("A path of a network with " + layout.total()
                        + " parameters and statistics has no point of " + point.length + ".");
            }
            if (isFinite(point)) {
                finite.add(point);
            }
        }
        return finite;
    }

    private static List<float[]> usable(List<float[]> points) {
        if (points.isEmpty()) {
            throw new IllegalArgumentException("A path's plane needs a point whose parameters are all finite.");
        }
        return points.size() <= MOST_POINTS ? points : IntStream.range(0, MOST_POINTS)
                .mapToObj(i -> points.get((int) ((long) i * (points.size() - 1) / (MOST_POINTS - 1)))).toList();
    }

    private static boolean isFinite(float[] point) {
        for (float value : point) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }

    /// The share of the points' variance that the plane holds, 0 to 1; the rest is off the plane.
    public double held() {
        return Math.min(1, first + second);
    }

    /// With the coordinates that follow an older plane's most closely, see [Plane#aligned], so that what is on screen
    /// moves as little as it can.
    ///
    /// @throws IllegalArgumentException if the other is of another network
    public PathPlane aligned(Plane older) {
        double[] q = plane.turnTo(older);
        // Principal components are uncorrelated, so the variance along a mixture of them is the mixture of theirs.
        return new PathPlane(plane.aligned(older), first, second, q[0] * q[0] * first + q[2] * q[2] * second,
                q[1] * q[1] * first + q[3] * q[3] * second);
    }
}
