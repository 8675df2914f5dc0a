package dev.crescent.ui.data;

import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The drawing that the painted tile holds before the user has painted: three brush strokes of one class each.
final class Starter {
    private static final int POINTS = 60;
    private static final double WIDTH = 0.16;
    /// Each stroke is an arc: center, radius, first and last angle in degrees.
    private static final double[][] ARCS = {
        {-0.9, 0.1, 1.3, 35, 145}, {-0.3, -2.1, 1.6, 75, 150}, {1.1, -0.6, 1.0, -150, 110}};

    private Starter() {}

    static Source.Painted drawing() {
        SplittableRandom random = new SplittableRandom(1);
        List<PaintedPoint> points = new ArrayList<>();
        for (int i = 0; i < POINTS * ARCS.length; i++) {
            double[] arc = ARCS[i % ARCS.length];
            double angle = Math.toRadians(arc[3] + (arc[4] - arc[3]) * random.nextDouble());
            double radius = arc[2] + WIDTH * random.nextDouble(-1, 1);
            points.add(new PaintedPoint(arc[0] + radius * Math.cos(angle), arc[1] + radius * Math.sin(angle),
                    i % ARCS.length));
        }
        return new Source.Painted(points);
    }
}
