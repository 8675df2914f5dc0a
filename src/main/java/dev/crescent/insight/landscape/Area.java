package dev.crescent.insight.landscape;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rectangle of a plane, in the plane's coordinates.
public record Area(double aMin, double aMax, double bMin, double bMax) {
    /// Between the places and the edge, as a share of the side.
    private static final double ROOM = 0.15;
    /// Nearer to the edge, as a share of the side, nobody sees where a path leads to.
    private static final double EDGE = 0.04;
    /// An area is kept while as much of its side as this is wanted.
    private static final double LOST = 0.35;

    /// @throws IllegalArgumentException if a bound is not finite or a side is not longer than 0
    public Area {
        check("a", aMin, aMax);
        check("b", bMin, bMax);
    }

    /// The square around a point of the plane.
    ///
    /// @param half of its side, above 0
    public static Area square(double a, double b, double half) {
        return new Area(a - half, a + half, b - half, b + half);
    }

    /// The smallest square with the places' bounding box in its middle and room around it.
    ///
    /// @param places those that are not finite are passed over; without any the square is about the origin
    /// @param least of half the side, above 0
    public static Area around(List<Place> places, double least) {
        Box box = Box.of(places);
        return box == null ? square(0, 0, least) : square((box.aMin + box.aMax) / 2, (box.bMin + box.bMax) / 2,
                Math.max(least, box.side() * (0.5 + ROOM)));
    }

    /// This area while it holds all places, none of them at its edge, and they do not get lost in it, else [#around]: what is
    /// computed over an area can then be kept while a path grows.
    ///
    /// @param least of half the side, above 0
    public Area following(List<Place> places, double least) {
        Box box = Box.of(places);
        if (box == null) {
            return this;
        }
        double across = EDGE * width();
        double up = EDGE * height();
        boolean holds = box.aMin >= aMin + across && box.aMax <= aMax - across && box.bMin >= bMin + up && box.bMax <= bMax - up;
        double wanted = Math.max(2 * least, box.side() * (1 + 2 * ROOM));
        return holds && wanted >= LOST * Math.max(width(), height()) ? this : around(places, least);
    }

    public double width() {
        return aMax - aMin;
    }

    public double height() {
        return bMax - bMin;
    }

    /// Whether a point of the plane lies inside or on the edge.
    public boolean contains(double a, double b) {
        return a >= aMin && a <= aMax && b >= bMin && b <= bMax;
    }

    private static void check(String axis, double min, double max) {
        if (!(max - min > 0) || !Double.isFinite(max - min)) {
            throw new IllegalArgumentException(axis
                    + " of an area must run from a smaller to a larger finite number, runs from " + min + " to " + max);
        }
    }

    /// What places take up.
    private record Box(double aMin, double aMax, double bMin, double bMax) {
        static @Nullable Box of(List<Place> places) {
            double inf = Double.POSITIVE_INFINITY;
            Box box = new Box(inf, -inf, inf, -inf);
            for (Place place : places) {
                if (place.isFinite()) {
                    box = new Box(Math.min(box.aMin, place.a()), Math.max(box.aMax, place.a()),
                            Math.min(box.bMin, place.b()), Math.max(box.bMax, place.b()));
                }
            }
            return box.aMin > box.aMax ? null : box;
        }

        double side() {
            return Math.max(aMax - aMin, bMax - bMin);
        }
    }
}
