package dev.crescent.engine;

/// One network in training on one engine. Owned by one thread.
///
/// The order and layout of parameters is [ParameterLayout]'s. After [Engine#open] the parameters are the
/// network's starting values and the optimizer's state is new.
public interface Session extends AutoCloseable {
    ParameterLayout layout();

    /// Replaces parameters and optimizer state with copies of these.
    ///
    /// @param parameters `[layout().total()]`
    /// @param state a state of this session's optimizer, or one without vectors to start it anew
    /// @throws IllegalArgumentException if either is of another network or optimizer
    void load(float[] parameters, OptimizerState state);

    /// A copy of the parameters and running statistics, `[layout().total()]`.
    float[] parameters();

    /// A copy of the optimizer's state.
    OptimizerState optimizerState();

    /// One step: the gradient of the mean loss over these training samples (plus penalties, clipped), then one update.
    ///
    /// @param order indices of training samples
    /// @param from where in `order` the mini-batch starts
    /// @param count its size, 1 or more, at most the problem's batch size
    /// @param learningRate the rate after the schedule
    /// @return the mini-batch's mean loss before the update, penalties left out
    double train(int[] order, int from, int count, double learningRate);

    /// How many steps this session likes to be given at once: so many take a hundredth of a second or so. May change with
    /// every step that is taken. 1 where [#train] is as good.
    default int stride() {
        return 1;
    }

    /// Steps one after the other, with the same result, to the bit, as [#train] has for each of them. A step whose loss is no
    /// finite number is the last: nothing good comes after it.
    ///
    /// @param order indices of training samples, the mini-batches behind each other
    /// @param from where in `order` the first one starts
    /// @param count samples in all of them, 1 or more
    /// @param batch samples in each, at most the problem's batch size; the last one has what is left
    /// @param rates `[steps]` the rates after the schedule
    /// @param losses `[steps]` receives each mini-batch's mean loss before its update, penalties left out
    /// @return how many steps were taken
    default int trainAll(int[] order, int from, int count, int batch, double[] rates, double[] losses) {
        int steps = Math.ceilDiv(count, batch);
        for (int i = 0; i < steps; i++) {
            int first = i * batch;
            losses[i] = train(order, from + first, Math.min(batch, count - first), rates[i]);
            if (!Double.isFinite(losses[i])) {
                return i + 1;
            }
        }
        return steps;
    }

    /// Whether another engine than the one that opened it does its work, since that one failed.
    default boolean isElsewhere() {
        return false;
    }

    /// The gradient that [#train] would follow, penalties included, neither clipped nor applied.
    ///
    /// @param into receives it, `[layout().size()]`
    /// @return the mini-batch's mean loss, penalties left out
    double gradient(int[] order, int from, int count, float[] into);

    /// Loss and accuracy over a whole part in evaluation mode.
    Metrics evaluate(Part part);

    /// Likewise over any samples.
    ///
    /// @param samples of the problem's width and outputs
    Metrics evaluate(Samples samples);

    @Override
    void close();
}
