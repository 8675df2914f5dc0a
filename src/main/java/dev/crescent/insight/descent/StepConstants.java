package dev.crescent.insight.descent;

import dev.crescent.engine.OptimizerState;
import dev.crescent.experiment.Optimizer;

/// What one step of an optimizer has in common for all weights.
///
/// @param number from 1 for the first step since the memory was empty
/// @param rate the learning rate of this step
/// @param power1 `beta1^number` of Adam and its kin, else 0
/// @param power2 `beta2^number` of Adam and its kin, else 0
/// @param product NAdam's `mu_1 mu_2 ... mu_number`, else 0
public record StepConstants(Optimizer optimizer, long number, double rate, double power1, double power2, double product) {
    /// A product of NAdam below this counts as 0, which no result can tell.
    private static final double NOTHING = 1e-30;

    /// Those of the first step, at the optimizer's own learning rate.
    public static StepConstants first(Optimizer optimizer) {
        return at(optimizer, 1, optimizer.learningRate());
    }

    /// Those of any step.
    ///
    /// @param number from 1
    public static StepConstants at(Optimizer optimizer, long number, double rate) {
        if (number < 1) {
            throw new IllegalArgumentException("Steps count from 1, this is " + number);
        }
        double product = 1;
        if (optimizer instanceof Optimizer.NAdam nadam) {
            for (long t = 1; t <= number && product > NOTHING; t++) {
                product *= mu(nadam.beta1(), t);
            }
            product = product > NOTHING ? product : 0;
        }
        return new StepConstants(optimizer, number, rate, Math.pow(beta1(optimizer), (double) number),
                Math.pow(beta2(optimizer), (double) number), optimizer instanceof Optimizer.NAdam ? product : 0);
    }

    /// Those of the step that an engine's optimizer takes next.
    public static StepConstants after(Optimizer optimizer, OptimizerState state, double rate) {
        return at(optimizer, state.step() - state.since() + 1, rate);
    }

    /// Those of the step after this one, at the same rate.
    public StepConstants next() {
        return new StepConstants(optimizer, number + 1, rate, power1 * beta1(optimizer), power2 * beta2(optimizer),
                product * mu(beta1(optimizer), number + 1));
    }

    /// NAdam's share of momentum in this step: `mu_t = beta1 (1 - 0.96^(0.004 t) / 2)`.
    double mu() {
        return mu(beta1(optimizer), number);
    }

    /// NAdam's share of momentum in the step after this one.
    double nextMu() {
        return mu(beta1(optimizer), number + 1);
    }

    /// NAdam's product without this step's share.
    double productBefore() {
        return number == 1 ? 1 : mu() == 0 ? 0 : product / mu();
    }

    private static double mu(double beta1, long t) {
        return beta1 == 0 ? 0 : beta1 * (1 - 0.5 * Math.pow(0.96, 0.004 * t));
    }

    private static double beta1(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Adam adam -> adam.beta1();
            case Optimizer.AdamW adam -> adam.beta1();
            case Optimizer.NAdam adam -> adam.beta1();
            case Optimizer.Sgd _, Optimizer.RmsProp _, Optimizer.AdaGrad _, Optimizer.AdaDelta _, Optimizer.Lion _ -> 0;
        };
    }

    private static double beta2(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Adam adam -> adam.beta2();
            case Optimizer.AdamW adam -> adam.beta2();
            case Optimizer.NAdam adam -> adam.beta2();
            case Optimizer.Sgd _, Optimizer.RmsProp _, Optimizer.AdaGrad _, Optimizer.AdaDelta _, Optimizer.Lion _ -> 0;
        };
    }
}
