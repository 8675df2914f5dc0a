package dev.crescent.experiment;

/// How weights start. Fan-in and fan-out are counted as PyTorch does.
public sealed interface Initializer {
    String id();

    /// The ones without a parameter of their own.
    enum Standard implements Initializer, Named {
        GLOROT_UNIFORM, GLOROT_NORMAL, HE_UNIFORM, HE_NORMAL, LECUN_NORMAL, ZEROS;

        @Override
        public String id() {
            return Named.kebab(this);
        }
    }

    /// Normal around 0.
    ///
    /// @param stddev 0 to 100
    record Normal(double stddev) implements Initializer {
        public Normal {
            Check.within("stddev", stddev, 0, 100);
        }

        @Override
        public String id() {
            return "normal";
        }
    }

    /// Uniform from `-limit` to `limit`.
    ///
    /// @param limit 0 to 100
    record Uniform(double limit) implements Initializer {
        public Uniform {
            Check.within("limit", limit, 0, 100);
        }

        @Override
        public String id() {
            return "uniform";
        }
    }

    /// Every value the same; TensorFlow Playground's biases start at 0.1.
    ///
    /// @param value -100 to 100
    record Constant(double value) implements Initializer {
        public Constant {
            Check.within("value", value, -100, 100);
        }

        @Override
        public String id() {
            return "constant";
        }
    }
}
