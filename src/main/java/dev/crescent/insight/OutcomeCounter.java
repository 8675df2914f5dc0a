package dev.crescent.insight;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Counts what one network makes of the samples of a data set's test part. Used by one thread at a time.
public sealed interface OutcomeCounter permits ConfusionCounter, PredictionCounter {
    /// Whether there is something to count: answers of a network, to samples of classes, or with values that no picture
    /// over the plane shows.
    static boolean suits(Experiment experiment, Dataset data) {
        return experiment.model() instanceof Model.Network
                && (data.task() == Task.CLASSIFICATION || data.plane() == null && data.test().count() > 0);
    }

    /// The counter for the data's task.
    ///
    /// @param experiment with a network that fits the data
    static OutcomeCounter of(Experiment experiment, Dataset data, Engine engine) {
        return switch (data.task()) {
            case CLASSIFICATION -> new ConfusionCounter(experiment, data, engine);
            case REGRESSION -> new PredictionCounter(experiment, data, engine);
        };
    }

    /// Counts samples from all of the test part, see [dev.crescent.engine.Spread].
    ///
    /// @param parameters `[layout total]`
    /// @param most how many samples
    /// @param stopped asked now and then whether to give up
    /// @return null if it was stopped
    @Nullable Outcome count(float[] parameters, int most, BooleanSupplier stopped);
}
