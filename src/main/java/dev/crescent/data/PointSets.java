package dev.crescent.data;

import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.util.List;

/// Makes the points of 2-D sources.
final class PointSets {
    private PointSets() {}

    /// Generates a point set. The same source and seed give the same points; a different noise leaves them where they
    /// were but for the noise.
    static RawSamples generate(Source.Points source, long seed) {
        PointWriter to = new PointWriter(source.samples(), source.noise(), seed);
        return switch (source.set()) {
            case MOONS -> ShapeSets.moons(to);
            case CRESCENTS -> ShapeSets.crescents(to);
            case CIRCLE -> PlaygroundSets.circle(to);
            case XOR -> PlaygroundSets.xor(to);
            case GAUSS -> PlaygroundSets.gauss(to);
            case SPIRAL -> PlaygroundSets.spiral(to);
            case BLOBS -> ShapeSets.blobs(to);
            case RINGS -> ShapeSets.rings(to);
            case CHECKERBOARD -> ShapeSets.checkerboard(to);
            case ANNULUS -> ShapeSets.annulus(to);
            case TWO_CURVES -> ShapeSets.twoCurves(to);
            case PLANE -> PlaygroundSets.plane(to);
            case GAUSS_REGRESSION -> PlaygroundSets.gaussRegression(to);
        };
    }

    /// The painted points, in their order; at least two classes, none of the points needed.
    static RawSamples painted(List<PaintedPoint> points) {
        int count = points.size();
        float[] columns = new float[2 * count];
        int[] labels = new int[count];
        float[] values = new float[count];
        int classes = 2;
        for (int i = 0; i < count; i++) {
            PaintedPoint point = points.get(i);
            columns[2 * i] = (float) point.x1();
            columns[2 * i + 1] = (float) point.x2();
            labels[i] = point.label();
            values[i] = point.label();
            classes = Math.max(classes, point.label() + 1);
        }
        return new RawSamples(Task.CLASSIFICATION, RawSamples.numbered(classes), RawSamples.PLANE, count, columns,
                labels, values);
    }
}
