package dev.crescent.engine.cpu;

/// One layer at work on the panels of a mini-batch: its place in the network and its workspace.
abstract sealed class Stage permits WeightedStage, ConvStage, PoolStage, NormStage, PassedStage, DropoutStage, NoiseStage {
    /// Outputs a sample, and rows a panel has for them.
    final int units;
    final int rows;
    /// What it gives out, `[panels][rows][16]`.
    final float[] output;
    /// The loss' gradient by what it gives out, `[panels][rows][16]`; empty where nothing is trained.
    final float[] delta;

    /// @param rows a multiple of four, at least `units`
    Stage(int units, int rows, float[] output, float[] delta) {
        this.units = units;
        this.rows = rows;
        this.output = output;
        this.delta = delta;
    }

    /// With arrays of its own.
    Stage(int units, int rows, int panels, boolean back) {
        this(units, rows, Panels.allocate(panels, rows), back ? Panels.allocate(panels, rows) : new float[0]);
    }

    /// Computes [#output] for `count` samples.
    abstract void forward(float[] parameters, Source source, int count, Moment moment);

    /// From [#delta]: adds to the parameters' gradient, and sets the source's delta if it wants one.
    abstract void backward(float[] parameters, float[] gradient, Source source, int count);

    /// After a step: changes what it keeps beside the parameters that are learned.
    void remember(float[] parameters) {}

    /// What comes into a stage.
    ///
    /// @param width features of a sample
    /// @param values `[panels][rows][16]`
    /// @param delta receives the gradient by the values; empty where nothing before can learn
    record Source(int width, int rows, float[] values, float[] delta) {
        boolean wantsDelta() {
            return delta.length > 0;
        }
    }

    /// Which random numbers a forward pass uses.
    static final class Moment {
        /// Of the training.
        final long seed;
        long step;
        /// Number of the pass' first sample in its mini-batch.
        int first;

        Moment(long seed) {
            this.seed = seed;
        }
    }
}
