package dev.crescent.engine.cpu;

/// One layer at work on the panels of a mini-batch: its place in the network and its workspace.
///
/// A pass is shared by panels: [#forward] and [#backward] touch what belongs to the share's panels, no more, and need
/// nothing of other workers' panels, but for a stage that [#meets]. The parameters' gradient is shared by blocks of
/// parameters: [#differentiate] sums over all panels. What comes out does not depend on how work is shared, to the bit.
abstract sealed class Stage permits WeightedStage, ConvStage, PoolStage, NormStage, PassedStage, DropoutStage, NoiseStage {
    /// Outputs a sample, and rows a panel has for them.
    final int units;
    final int rows;
    /// Of what it learns.
    final Blocks blocks;
    /// What comes in.
    final Source source;
    /// What it gives out, `[panels][rows][16]`.
    final float[] output;
    /// The loss' gradient by what it gives out, `[panels][rows][16]`; the rows from `units` on are nonsense. Empty where
    /// nothing is trained.
    final float[] delta;

    /// @param rows a multiple of four, at least `units`
    Stage(Source source, int units, int rows, Blocks blocks, float[] output, float[] delta) {
        this.source = source;
        this.units = units;
        this.rows = rows;
        this.blocks = blocks;
        this.output = output;
        this.delta = delta;
    }

    /// With arrays of its own.
    Stage(Source source, int units, int rows, Blocks blocks, int panels, boolean back) {
        this(source, units, rows, blocks, Panels.allocate(panels, rows), Panels.allocate(back ? panels : 0, rows));
    }

    /// Computes [#output].
    abstract void forward(float[] parameters, Share share, Moment moment);

    /// From [#delta]: sets the source's delta if it wants one, and what [#differentiate] needs.
    abstract void backward(float[] parameters, Share share);

    /// Whether forward and backward see all panels and are shared in another way: nobody may be ahead or behind.
    boolean meets() {
        return false;
    }

    /// Whether its weights are more than stay in the cache, so that it should get all panels at once and read them once.
    /// A convolution never is: it reads its weights at every place of each panel anyway.
    boolean isLarge() {
        return false;
    }

    /// Sets the gradient by a block of parameters, or adds to it.
    void differentiate(int block, Share share, float[] gradient, boolean anew) {}

    /// Whether [#refresh] or [#remember] have anything to do.
    boolean keeps() {
        return true;
    }

    /// Takes a block of changed parameters into whatever copies of them it keeps.
    void refresh(int block, float[] parameters) {}

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
