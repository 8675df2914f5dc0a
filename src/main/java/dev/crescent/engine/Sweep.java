package dev.crescent.engine;

import java.util.List;

/// One network several times in training, each with an optimizer of its own, all on the same mini-batches: a race, or a sweep
/// over settings. Each goes exactly the way that it goes alone. Owned by one thread.
///
/// After [Engine#sweep] the parameters of each are the network's starting values and the optimizers' states are new.
public interface Sweep extends AutoCloseable {
    /// How many times.
    int networks();

    /// That of each.
    ParameterLayout layout();

    /// Replaces all parameters and optimizer states with copies of these.
    ///
    /// @param parameters `[networks][layout().total()]`
    /// @param states one a network, of its optimizer or without vectors to start it anew, all of the same step
    /// @throws IllegalArgumentException if one of them is of another network or optimizer, or of another step
    void load(float[][] parameters, List<OptimizerState> states);

    /// A copy of the parameters of one, `[layout().total()]`.
    float[] parameters(int network);

    /// A copy of one's optimizer's state.
    OptimizerState optimizerState(int network);

    /// How many steps it likes to be given at once, as [Session#stride].
    int stride();

    /// Steps of all, one after the other, as [Session#trainAll] has them. Who comes to a loss that is no finite number takes
    /// no more of these steps, and has NaN for their losses; they count as taken.
    ///
    /// @param order indices of training samples, the mini-batches behind each other
    /// @param from where in `order` the first one starts
    /// @param count samples in all of them, 1 or more
    /// @param batch samples in each, at most the problem's batch size; the last one has what is left
    /// @param rates `[networks][steps]` the rates after the schedule
    /// @param losses `[networks][steps]` receives each mini-batch's mean losses before the updates, penalties left out
    void trainAll(int[] order, int from, int count, int batch, double[][] rates, double[][] losses);

    /// How long the last steps took one of them: where all are trained at once, as long as all of them.
    ///
    /// @return nanoseconds; 0 before the first
    long nanos(int network);

    /// Loss and accuracy of each over some samples in evaluation mode.
    ///
    /// @param samples of the problem's width and outputs
    /// @return `[networks]`
    Metrics[] evaluate(Samples samples);

    /// Whether another engine does its work, as [Session#isElsewhere].
    default boolean isElsewhere() {
        return false;
    }

    @Override
    void close();
}
