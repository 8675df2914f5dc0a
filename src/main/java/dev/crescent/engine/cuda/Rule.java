package dev.crescent.engine.cuda;

import dev.crescent.experiment.Optimizer;

/// One optimizer's numbers for the kernel `update`: which rule, how many vectors it remembers, and what changes with steps.
/// The rules are those of the CPU engine.
final class Rule {
    private static final int NUMBERS = 7;

    private final Optimizer optimizer;
    private final float[] numbers = new float[NUMBERS];
    private double product = 1;
    private long productStep;

    Rule(Optimizer optimizer) {
        this.optimizer = optimizer;
    }

    /// As `update.cuh` counts them.
    int kind() {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> sgd.momentum() == 0 ? 0 : sgd.nesterov() ? 2 : 1;
            case Optimizer.RmsProp _ -> 3;
            case Optimizer.AdaGrad _ -> 4;
            case Optimizer.AdaDelta _ -> 5;
            case Optimizer.Adam _, Optimizer.AdamW _ -> 6;
            case Optimizer.NAdam _ -> 7;
            case Optimizer.Lion _ -> 8;
        };
    }

    /// Vectors as long as the parameters.
    int vectors() {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> sgd.momentum() == 0 ? 0 : 1;
            case Optimizer.RmsProp _, Optimizer.AdaGrad _, Optimizer.Lion _ -> 1;
            case Optimizer.AdaDelta _, Optimizer.Adam _, Optimizer.AdamW _, Optimizer.NAdam _ -> 2;
        };
    }

    /// The numbers of a step, in the order of `update.cuh`; the same array each time.
    ///
    /// @param step from 1 for the first since the memory began
    float[] at(double rate, long step) {
        switch (optimizer) {
            case Optimizer.Sgd sgd -> set(rate, sgd.momentum());
            case Optimizer.RmsProp p -> set(rate, p.rho(), 1 - p.rho(), p.epsilonInside() ? 1e-6 : 0,
                    p.epsilonInside() ? 0 : 1e-8);
            case Optimizer.AdaGrad _ -> set(rate);
            case Optimizer.AdaDelta delta -> set(rate, delta.rho(), 1 - delta.rho());
            case Optimizer.Adam adam -> adam(rate, step, adam.beta1(), adam.beta2(), 0);
            case Optimizer.AdamW adam -> adam(rate, step, adam.beta1(), adam.beta2(), adam.weightDecay());
            case Optimizer.NAdam adam -> nAdam(rate, step, adam);
            case Optimizer.Lion lion -> set(rate, lion.beta1(), 1 - lion.beta1(), lion.beta2(), 1 - lion.beta2());
        }
        return numbers;
    }

    private void set(double... values) {
        for (int i = 0; i < values.length; i++) {
            numbers[i] = (float) values[i];
        }
    }

    private void adam(double rate, long step, double beta1, double beta2, double decay) {
        set(rate / (1 - Math.pow(beta1, (double) step)), beta1, 1 - beta1, beta2, 1 - beta2,
                1 / Math.sqrt(1 - Math.pow(beta2, (double) step)), 1 - rate * decay);
    }

    private void nAdam(double rate, long step, Optimizer.NAdam adam) {
        double all = product(step, adam.beta1());
        double next = mu(step + 1, adam.beta1());
        set(rate * (1 - mu(step, adam.beta1())) / (1 - all), adam.beta1(), 1 - adam.beta1(), adam.beta2(),
                1 - adam.beta2(), 1 / Math.sqrt(1 - Math.pow(adam.beta2(), (double) step)),
                rate * next / (1 - all * next));
    }

    private static double mu(long step, double beta1) {
        return beta1 * (1 - 0.5 * Math.pow(0.96, step * 0.004));
    }

    /// Follows from the step alone: below 1e-30 the product counts as 0, which no result can tell.
    private double product(long step, double beta1) {
        if (step < productStep) {
            product = 1;
            productStep = 0;
        }
        while (productStep < step && product > 0) {
            productStep++;
            product *= mu(productStep, beta1);
            product = product < 1e-30 ? 0 : product;
        }
        return product;
    }
}
