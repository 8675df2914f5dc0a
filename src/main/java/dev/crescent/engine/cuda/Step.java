package dev.crescent.engine.cuda;

/// One layer at work on the device.
abstract class Step {
    /// What goes from layer to layer, `[samples][width]`.
    ///
    /// @param address of the values
    /// @param delta of the loss' gradient by them; 0 where nobody wants it
    record Values(long address, long delta, int width) {}

    /// What random numbers and the training mode follow from.
    static final class Moment {
        final long seed;
        /// Steps done.
        long step;
        /// The number in the mini-batch of the first sample that goes through now.
        int first;
        boolean training;

        Moment(long seed) {
            this.seed = seed;
        }
    }

    /// What it gives out.
    abstract Values output();

    abstract void forward(int samples, Moment moment);

    /// From its output's delta to its input's, if that is wanted, and to the gradient by its parameters.
    ///
    /// @param anew whether the gradient is begun, not gone on with
    abstract void backward(int samples, boolean anew);

    /// Takes over what it saw of the last samples in training, behind an update.
    void remember() {}

    /// Gives out what comes in: flatten, since samples are rows anyway, and dropout and noise of 0.
    static final class Pass extends Step {
        private final Values values;

        Pass(Values values) {
            this.values = values;
        }

        @Override
        Values output() {
            return values;
        }

        @Override
        void forward(int samples, Moment moment) {}

        @Override
        void backward(int samples, boolean anew) {}
    }
}
