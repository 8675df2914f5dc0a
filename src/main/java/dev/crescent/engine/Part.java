package dev.crescent.engine;

/// The two parts of a data set.
public enum Part {
    TRAINING, TEST
}
