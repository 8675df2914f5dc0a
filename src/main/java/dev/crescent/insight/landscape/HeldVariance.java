package dev.crescent.insight.landscape;

import java.util.ArrayList;
import java.util.List;

/// How much of the variance of a path a plane holds, be it the path's own or any other: what is off the plane is the rest.
///
/// @param across share of the points' variance along the plane's first direction, 0 to 1; 0 for points that are all the
///     same
/// @param up likewise, along its second
public record HeldVariance(double across, double up) {
    public static final HeldVariance NONE = new HeldVariance(0, 0);

    /// @param points parameters, `[layout total]` each; those that are not finite are passed over
    public static HeldVariance of(Plane plane, List<float[]> points) {
        List<Place> places = new ArrayList<>();
        double[] sums = new double[points.isEmpty() ? 0 : points.getFirst().length];
        for (float[] point : points) {
            Place place = plane.project(point);
            if (place.isFinite()) {
                places.add(place);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += point[i];
                }
            }
        }
        if (places.isEmpty()) {
            return NONE;
        }
        float[] mean = new float[sums.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (float) (sums[i] / places.size());
        }
        return of(places, plane.project(mean));
    }

    /// The mean of the squares is the variance and the square of the mean.
    private static HeldVariance of(List<Place> places, Place mean) {
        double across = 0;
        double up = 0;
        double off = 0;
        for (Place place : places) {
            across += square(place.a() - mean.a()) / places.size();
            up += square(place.b() - mean.b()) / places.size();
            off += square(place.distance()) / places.size();
        }
        double whole = across + up + Math.max(0, off - square(mean.distance()));
        return whole > 0 ? new HeldVariance(across / whole, up / whole) : NONE;
    }

    private static double square(double x) {
        return x * x;
    }

    /// The share that the plane holds, 0 to 1.
    public double whole() {
        return Math.min(1, across + up);
    }
}
