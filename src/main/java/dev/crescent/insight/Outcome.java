package dev.crescent.insight;

/// What a network makes of the samples of the test part: the classes that it says, or the values that it predicts.
public sealed interface Outcome permits Confusion, Predictions {
    /// How many samples were counted, the undecided ones too.
    int total();

    /// How many of them get no answer, because the network's outputs are not numbers.
    int undecided();
}
