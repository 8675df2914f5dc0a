package dev.crescent.train;

import dev.crescent.data.OwnSamples;
import dev.crescent.experiment.Experiment;
import org.jspecify.annotations.Nullable;

/// What a trainer can be asked to do.
public sealed interface Command {
    /// Trains until paused. Parts of the stop condition that are met already count no more until the next `Go`.
    record Go() implements Command {}

    record Pause() implements Command {}

    /// One mini-batch at once, at any speed, then pause.
    record Step() implements Command {}

    /// To the end of the current epoch, then pause.
    record Epoch() implements Command {}

    /// Back to the same starting weights; goes on running if it ran.
    record Reset() implements Command {}

    /// What runs that start from now on begin with, such as the weights that a shipped experiment comes with. A run that
    /// they do not fit begins with its own.
    ///
    /// @param parameters `[layout total]`, in the engine's parameter layout; null for each model's own
    record StartFrom(float @Nullable [] parameters) implements Command {}

    /// How fast to train.
    ///
    /// @param stepsPerSecond above 0; infinite for as fast as it can
    record Speed(double stepsPerSecond) implements Command {
        public Speed {
            if (!(stepsPerSecond > 0)) {
                throw new IllegalArgumentException("The speed must be above 0, is " + stepsPerSecond + ".");
            }
        }
    }

    /// When to pause by itself from now on.
    record StopAt(StopCondition condition) implements Command {}

    /// Goes on with another experiment, keeping what can be kept (see [Change]). Of several that wait in a row only the
    /// last is obeyed.
    ///
    /// @param mark what changed, a few words for the curves; empty for no mark
    record Become(Experiment experiment, String mark) implements Command {}

    /// One weight or bias set by hand.
    ///
    /// @param index into the flat parameters
    record SetParameter(int index, float value) implements Command {}

    /// All weights and biases at once; the run goes on with them. What does not fit is refused.
    ///
    /// @param parameters `[layout total]`, in the engine's parameter layout
    record Load(float[] parameters) implements Command {}

    /// Samples of the user's own join the training part, of this run and those after it as long as their data are images
    /// that they fit; they take the place of those from before. The last of them is then learned: a few steps, half of
    /// whose samples are the user's.
    ///
    /// @param learn false if they are only to be there
    record Teach(OwnSamples own, boolean learn) implements Command {}

    /// Back to a snapshot, paused, with its experiment or a copy of it that has the same parameters at the start.
    record Return(Snapshot snapshot, Experiment experiment) implements Command {}

    /// Goes on, paused, where the training of an experiment stood another day. Where that does not fit the data that the
    /// experiment has now, it is refused; with nothing there yet, the experiment then begins at its start.
    record Resume(Progress progress, Experiment experiment) implements Command {}
}
