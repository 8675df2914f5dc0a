package dev.crescent.engine.cuda;

import dev.crescent.experiment.Optimizer;

/// One optimizer's numbers for the kernels: which rule, how many vectors it remembers, and what changes with steps and rates.
/// The rules are those of the CPU engine.
final class Rule {
    /// In a row of a table: the numbers of `update.cuh` at a rate of 1, and what the last one changes by with the rate.
    static final int ROW = 8;
    private static final int NUMBERS = 7;

    private final Optimizer optimizer;
    private final double[] row = new double[ROW];
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
        double[] of = row(step);
        numbers[0] = (float) (rate * of[0]);
        for (int i = 1; i < NUMBERS - 1; i++) {
            numbers[i] = (float) of[i];
        }
        numbers[NUMBERS - 1] = (float) (of[NUMBERS - 1] + rate * of[NUMBERS]);
        return numbers;
    }

    /// The same for every rate: a row of the table that `fused_train.cuh` reads; the same array each time.
    ///
    /// @param step from 1 for the first since the memory began
    double[] row(long step) {
        switch (optimizer) {
            case Optimizer.Sgd sgd -> set(1, sgd.momentum());
            case Optimizer.RmsProp p -> set(1, p.rho(), 1 - p.rho(), p.epsilonInside() ? 1e-6 : 0,
                    p.epsilonInside() ? 0 : 1e-8);
            case Optimizer.AdaGrad _ -> set(1);
            case Optimizer.AdaDelta delta -> set(1, delta.rho(), 1 - delta.rho());
            case Optimizer.Adam adam -> adam(step, adam.beta1(), adam.beta2(), 0);
            case Optimizer.AdamW adam -> adam(step, adam.beta1(), adam.beta2(), adam.weightDecay());
            case Optimizer.NAdam adam -> nAdam(step, adam);
            case Optimizer.Lion lion -> set(1, lion.beta1(), 1 - lion.beta1(), lion.beta2(), 1 - lion.beta2());
        }
        return row;
    }

    private void set(double... values) {
        System.arraycopy(values, 0, row, 0, values.length);
    }

    private void adam(long step, double beta1, double beta2, double decay) {
        set(1 / (1 - Math.pow(beta1, (double) step)), beta1, 1 - beta1, beta2, 1 - beta2,
                1 / Math.sqrt(1 - Math.pow(beta2, (double) step)), 1, -decay);
    }

    private void nAdam(long step, Optimizer.NAdam adam) {
        double all = product(step, adam.beta1());
        double next = mu(step + 1, adam.beta1());
        set((1 - mu(step, adam.beta1())) / (1 - all), adam.beta1(), 1 - adam.beta1(), adam.beta2(),
                1 - adam.beta2(), 1 / Math.sqrt(1 - Math.pow(adam.beta2(), (double) step)), 0, next / (1 - all * next));
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
