package dev.crescent.engine.cuda;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A network of dense layers that is small enough for the shared memory of one block: what lies where in it, as the kernels
/// of `fused.cuh` read it. Places are in floats; parameters lie at 0, in the layout's order.
final class FusedPlan {
    /// Of shared memory that every GPU gives a block without being asked: 48 KB, less what the kernels declare.
    private static final int MOST_FLOATS = 11 << 10;
    private static final int MOST_STAGES = 17;
    private static final int HEAD_WORDS = 9;
    private static final int STAGE_WORDS = 12;
    private static final int LEAST_THREADS = 32;
    private static final int MOST_THREADS = 256;
    private static final int NONE = -1;

    final ParameterLayout layout;
    /// How many go through the network at once.
    final int samples;
    /// Of a block.
    final int threads;
    private final List<Stage> stages;
    private final int[] words;
    private int floats;

    /// The input, or a dense layer, and the dropout behind it.
    private record Stage(int units, int weights, int biases, Activation activation, int maskLayer, double rate) {
        Stage masked(int layer, double by) {
            return new Stage(units, weights, biases, activation, layer, by);
        }
    }

    private FusedPlan(ParameterLayout layout, List<Stage> stages, int samples) {
        this.layout = layout;
        this.stages = stages;
        this.samples = samples;
        this.words = new int[HEAD_WORDS + MOST_STAGES * STAGE_WORDS];
        int widest = stages.stream().mapToInt(Stage::units).max().orElse(1);
        long busy = Math.max(layout.size(), (long) samples * widest);
        this.threads = Math.clamp(Integer.highestOneBit(2 * (int) Math.min(busy, MOST_THREADS) - 1), LEAST_THREADS,
                MOST_THREADS);
    }

    /// For training with mini-batches of the problem's size, or all of its samples where they are less.
    ///
    /// @param vectors of the optimizer's memory, 0 to 2
    /// @return empty where the network has other layers, or is too large
    static Optional<FusedPlan> ofTraining(Problem problem, int vectors) {
        int batch = Math.clamp(problem.train().count(), 1, problem.training().batchSize());
        return stages(problem.network(), problem.inputShape(), true)
                .map(stages -> new FusedPlan(ParameterLayout.of(problem.network(), problem.inputShape()), stages, batch))
                .filter(plan -> plan.fillForTraining(problem, vectors));
    }

    private boolean fillForTraining(Problem problem, int vectors) {
        Loss loss = problem.training().loss();
        boolean fused = Head.fuses(loss, problem.network().output().activation());
        floats = layout.size();
        int first = vectors > 0 ? place(layout.size()) : NONE;
        int second = vectors > 1 ? place(layout.size()) : NONE;
        int gradient = problem.training().clip() > 0 ? place(layout.size()) : NONE;
        int targets = place((long) samples * stages.getLast().units);
        head(first, second, gradient, targets, loss.ordinal(), fused ? 1 : 0, (int) Head.divisor(loss, 1, stages.getLast().units));
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            long numbers = (long) samples * stage.units;
            boolean masked = stage.rate > 0;
            int z = i == 0 ? NONE : place(numbers);
            boolean passes = i == 0 || Curve.passes(stage.activation);
            int y = passes ? z : place(numbers);
            int out = masked || i == 0 ? place(numbers) : y;
            stage(i, z, y, out, i == 0 ? NONE : place(numbers), masked ? stage.rate : NONE, NONE);
        }
        return floats <= MOST_FLOATS;
    }

    /// The stages of a network of dense layers.
    ///
    /// @param training whether dropout does anything; in evaluation noise does nothing either
    /// @return empty where there is something else in it
    private static Optional<List<Stage>> stages(Model.Network network, List<Integer> inputShape, boolean training) {
        ParameterLayout layout = ParameterLayout.of(network, inputShape);
        List<Stage> stages = new ArrayList<>();
        stages.add(new Stage(Shapes.width(inputShape), NONE, NONE, Activation.LINEAR, NONE, 0));
        for (int i = 0; i < network.layers().size(); i++) {
            Stage before = stages.getLast();
            switch (network.layers().get(i)) {
                case Layer.Dense dense -> {
                    ParameterLayout.Slice slice = layout.slice(i).orElseThrow();
                    stages.add(new Stage(dense.units(), slice.weightOffset(), slice.biasOffset(), dense.activation(), NONE, 0));
                }
                case Layer.Dropout dropout when training && dropout.rate() > 0 -> {
                    if (before.rate > 0) {
                        return Optional.empty();
                    }
                    stages.set(stages.size() - 1, before.masked(i, dropout.rate()));
                }
                case Layer.Noise noise when training && noise.stddev() > 0 -> {
                    return Optional.empty();
                }
                case Layer.Dropout _, Layer.Noise _, Layer.Flatten _ -> { }
                case Layer.Maxout _, Layer.Conv _, Layer.MaxPool _, Layer.BatchNorm _ -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(stages).filter(all -> all.size() <= MOST_STAGES);
    }

    /// Room for so many floats.
    private int place(long count) {
        int place = floats;
        floats = (int) Math.min(floats + count, Integer.MAX_VALUE / 2);
        return place;
    }

    private void head(int first, int second, int gradient, int targets, int loss, int fused, int each) {
        int[] head = {layout.size(), first, second, gradient, targets, loss, fused, each, stages.size()};
        System.arraycopy(head, 0, words, 0, head.length);
    }

    private void stage(int number, int z, int y, int out, int delta, double rate, int row) {
        Stage stage = stages.get(number);
        int[] values = {stage.units, stage.weights, stage.biases, stage.activation.ordinal(), z, y, out, delta, stage.maskLayer,
            Float.floatToRawIntBits((float) rate), Float.floatToRawIntBits((float) (1 / (1 - Math.max(rate, 0)))), row};
        System.arraycopy(values, 0, words, HEAD_WORDS + number * STAGE_WORDS, values.length);
    }

    /// Of shared memory, for each block.
    int sharedBytes() {
        return floats * Float.BYTES;
    }

    /// Copies it to the device.
    ///
    /// @return its address
    long upload(Arena arena, Device device) {
        long address = arena.floats(words.length);
        device.upload(words, 0, words.length, address);
        return address;
    }
}
