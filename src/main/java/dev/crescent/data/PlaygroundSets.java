package dev.crescent.data;

/// The six generators of TensorFlow Playground (`dataset.ts`): the same geometry and the same meaning of noise, whose
/// slider's 0 to 50 are 0 to 0.5 here. Its label +1 is class 1, its -1 class 0. Each set lies in about [-6, 6]^2.
///
/// In `circle`, `xor`, `plane` and `gauss-regression` noise never moves a point: it moves the place where the point is
/// judged, so that points near a border get the wrong label.
final class PlaygroundSets {
    private static final double CIRCLE_RADIUS = 5;
    private static final double XOR_REACH = 5;
    private static final double XOR_PADDING = 0.3;
    private static final double REGRESSION_REACH = 6;
    /// The six bumps of `gauss-regression`: center and sign.
    private static final double[][] BUMPS = {
        {-4, 2.5, 1}, {0, 2.5, -1}, {4, 2.5, 1}, {-4, -2.5, -1}, {0, -2.5, 1}, {4, -2.5, -1}};

    private PlaygroundSets() {}

    /// Half of the points at a radius drawn evenly from [0, 2.5), half from [3.5, 5), at any angle; class 1 where the
    /// point, moved evenly by up to 5 * noise a coordinate, is less than 2.5 from the origin.
    static RawSamples circle(PointWriter to) {
        for (int i = 0; i < to.samples(); i++) {
            double radius = i % 2 == 0 ? to.uniform(0, CIRCLE_RADIUS * 0.5)
                    : to.uniform(CIRCLE_RADIUS * 0.7, CIRCLE_RADIUS);
            double angle = to.uniform(0, 2 * Math.PI);
            double x1 = radius * Math.sin(angle);
            double x2 = radius * Math.cos(angle);
            double judged = Math.hypot(x1 + to.uniformNoise(CIRCLE_RADIUS), x2 + to.uniformNoise(CIRCLE_RADIUS));
            to.add(x1, x2, judged < CIRCLE_RADIUS * 0.5 ? 1 : 0);
        }
        return to.classified(2);
    }

    /// Both coordinates drawn evenly from [-5, 5) and pushed 0.3 away from 0; class 1 where the product of the
    /// coordinates, each moved evenly by up to 5 * noise, is not negative.
    static RawSamples xor(PointWriter to) {
        for (int i = 0; i < to.samples(); i++) {
            double x1 = padded(to.uniform(-XOR_REACH, XOR_REACH));
            double x2 = padded(to.uniform(-XOR_REACH, XOR_REACH));
            double judged = (x1 + to.uniformNoise(XOR_REACH)) * (x2 + to.uniformNoise(XOR_REACH));
            to.add(x1, x2, judged >= 0 ? 1 : 0);
        }
        return to.classified(2);
    }

    private static double padded(double x) {
        return x + (x > 0 ? XOR_PADDING : -XOR_PADDING);
    }

    /// Normal around (2, 2) for class 1 and (-2, -2) for class 0; the variance of each coordinate is 0.5 + 7 * noise,
    /// so 0.5 without noise and 4 at noise 0.5.
    static RawSamples gauss(PointWriter to) {
        double deviation = Math.sqrt(0.5 + 7 * to.noise());
        for (int i = 0; i < to.samples(); i++) {
            int label = i % 2 == 0 ? 1 : 0;
            double center = label == 1 ? 2 : -2;
            to.add(center + deviation * to.normal(), center + deviation * to.normal(), label);
        }
        return to.classified(2);
    }

    /// Two arms of n points: point i is (r sin t, r cos t) with r = 5 i/n and t = 1.75 * 2 pi i/n, plus pi for class 0;
    /// each coordinate is moved evenly by up to the noise.
    static RawSamples spiral(PointWriter to) {
        for (int i = 0; i < to.samples(); i++) {
            int label = i % 2 == 0 ? 1 : 0;
            int inArm = i / 2;
            double along = inArm / (double) to.samplesOf(i % 2, 2);
            double radius = 5 * along;
            double angle = 1.75 * 2 * Math.PI * along + (label == 1 ? 0 : Math.PI);
            to.add(radius * Math.sin(angle) + to.uniformNoise(1), radius * Math.cos(angle) + to.uniformNoise(1), label);
        }
        return to.classified(2);
    }

    /// Both coordinates drawn evenly from [-6, 6); the value is (x1 + x2) / 10, taken at the point moved evenly by up
    /// to 6 * noise a coordinate.
    static RawSamples plane(PointWriter to) {
        for (int i = 0; i < to.samples(); i++) {
            double x1 = to.uniform(-REGRESSION_REACH, REGRESSION_REACH);
            double x2 = to.uniform(-REGRESSION_REACH, REGRESSION_REACH);
            double judged = x1 + to.uniformNoise(REGRESSION_REACH) + x2 + to.uniformNoise(REGRESSION_REACH);
            to.addValue(x1, x2, judged / 10);
        }
        return to.regression();
    }

    /// Both coordinates drawn evenly from [-6, 6); the value is that of the strongest of six bumps of alternating sign
    /// at (-4 0 4, 2.5 -2.5), each falling linearly from 1 at its center to 0 at distance 2, taken at the point moved
    /// evenly by up to 6 * noise a coordinate.
    static RawSamples gaussRegression(PointWriter to) {
        for (int i = 0; i < to.samples(); i++) {
            double x1 = to.uniform(-REGRESSION_REACH, REGRESSION_REACH);
            double x2 = to.uniform(-REGRESSION_REACH, REGRESSION_REACH);
            to.addValue(x1, x2, bumps(x1 + to.uniformNoise(REGRESSION_REACH), x2 + to.uniformNoise(REGRESSION_REACH)));
        }
        return to.regression();
    }

    private static double bumps(double x1, double x2) {
        double strongest = 0;
        for (double[] bump : BUMPS) {
            double height = Math.max(0, 1 - Math.hypot(x1 - bump[0], x2 - bump[1]) / 2);
            if (height > Math.abs(strongest)) {
                strongest = bump[2] * height;
            }
        }
        return strongest;
    }
}
