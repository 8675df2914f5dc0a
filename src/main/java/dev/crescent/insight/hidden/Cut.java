package dev.crescent.insight.hidden;

import java.util.Arrays;
import java.util.List;

/// A line in a flat picture, or a plane in one of three dimensions, along which the next layer separates: there
/// `x a + y b + z c + d` is 0. It ends where one of the other sides does.
///
/// @param within where all of these are at least 0 it separates, elsewhere it does not
public record Cut(Side line, List<Side> within) {
    /// Weights this small, in the picture's own coordinates, separate nothing.
    private static final double LEAST = 1e-9;

    public Cut {
        within = List.copyOf(within);
    }

    /// What a picture's places are measured by: positive on one side, negative on the other.
    public record Side(double a, double b, double c, double d) {
        /// Its value at a place.
        public double at(double x, double y, double z) {
            return a * x + b * y + c * z + d;
        }

        Side minus(Side other) {
            return new Side(a - other.a, b - other.b, c - other.c, d - other.d);
        }
    }

    /// The part of the line inside a rectangle of a flat picture: `{x1, y1, x2, y2}`; empty where there is none.
    ///
    /// @param reachX half the rectangle's width, around the extent's middle
    /// @param reachY half its height
    public double[] segment(Extent extent, double reachX, double reachY) {
        double length = Math.hypot(line.a, line.b);
        if (!(length > LEAST) || !Double.isFinite(length + line.d)) {
            return new double[0];
        }
        double off = line.at(extent.x(), extent.y(), 0) / length;
        double[] from = {extent.x() - off * line.a / length, extent.y() - off * line.b / length};
        double[] along = {-line.b / length, line.a / length};
        double[] range = {-Double.MAX_VALUE, Double.MAX_VALUE};
        clip(range, from[0] - extent.x() + reachX, along[0]);
        clip(range, extent.x() + reachX - from[0], -along[0]);
        clip(range, from[1] - extent.y() + reachY, along[1]);
        clip(range, extent.y() + reachY - from[1], -along[1]);
        for (Side side : within) {
            clip(range, side.at(from[0], from[1], 0), side.a * along[0] + side.b * along[1]);
        }
        return range[0] < range[1] ? new double[] {from[0] + range[0] * along[0], from[1] + range[0] * along[1],
            from[0] + range[1] * along[0], from[1] + range[1] * along[1]} : new double[0];
    }

    /// Keeps of a range of `s` what has `value + s * slope >= 0`.
    private static void clip(double[] range, double value, double slope) {
        if (slope > 0) {
            range[0] = Math.max(range[0], -value / slope);
        } else if (slope < 0) {
            range[1] = Math.min(range[1], -value / slope);
        } else if (value < 0) {
            range[1] = range[0];
        }
    }

    /// The part of the plane inside a cube around the extent's middle, as a polygon `{x, y, z, x, y, z, ...}`; empty where
    /// there is none.
    ///
    /// @param reach half the cube's side
    public double[] polygon(Extent extent, double reach) {
        double length = Math.sqrt(line.a * line.a + line.b * line.b + line.c * line.c);
        if (!(length > LEAST) || !Double.isFinite(length + line.d)) {
            return new double[0];
        }
        double[] normal = {line.a / length, line.b / length, line.c / length};
        double off = line.at(extent.x(), extent.y(), extent.z()) / length;
        double[] middle = {extent.x() - off * normal[0], extent.y() - off * normal[1], extent.z() - off * normal[2]};
        double[] polygon = square(middle, normal, 4 * reach);
        for (int k = 0; k < 3; k++) {
            double at = k == 0 ? extent.x() : k == 1 ? extent.y() : extent.z();
            polygon = clipped(polygon, unit(k, 1, reach - at));
            polygon = clipped(polygon, unit(k, -1, reach + at));
        }
        for (Side side : within) {
            polygon = clipped(polygon, side);
        }
        return polygon;
    }

    private static Side unit(int axis, double sign, double d) {
        return new Side(axis == 0 ? sign : 0, axis == 1 ? sign : 0, axis == 2 ? sign : 0, d);
    }

    private static double[] square(double[] middle, double[] normal, double half) {
        int least = Math.abs(normal[0]) < 0.6 ? 0 : Math.abs(normal[1]) < 0.6 ? 1 : 2;
        double[] u = {-normal[least] * normal[0], -normal[least] * normal[1], -normal[least] * normal[2]};
        u[least] += 1;
        double length = Math.sqrt(Axes.dot(u, u));
        double[] v = {normal[1] * u[2] - normal[2] * u[1], normal[2] * u[0] - normal[0] * u[2],
            normal[0] * u[1] - normal[1] * u[0]};
        double[] square = new double[12];
        for (int corner = 0; corner < 4; corner++) {
            double across = (corner == 0 || corner == 3 ? -half : half) / length;
            double up = (corner < 2 ? -half : half) / length;
            for (int k = 0; k < 3; k++) {
                square[3 * corner + k] = middle[k] + across * u[k] + up * v[k];
            }
        }
        return square;
    }

    /// Sutherland and Hodgman's way: each edge keeps what lies on the side.
    private static double[] clipped(double[] polygon, Side side) {
        double[] kept = new double[polygon.length + 3];
        int size = 0;
        for (int i = 0; i < polygon.length; i += 3) {
            int next = (i + 3) % polygon.length;
            double here = side.at(polygon[i], polygon[i + 1], polygon[i + 2]);
            double there = side.at(polygon[next], polygon[next + 1], polygon[next + 2]);
            if (here >= 0) {
                System.arraycopy(polygon, i, kept, size, 3);
                size += 3;
            }
            if (here >= 0 != there >= 0 && size + 3 <= kept.length) {
                double share = here / (here - there);
                for (int k = 0; k < 3; k++) {
                    kept[size + k] = polygon[i + k] + share * (polygon[next + k] - polygon[i + k]);
                }
                size += 3;
            }
        }
        return Arrays.copyOf(kept, size);
    }
}
