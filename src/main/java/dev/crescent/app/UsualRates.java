package dev.crescent.app;

import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.Region;
import dev.crescent.insight.Ticks;
import dev.crescent.insight.descent.PlaneFunction;
import dev.crescent.insight.descent.PlaneVector;
import dev.crescent.insight.descent.TestFunction;

/// Learning rates at which optimizers get somewhere.
///
/// On a function of the plane, those that multiply the gradient must be slower than its curvature allows: plain descent is stable below 2 over the
/// largest curvature. Those that divide the gradient by its usual size take steps of about their rate, which follows from
/// how large the region is.
final class UsualRates {
    private static final int LINE = 16;
    private static final double SMALL = 1e-5;

    private UsualRates() {}

    /// The optimizer with its rate for a function.
    static Optimizer with(PlaneFunction function, Optimizer optimizer) {
        Region region = function.region();
        double side = Math.max(region.width(), region.height());
        double rate = switch (optimizer) {
            case Optimizer.Sgd sgd -> (sgd.momentum() > 0 ? 0.4 : 1) / curvature(function);
            case Optimizer.RmsProp _ -> 0.003 * side;
            case Optimizer.Adam _, Optimizer.AdamW _, Optimizer.NAdam _ -> 0.015 * side;
            case Optimizer.AdaGrad _ -> 0.1 * side;
            case Optimizer.AdaDelta _ -> side;
            case Optimizer.Lion _ -> 0.0015 * side;
        };
        return optimizer.withLearningRate(Math.clamp(rounded(rate), 1e-6, 100));
    }

    /// The optimizer with a rate at which it trains most networks.
    ///
    /// @param images whether the network is one for images, which are larger and wider than those over the plane
    static Optimizer forNetwork(Optimizer optimizer, boolean images) {
        return optimizer.withLearningRate(switch (optimizer) {
            case Optimizer.Sgd sgd -> sgd.momentum() > 0 ? 0.03 : 0.1;
            case Optimizer.RmsProp _ -> images ? 0.001 : 0.003;
            case Optimizer.Adam _, Optimizer.AdamW _, Optimizer.NAdam _ -> images ? 0.001 : 0.01;
            case Optimizer.AdaGrad _ -> images ? 0.01 : 0.05;
            case Optimizer.AdaDelta _ -> 1;
            case Optimizer.Lion _ -> images ? 0.0003 : 0.002;
        });
    }

    /// Not above it: 1, 2 or 5 times a power of ten.
    private static double rounded(double rate) {
        double above = Ticks.step(rate);
        return above <= rate * (1 + 1e-9) ? above : Ticks.step(above / 3);
    }

    /// The largest at the start, at the minima and on the straight ways between.
    private static double curvature(PlaneFunction function) {
        double most = at(function, function.start());
        if (function instanceof TestFunction known) {
            PlaneVector end = known.minima().getFirst().at();
            for (int i = 1; i <= LINE; i++) {
                double t = (double) i / LINE;
                most = Math.max(most, at(function, new PlaneVector(
                        function.start().x() + t * (end.x() - function.start().x()),
                        function.start().y() + t * (end.y() - function.start().y()))));
            }
        }
        return most > 0 ? most : 1;
    }

    /// How much the gradient changes at most from a place to its neighbors, for the distance; 0 where that is not finite.
    private static double at(PlaneFunction function, PlaneVector place) {
        double h = SMALL * Math.max(function.region().width(), function.region().height());
        double[] before = new double[2];
        double[] after = new double[2];
        double sum = 0;
        for (int axis = 0; axis < 2; axis++) {
            double dx = axis == 0 ? h : 0;
            double dy = axis == 1 ? h : 0;
            function.gradient(place.x() - dx, place.y() - dy, before);
            function.gradient(place.x() + dx, place.y() + dy, after);
            sum = Math.hypot(sum, Math.hypot(after[0] - before[0], after[1] - before[1]) / (2 * h));
        }
        return Double.isFinite(sum) ? sum : 0;
    }
}
