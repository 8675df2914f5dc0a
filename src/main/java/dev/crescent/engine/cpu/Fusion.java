package dev.crescent.engine.cpu;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Loss;

/// What the loss takes over of the last layer's activation, because together they are simpler and stable.
enum Fusion {
    /// Nothing: the loss gives its gradient by the outputs.
    NONE,
    /// The slope: binary cross-entropy after a sigmoid gives its gradient by what the sigmoid sees, `y - t`.
    SLOPE,
    /// All of it: cross-entropy with softmax works on what softmax sees, and the outputs are not computed.
    SOFTMAX;

    static Fusion of(Loss loss, Activation activation) {
        return switch (loss) {
            case CROSS_ENTROPY -> activation == Activation.SOFTMAX ? SOFTMAX : NONE;
            case BINARY_CROSS_ENTROPY -> SLOPE;
            case MEAN_SQUARED_ERROR, HALF_SQUARED_ERROR, HUBER, HINGE -> NONE;
        };
    }
}
