package dev.crescent.insight.hidden;

/// The part of a picture's coordinates that is looked at: a square, or cube, around a middle.
///
/// @param half half of its side, above 0
public record Extent(double x, double y, double z, double half) {
    static final double ROOM = 1.12;

    /// All of the points, with room around them, the same room on every axis.
    ///
    /// @param xyz `[point][3]`, of which those from `from` to before `to` count, where they are finite
    static Extent around(float[] xyz, int from, int to) {
        double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
        for (int p = from; p < to; p++) {
            for (int k = 0; k < 3; k++) {
                float value = xyz[3 * p + k];
                if (Float.isFinite(value)) {
                    low[k] = Math.min(low[k], value);
                    high[k] = Math.max(high[k], value);
                }
            }
        }
        double[] middle = new double[3];
        double half = 0;
        for (int k = 0; k < 3; k++) {
            if (low[k] <= high[k]) {
                middle[k] = (low[k] + high[k]) / 2;
                half = Math.max(half, (high[k] - low[k]) / 2);
            }
        }
        // Where all say the same, they lie in the middle of something.
        return new Extent(middle[0], middle[1], middle[2], half > 1e-12 ? ROOM * half : 1);
    }

    /// Part of the way to another one, evenly, as points go: what both show is seen all the way.
    public Extent to(Extent other, double share) {
        return new Extent(x + share * (other.x - x), y + share * (other.y - y), z + share * (other.z - z),
                half + share * (other.half - half));
    }
}
