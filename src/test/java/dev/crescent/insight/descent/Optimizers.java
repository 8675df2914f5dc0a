package dev.crescent.insight.descent;

import dev.crescent.experiment.Optimizer;
import java.util.List;

/// Every kind of optimizer, and every branch of its rule.
final class Optimizers {
    private Optimizers() {}

    /// Rates are low: RMSprop and Adadelta jump to and fro across a valley for ever, and at high ones they do so
    /// chaotically, where two ways of rounding soon part.
    static List<Optimizer> all() {
        return List.of(new Optimizer.Sgd(0.0005, 0, false), new Optimizer.Sgd(0.0005, 0.9, false),
                new Optimizer.Sgd(0.0005, 0.8, true), new Optimizer.RmsProp(0.002, 0.9, false),
                new Optimizer.RmsProp(0.002, 0.95, true), new Optimizer.AdaGrad(0.3), new Optimizer.AdaDelta(1, 0.9),
                new Optimizer.Adam(0.02, 0.9, 0.999), new Optimizer.AdamW(0.02, 0.8, 0.99, 0.1),
                new Optimizer.NAdam(0.02, 0.9, 0.999), new Optimizer.Lion(0.005, 0.9, 0.99));
    }
}
