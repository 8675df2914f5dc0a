package dev.crescent.experiment;

/// How the learning rate changes over the epochs: a factor on the optimizer's rate.
public sealed interface Schedule {
    /// The name under `type` in files.
    String id();

    /// Over how many epochs the rate first rises linearly from 0; 0 means it starts in full.
    double warmup();

    /// The factor after so many epochs, warm-up apart. As in PyTorch it changes at the end of an epoch.
    ///
    /// @param epoch whole epochs done, 0 or more
    double factor(long epoch);

    /// The factor at one step, warm-up included.
    ///
    /// @param epoch whole epochs done
    /// @param stepInEpoch steps done in this epoch before this one
    /// @param stepsPerEpoch 1 or more
    default double factorAt(long epoch, int stepInEpoch, int stepsPerEpoch) {
        double done = epoch + (stepInEpoch + 1.0) / stepsPerEpoch;
        double rise = warmup() > 0 ? Math.min(1, done / warmup()) : 1;
        return rise * factor(epoch);
    }

    /// The optimizer's rate as it is.
    record Constant(double warmup) implements Schedule {
        public Constant {
            warmUp(warmup);
        }

        @Override
        public String id() {
            return "constant";
        }

        @Override
        public double factor(long epoch) {
            return 1;
        }
    }

    /// Multiplied by `drop` every so many epochs.
    ///
    /// @param drop above 0, at most 10; in files `factor`
    record Step(int every, double drop, double warmup) implements Schedule {
        public Step {
            Check.within("every", every, 1, 1_000_000_000);
            Check.above("factor", drop, 0);
            Check.within("factor", drop, 0, 10);
            warmUp(warmup);
        }

        @Override
        public String id() {
            return "step";
        }

        @Override
        public double factor(long epoch) {
            long drops = epoch / every;
            return Math.pow(drop, (double) drops);
        }
    }

    /// Multiplied by `decay` every epoch.
    ///
    /// @param decay above 0, at most 10
    record Exponential(double decay, double warmup) implements Schedule {
        public Exponential {
            Check.above("decay", decay, 0);
            Check.within("decay", decay, 0, 10);
            warmUp(warmup);
        }

        @Override
        public String id() {
            return "exponential";
        }

        @Override
        public double factor(long epoch) {
            return Math.pow(decay, (double) epoch);
        }
    }

    /// Half a cosine from 1 to 0 over `epochs` (Loshchilov and Hutter 2017), then 0.
    record Cosine(int epochs, double warmup) implements Schedule {
        public Cosine {
            Check.within("epochs", epochs, 1, 1_000_000_000);
            warmUp(warmup);
        }

        @Override
        public String id() {
            return "cosine";
        }

        @Override
        public double factor(long epoch) {
            return (1 + Math.cos(Math.PI * Math.min(epoch, epochs) / epochs)) / 2;
        }
    }

    private static void warmUp(double epochs) {
        Check.within("warmup", epochs, 0, 1e6);
    }
}
