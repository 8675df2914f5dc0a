package dev.crescent.experiment;

/// One layer of a network.
public sealed interface Layer {
    /// The most units of a layer.
    int MOST_UNITS = 65_536;
    /// The most filters of a convolution.
    int MOST_FILTERS = 4096;

    /// The name under `type` in files.
    String id();

    /// A layer with weights.
    sealed interface Weighted extends Layer {
        Activation activation();

        Initializer initializer();

        /// Whether it has biases.
        boolean bias();

        Initializer biasInitializer();
    }

    /// Every unit sees every output of the layer before: `activation(W x + b)`.
    ///
    /// @param units 1 to 65,536
    record Dense(int units, Activation activation, Initializer initializer, boolean bias, Initializer biasInitializer)
            implements Weighted {
        public Dense {
            Check.within("units", units, 1, MOST_UNITS);
        }

        /// With biases that start at 0.
        public Dense(int units, Activation activation, Initializer initializer) {
            this(units, activation, initializer, true, Initializer.Standard.ZEROS);
        }

        /// With Glorot's uniform weights and biases that start at 0.
        public Dense(int units, Activation activation) {
            this(units, activation, Initializer.Standard.GLOROT_UNIFORM);
        }

        @Override
        public String id() {
            return "dense";
        }

        public Dense withUnits(int value) {
            return new Dense(value, activation, initializer, bias, biasInitializer);
        }

        public Dense withActivation(Activation value) {
            return new Dense(units, value, initializer, bias, biasInitializer);
        }

        public Dense withInitializer(Initializer value) {
            return new Dense(units, activation, value, bias, biasInitializer);
        }

        public Dense withBias(boolean value) {
            return new Dense(units, activation, initializer, value, biasInitializer);
        }
    }

    /// Filters slid over an image.
    ///
    /// @param filters 1 to 4,096
    /// @param kernel rows and columns of a filter, 1 to 31
    /// @param stride 1 to 31; 1 with the padding `SAME`
    record Conv(int filters, int kernel, int stride, Padding padding, Activation activation, Initializer initializer,
                boolean bias, Initializer biasInitializer) implements Weighted {
        public Conv {
            Check.within("filters", filters, 1, MOST_FILTERS);
            Check.within("kernel", kernel, 1, 31);
            Check.within("stride", stride, 1, 31);
            Check.require(padding != Padding.SAME || stride == 1, "padding", "same needs stride 1, is " + stride);
        }

        @Override
        public String id() {
            return "conv";
        }
    }

    /// The largest of `pieces` weighted sums (Goodfellow et al. 2013), then the activation.
    ///
    /// @param units 1 to 65,536
    /// @param pieces 2 to 16
    record Maxout(int units, int pieces, Activation activation, Initializer initializer, boolean bias,
                  Initializer biasInitializer) implements Weighted {
        public Maxout {
            Check.within("units", units, 1, MOST_UNITS);
            Check.within("pieces", pieces, 2, 16);
        }

        @Override
        public String id() {
            return "maxout";
        }

        public Maxout withUnits(int value) {
            return new Maxout(value, pieces, activation, initializer, bias, biasInitializer);
        }
    }

    /// The largest value of each window.
    ///
    /// @param size rows and columns of the window, 1 to 31
    /// @param stride 1 to 31
    record MaxPool(int size, int stride, Rounding rounding) implements Layer {
        public MaxPool {
            Check.within("size", size, 1, 31);
            Check.within("stride", stride, 1, 31);
        }

        @Override
        public String id() {
            return "max-pool";
        }
    }

    /// Inverted dropout: while training each output is zeroed with this probability, the others divided by the rest.
    ///
    /// @param rate 0 up to, not including, 1
    record Dropout(double rate) implements Layer {
        public Dropout {
            Check.withinBelow("rate", rate, 0, 1);
        }

        @Override
        public String id() {
            return "dropout";
        }
    }

    /// Normal noise added to each output while training.
    ///
    /// @param stddev 0 to 100
    record Noise(double stddev) implements Layer {
        public Noise {
            Check.within("stddev", stddev, 0, 100);
        }

        @Override
        public String id() {
            return "noise";
        }
    }

    /// Batch normalization with learned scale and shift.
    record BatchNorm() implements Layer {
        @Override
        public String id() {
            return "batch-norm";
        }
    }

    /// An image as one row of numbers.
    record Flatten() implements Layer {
        @Override
        public String id() {
            return "flatten";
        }
    }
}
