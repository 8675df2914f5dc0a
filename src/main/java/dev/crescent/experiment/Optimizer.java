package dev.crescent.experiment;

/// How a step follows from the gradient. Update rules are PyTorch's, Lion's its paper's; only Adagrad's epsilon is 1e-8
/// where PyTorch has 1e-10.
public sealed interface Optimizer {
    /// The name under `type` in files.
    String id();

    /// The step size before any schedule, above 0 and at most 1,000.
    double learningRate();

    Optimizer withLearningRate(double value);

    /// Stochastic gradient descent, with Polyak's or Nesterov's momentum: `v = momentum v + g`, `w -= rate v` or
    /// `w -= rate (g + momentum v)`.
    record Sgd(double learningRate, double momentum, boolean nesterov) implements Optimizer {
        public Sgd {
            rate(learningRate);
            Check.withinBelow("momentum", momentum, 0, 1);
            Check.require(!nesterov || momentum > 0, "nesterov", "needs a momentum above 0");
        }

        @Override
        public String id() {
            return "sgd";
        }

        @Override
        public Sgd withLearningRate(double value) {
            return new Sgd(value, momentum, nesterov);
        }
    }

    /// Hinton's RMSprop: `a = rho a + (1 - rho) g^2`, `w -= rate g / (sqrt(a) + 1e-8)`.
    ///
    /// @param epsilonInside divides by `sqrt(a + 1e-6)` instead
    record RmsProp(double learningRate, double rho, boolean epsilonInside) implements Optimizer {
        public RmsProp {
            rate(learningRate);
            Check.withinBelow("rho", rho, 0, 1);
        }

        @Override
        public String id() {
            return "rmsprop";
        }

        @Override
        public RmsProp withLearningRate(double value) {
            return new RmsProp(value, rho, epsilonInside);
        }
    }

    /// Duchi et al. 2011: `a += g^2`, `w -= rate g / (sqrt(a) + 1e-8)`.
    record AdaGrad(double learningRate) implements Optimizer {
        public AdaGrad {
            rate(learningRate);
        }

        @Override
        public String id() {
            return "adagrad";
        }

        @Override
        public AdaGrad withLearningRate(double value) {
            return new AdaGrad(value);
        }
    }

    /// Zeiler 2012, with a learning rate as PyTorch has it.
    record AdaDelta(double learningRate, double rho) implements Optimizer {
        public AdaDelta {
            rate(learningRate);
            Check.withinBelow("rho", rho, 0, 1);
        }

        @Override
        public String id() {
            return "adadelta";
        }

        @Override
        public AdaDelta withLearningRate(double value) {
            return new AdaDelta(value, rho);
        }
    }

    /// Kingma and Ba 2015; epsilon 1e-8.
    record Adam(double learningRate, double beta1, double beta2) implements Optimizer {
        public Adam {
            rate(learningRate);
            betas(beta1, beta2);
        }

        @Override
        public String id() {
            return "adam";
        }

        @Override
        public Adam withLearningRate(double value) {
            return new Adam(value, beta1, beta2);
        }
    }

    /// Adam with the decay taken off the weights directly (Loshchilov and Hutter 2019).
    record AdamW(double learningRate, double beta1, double beta2, double weightDecay) implements Optimizer {
        public AdamW {
            rate(learningRate);
            betas(beta1, beta2);
            Check.within("weightDecay", weightDecay, 0, 10);
        }

        @Override
        public String id() {
            return "adamw";
        }

        @Override
        public AdamW withLearningRate(double value) {
            return new AdamW(value, beta1, beta2, weightDecay);
        }
    }

    /// Adam with Nesterov's momentum (Dozat 2016), momentum decay 0.004.
    record NAdam(double learningRate, double beta1, double beta2) implements Optimizer {
        public NAdam {
            rate(learningRate);
            betas(beta1, beta2);
        }

        @Override
        public String id() {
            return "nadam";
        }

        @Override
        public NAdam withLearningRate(double value) {
            return new NAdam(value, beta1, beta2);
        }
    }

    /// The sign of an interpolated momentum (Chen et al. 2023).
    record Lion(double learningRate, double beta1, double beta2) implements Optimizer {
        public Lion {
            rate(learningRate);
            betas(beta1, beta2);
        }

        @Override
        public String id() {
            return "lion";
        }

        @Override
        public Lion withLearningRate(double value) {
            return new Lion(value, beta1, beta2);
        }
    }

    private static void rate(double learningRate) {
        Check.above("learningRate", learningRate, 0);
        Check.within("learningRate", learningRate, 0, 1000);
    }

    private static void betas(double beta1, double beta2) {
        Check.withinBelow("beta1", beta1, 0, 1);
        Check.withinBelow("beta2", beta2, 0, 1);
    }
}
