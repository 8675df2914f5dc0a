package dev.crescent.insight.descent;

import dev.crescent.experiment.Optimizer;

/// One step of an optimizer on one weight, with every number it goes through, in double: PyTorch's update rules, those of
/// the engines.
///
/// A weight is a coordinate of a ball on a function of the plane as well as a parameter of a network.
///
/// @param w before the step
/// @param g the gradient there
/// @param momentumUsed the momentum as this step takes it: Adam's bias-corrected m, NAdam's look-ahead of it, Lion's blend
///     of m and g, Nesterov's `g + momentum v`; else the momentum remembered
/// @param squaresUsed the accumulated squares as this step takes them: bias-corrected for Adam and its kin
/// @param adjusted the gradient as the optimizer adjusts it: what is multiplied by the rate and taken off the weight
/// @param next the weight after the step: `w - rate adjusted`, where AdamW takes `rate decay w` off, too
public record WeightStep(StepConstants constants, double w, double g, Memory before, Memory after,
                         double momentumUsed, double squaresUsed, double adjusted, double next) {
    static final double EPSILON = 1e-8;
    /// Adadelta's, and RMSprop's under the root.
    static final double LARGE_EPSILON = 1e-6;

    /// Takes a step.
    public static WeightStep of(StepConstants constants, double w, double g, Memory before) {
        return switch (constants.optimizer()) {
            case Optimizer.Sgd sgd -> momentum(constants, sgd, w, g, before);
            case Optimizer.RmsProp p -> {
                double a = p.rho() * before.squares() + (1 - p.rho()) * g * g;
                double root = p.epsilonInside() ? Math.sqrt(a + LARGE_EPSILON) : Math.sqrt(a) + EPSILON;
                yield squares(constants, w, g, before, new Memory(0, a, 0), g / root);
            }
            case Optimizer.AdaGrad _ -> {
                double a = before.squares() + g * g;
                yield squares(constants, w, g, before, new Memory(0, a, 0), g / (Math.sqrt(a) + EPSILON));
            }
            case Optimizer.AdaDelta p -> {
                double a = p.rho() * before.squares() + (1 - p.rho()) * g * g;
                double d = g * Math.sqrt(before.updates() + LARGE_EPSILON) / Math.sqrt(a + LARGE_EPSILON);
                double b = p.rho() * before.updates() + (1 - p.rho()) * d * d;
                yield squares(constants, w, g, before, new Memory(0, a, b), d);
            }
            case Optimizer.Adam p -> adam(constants, w, g, before, p.beta1(), p.beta2(), 0);
            case Optimizer.AdamW p -> adam(constants, w, g, before, p.beta1(), p.beta2(), p.weightDecay());
            case Optimizer.NAdam p -> lookAhead(constants, w, g, before, p);
            case Optimizer.Lion p -> {
                double blend = p.beta1() * before.momentum() + (1 - p.beta1()) * g;
                double m = p.beta2() * before.momentum() + (1 - p.beta2()) * g;
                double sign = Math.signum(blend);
                yield new WeightStep(constants, w, g, before, new Memory(m, 0, 0), blend, 0, sign,
                        w - constants.rate() * sign);
            }
        };
    }

    /// What the step adds to the weight.
    public double change() {
        return next - w;
    }

    /// The weight after its decay and before the gradient's part: w itself but for AdamW.
    double decayed() {
        return constants.optimizer() instanceof Optimizer.AdamW p ? w - constants.rate() * p.weightDecay() * w : w;
    }

    private static WeightStep momentum(StepConstants constants, Optimizer.Sgd sgd, double w, double g, Memory before) {
        if (sgd.momentum() == 0) {
            return new WeightStep(constants, w, g, before, before, 0, 0, g, w - constants.rate() * g);
        }
        double v = sgd.momentum() * before.momentum() + g;
        double used = sgd.nesterov() ? g + sgd.momentum() * v : v;
        return new WeightStep(constants, w, g, before, new Memory(v, 0, 0), used, 0, used, w - constants.rate() * used);
    }

    private static WeightStep squares(StepConstants constants, double w, double g, Memory before, Memory after,
                                      double adjusted) {
        return new WeightStep(constants, w, g, before, after, 0, after.squares(), adjusted,
                w - constants.rate() * adjusted);
    }

    private static WeightStep adam(StepConstants constants, double w, double g, Memory before, double beta1, double beta2,
                                   double decay) {
        Memory after = moments(g, before, beta1, beta2);
        double momentum = after.momentum() / (1 - constants.power1());
        double squares = after.squares() / (1 - constants.power2());
        double adjusted = momentum / (Math.sqrt(squares) + EPSILON);
        double kept = w - constants.rate() * decay * w;
        return new WeightStep(constants, w, g, before, after, momentum, squares, adjusted,
                kept - constants.rate() * adjusted);
    }

    private static WeightStep lookAhead(StepConstants constants, double w, double g, Memory before, Optimizer.NAdam nadam) {
        Memory after = moments(g, before, nadam.beta1(), nadam.beta2());
        double next = constants.nextMu();
        double momentum = next * after.momentum() / (1 - constants.product() * next)
                + (1 - constants.mu()) * g / (1 - constants.product());
        double squares = after.squares() / (1 - constants.power2());
        double adjusted = momentum / (Math.sqrt(squares) + EPSILON);
        return new WeightStep(constants, w, g, before, after, momentum, squares, adjusted,
                w - constants.rate() * adjusted);
    }

    private static Memory moments(double g, Memory before, double beta1, double beta2) {
        return new Memory(beta1 * before.momentum() + (1 - beta1) * g, beta2 * before.squares() + (1 - beta2) * g * g, 0);
    }
}
