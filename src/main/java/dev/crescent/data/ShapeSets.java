package dev.crescent.data;

/// The point sets that are not TensorFlow Playground's. In all of them noise is the standard deviation of a normal
/// disturbance, added to the coordinates after the class is settled; the classes take turns, so each has its share.
final class ShapeSets {
    /// The radius of the two discs of `crescents`.
    static final double CRESCENT_RADIUS = 0.3 * Math.sqrt(0.3);
    private static final double FIRST_DISC = 0.5;
    private static final double SECOND_DISC = 0.51;
    private static final double[][] BLOB_CENTERS = {{-1, -1}, {0, 1}, {1, -1}};
    private static final int BOARD = 4;

    private ShapeSets() {}

    /// Two interleaved half circles (scikit-learn's `make_moons`): class 0 at (cos t, sin t), class 1 at
    /// (1 - cos t, 0.5 - sin t), t evenly spread over [0, pi] in each class.
    static RawSamples moons(PointWriter to) {
        for (int i = 0; i < to.samples(); i++) {
            int label = i % 2;
            int inClass = i / 2;
            double t = Math.PI * inClass / Math.max(1, to.samplesOf(label, 2) - 1);
            if (label == 0) {
                to.addMoved(Math.cos(t), Math.sin(t), 0);
            } else {
                to.addMoved(1 - Math.cos(t), 0.5 - Math.sin(t), 1);
            }
        }
        return to.classified(2);
    }

    /// Two thin slices (Hindle's deep-learning tutorial): drawn evenly from the unit square, class 1 lies inside
    /// exactly one of two discs of radius 0.3^1.5 around (0.5, 0.5) and (0.51, 0.51), which is 0.929 % of the area;
    /// half of the samples are drawn from each class.
    static RawSamples crescents(PointWriter to) {
        for (int i = 0; i < to.samples(); i++) {
            int label = i % 2;
            // Class 1 is drawn from the square around both discs: the same distribution with an eighth of the misses.
            double low = label == 0 ? 0 : FIRST_DISC - CRESCENT_RADIUS;
            double high = label == 0 ? 1 : SECOND_DISC + CRESCENT_RADIUS;
            double x1;
            double x2;
            do {
                x1 = to.uniform(low, high);
                x2 = to.uniform(low, high);
            } while (inCrescent(x1, x2) != (label == 1));
            to.addMoved(x1, x2, label);
        }
        return to.classified(2);
    }

    /// Whether a point is inside exactly one of the two discs of `crescents`.
    static boolean inCrescent(double x1, double x2) {
        return inDisc(x1, x2, FIRST_DISC) != inDisc(x1, x2, SECOND_DISC);
    }

    private static boolean inDisc(double x1, double x2, double center) {
        double d1 = x1 - center;
        double d2 = x2 - center;
        return d1 * d1 + d2 * d2 < CRESCENT_RADIUS * CRESCENT_RADIUS;
    }

    /// Three classes, normal around (-1, -1), (0, 1) and (1, -1).
    static RawSamples blobs(PointWriter to) {
        for (int i = 0; i < to.samples(); i++) {
            double[] center = BLOB_CENTERS[i % 3];
            to.addMoved(center[0], center[1], i % 3);
        }
        return to.classified(3);
    }

    /// Three classes on concentric circles of radius 0.5, 1 and 1.5, at any angle; the noise moves along the radius.
    static RawSamples rings(PointWriter to) {
        for (int i = 0; i < to.samples(); i++) {
            int label = i % 3;
            double angle = to.uniform(0, 2 * Math.PI);
            double radius = 0.5 * (label + 1) + to.normalNoise();
            to.add(radius * Math.cos(angle), radius * Math.sin(angle), label);
        }
        return to.classified(3);
    }

    /// A board of 4 x 4 squares over [-1, 1)^2, drawn evenly; the class is (column + row) mod 2, so that the square at
    /// the lower left has class 0.
    static RawSamples checkerboard(PointWriter to) {
        for (int i = 0; i < to.samples(); i++) {
            int label = i % 2;
            double x1;
            double x2;
            do {
                x1 = to.uniform(-1, 1);
                x2 = to.uniform(-1, 1);
            } while ((square(x1) + square(x2)) % 2 != label);
            to.addMoved(x1, x2, label);
        }
        return to.classified(2);
    }

    private static int square(double x) {
        return (int) Math.floor((x + 1) * BOARD / 2);
    }

    /// A disc within a ring (Olah, "Neural Networks, Manifolds, and Topology"): class 0 evenly over the disc of radius
    /// 1/3, class 1 evenly over the ring between 2/3 and 1. No network whose layers are all of width 2 can separate
    /// them with a continuous activation that never folds.
    static RawSamples annulus(PointWriter to) {
        for (int i = 0; i < to.samples(); i++) {
            int label = i % 2;
            double inner = label == 0 ? 0 : 2.0 / 3;
            double outer = label == 0 ? 1.0 / 3 : 1;
            double radius = Math.sqrt(to.uniform(inner * inner, outer * outer)); // even over the area
            double angle = to.uniform(0, 2 * Math.PI);
            to.addMoved(radius * Math.cos(angle), radius * Math.sin(angle), label);
        }
        return to.classified(2);
    }

    /// Two arcs one above the other (after Olah, "Neural Networks, Manifolds, and Topology"): x2 = x1^2 - 0.7 for class
    /// 0 and x2 = x1^2 - 0.3 for class 1, x1 drawn evenly from [-1, 1). The ends of the lower arc reach above the
    /// middle of the upper one, so no line separates them.
    static RawSamples twoCurves(PointWriter to) {
        for (int i = 0; i < to.samples(); i++) {
            int label = i % 2;
            double x1 = to.uniform(-1, 1);
            to.addMoved(x1, x1 * x1 - (label == 0 ? 0.7 : 0.3), label);
        }
        return to.classified(2);
    }
}
