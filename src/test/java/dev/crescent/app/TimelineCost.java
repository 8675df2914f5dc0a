package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Task;
import dev.crescent.train.History;
import dev.crescent.train.Snapshot;
import dev.crescent.train.Timeline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Measures what recording a run costs a frame, and how much memory the moments take at most. Not a test: run it by hand.
final class TimelineCost {
    private static final int FRAMES = 20_000;
    private static final int ROUNDS = 9;
    private static final Dataset.Samples NONE =
            new Dataset.Samples(0, new float[0], new float[0], 2, new int[0], new float[0]);
    private static final Dataset DATA =
            new Dataset(Task.CLASSIFICATION, List.of("0", "1"), List.of("x1", "x2"), List.of(2), NONE, NONE, null);

    private TimelineCost() {}

    public static void main(String[] arguments) {
        // A network of the playground, of many units, that of mnist-modern (888,658 parameters), and the largest.
        for (int parameters : new int[] {56, 5_000, 888_658, 4_000_000}) {
            measure(parameters);
        }
    }

    private static void measure(int parameters) {
        List<Double> nanos = new ArrayList<>();
        Timeline timeline = new Timeline();
        // The arrays are the trainer's; the timeline copies none of them.
        float[] shared = new float[parameters];
        OptimizerState memory = new OptimizerState(0, 0, List.of(shared, shared));
        for (int round = 0; round < ROUNDS; round++) {
            timeline = new Timeline();
            Snapshot[] frames = new Snapshot[FRAMES];
            for (int i = 0; i < FRAMES; i++) {
                frames[i] = new Snapshot(Experiment.defaults(), DATA, 1, 17L * i, i, shared, memory, Metrics.NONE, Metrics.NONE, 1e6,
                        true, History.EMPTY);
            }
            long start = System.nanoTime();
            for (Snapshot frame : frames) {
                timeline.see(frame);
            }
            nanos.add((System.nanoTime() - start) / (double) FRAMES);
        }
        double[] sorted = nanos.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.println(String.format(Locale.ROOT,
                "%,9d parameters with Adam: %,5.0f ns a frame (%s), %3d moments, %5.1f MB", parameters, sorted[ROUNDS / 2],
                Arrays.stream(sorted).mapToObj(value -> String.format(Locale.ROOT, "%.0f", value)).toList(), timeline.size(),
                timeline.bytes() / (double) (1 << 20)));
    }
}
