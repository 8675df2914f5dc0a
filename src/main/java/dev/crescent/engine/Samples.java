package dev.crescent.engine;

import org.jspecify.annotations.Nullable;

/// One part of a data set as an engine reads it. The arrays are not copied and must not change.
///
/// @param inputs `[count][width]`, after features and scaling
/// @param targets `[count][outputs]`: one-hot, 0/1, -1/+1 or values, as the loss wants them
/// @param labels `[count]` class indices, for the accuracy; null without classes
public record Samples(int count, int width, int outputs, float[] inputs, float[] targets, int @Nullable [] labels) {
    // Written out because javac leaves the type annotations of a compact constructor out of the class file.
    public Samples(int count, int width, int outputs, float[] inputs, float[] targets, int @Nullable [] labels) {
        if (inputs.length < (long) count * width || targets.length < (long) count * outputs
                || (labels != null && labels.length < count)) {
            throw new IllegalArgumentException("arrays shorter than " + count + " samples");
        }
        this.count = count;
        this.width = width;
        this.outputs = outputs;
        this.inputs = inputs;
        this.targets = targets;
        this.labels = labels;
    }

    /// No samples: an experiment without a test part.
    public static Samples none(int width, int outputs) {
        return new Samples(0, width, outputs, new float[0], new float[0], null);
    }
}
