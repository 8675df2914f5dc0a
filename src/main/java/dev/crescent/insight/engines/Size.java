package dev.crescent.insight.engines;

import java.util.List;
import java.util.stream.IntStream;

/// What of a network's training is made larger, to see which engine gains from it.
public enum Size {
    /// The units of each of two hidden layers.
    WIDTH(IntStream.rangeClosed(3, 10).map(power -> 1 << power).boxed().toList()),
    /// The samples of a mini-batch.
    BATCH(IntStream.rangeClosed(0, 10).map(power -> 1 << power).boxed().toList());

    /// The mini-batch that widths are measured with, and the width that mini-batches are.
    public static final int OTHER = 128;

    private final List<Integer> measured;

    Size(List<Integer> measured) {
        this.measured = measured;
    }

    /// What is measured, ascending.
    public List<Integer> measured() {
        return measured;
    }
}
