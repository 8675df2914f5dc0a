package dev.crescent.engine;

import dev.crescent.experiment.Model;
import dev.crescent.experiment.Training;
import java.util.List;

/// What an engine is asked to train.
///
/// @param inputShape `[features]` or `[channels, rows, columns]`
public record Problem(Model.Network network, Training training, List<Integer> inputShape, Samples train, Samples test) {
    public Problem {
        inputShape = List.copyOf(inputShape);
    }

    public Samples samples(Part part) {
        return part == Part.TRAINING ? train : test;
    }
}
