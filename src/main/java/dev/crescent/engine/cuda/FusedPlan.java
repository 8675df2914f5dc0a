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
import org.jspecify.annotations.Nullable;

/// A network of dense layers that is small enough for the shared memory of one block: what lies where in it, as the kernels
/// of `fused*.cuh` read it. Places are in floats; parameters lie at 0, in the layout's order.
final class FusedPlan {
    /// Of shared memory that every GPU gives a block without being asked: 48 KB, less what the kernels declare.
    private static final int MOST_FLOATS = 11 << 10;
    private static final int MOST_STAGES = 17;
    private static final int HEAD_WORDS = 9;
    private static final int STAGE_WORDS = 12;
    /// Of a stage's words the last.
    private static final int ROW = 11;
    /// Samples that go through the network at once in evaluation, where so many fit.
    private static final List<Integer> TURNS = List.of(64, 32, 16, 8);
    /// Samples that a block measures in one launch: always as many, since the sums' last bits depend on it.
    static final int MOST_MEASURED = 1 << 13;
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
        Loss loss = problem.training().loss();
        return stages(problem.network(), problem.inputShape(), true).map(stages -> of(problem, stages, batch))
                .filter(plan -> plan.fill(vectors, problem.training().clip() > 0, loss, true));
    }

    private static FusedPlan of(Problem problem, List<Stage> stages, int samples) {
        return new FusedPlan(ParameterLayout.of(problem.network(), problem.inputShape()), stages, samples);
    }

    /// For losses in evaluation mode.
    ///
    /// @return empty where the network has other layers, or is too large
    static Optional<FusedPlan> ofLosses(Problem problem) {
        Loss loss = problem.training().loss();
        return stages(problem.network(), problem.inputShape(), false).flatMap(stages -> TURNS.stream()
                .map(turn -> of(problem, stages, turn)).filter(plan -> plan.fill(0, false, loss, false)).findFirst());
    }

    /// For outputs in evaluation mode; which of them are stored, [#store] is told.
    ///
    /// @param inputShape `[features]` or `[channels, rows, columns]`
    /// @return empty where the network has other layers, or is too large
    static Optional<FusedPlan> ofOutputs(Model.Network network, List<Integer> inputShape) {
        ParameterLayout layout = ParameterLayout.of(network, inputShape);
        return stages(network, inputShape, false).flatMap(stages -> TURNS.stream()
                .map(turn -> new FusedPlan(layout, stages, turn)).filter(plan -> plan.fill(0, false, null, false)).findFirst());
    }

    /// Stores the outputs of some layers, and no others, in rows of their own.
    ///
    /// @param wanted whether each layer's are
    /// @return how many rows there are
    int store(boolean[] wanted) {
        for (int number = 0; number < stages.size(); number++) {
            words[rowAt(number)] = NONE;
        }
        int rows = 0;
        for (int layer = 0; layer < wanted.length; layer++) {
            int number = stageOf(layer);
            if (wanted[layer] && words[rowAt(number)] < 0) {
                words[rowAt(number)] = rows;
                rows += stages.get(number).units;
            }
        }
        return rows;
    }

    /// The first row of a layer that is stored. Layers that do nothing in evaluation share that of the one before.
    int row(int layer) {
        return words[rowAt(stageOf(layer))];
    }

    private int stageOf(int layer) {
        return (int) layout.slices().stream().filter(slice -> slice.layer() <= layer).count();
    }

    private static int rowAt(int stage) {
        return HEAD_WORDS + stage * STAGE_WORDS + ROW;
    }

    /// @param loss null where nobody asks for it
    /// @return whether it fits
    private boolean fill(int vectors, boolean clips, @Nullable Loss loss, boolean training) {
        Stage last = stages.getLast();
        floats = layout.size();
        int first = vectors > 0 ? place(layout.size()) : NONE;
        int second = vectors > 1 ? place(layout.size()) : NONE;
        int gradient = clips ? place(layout.size()) : NONE;
        int targets = loss == null ? NONE : place((long) samples * last.units);
        boolean fused = loss != null && Head.fuses(loss, last.activation);
        int each = loss == null ? 1 : (int) Head.divisor(loss, 1, last.units);
        int[] head = {layout.size(), first, second, gradient, targets, loss == null ? NONE : loss.ordinal(), fused ? 1 : 0, each,
            stages.size()};
        System.arraycopy(head, 0, words, 0, head.length);
        int input = place((long) samples * stages.getFirst().units);
        describe(0, NONE, NONE, input, NONE);
        for (int i = 1; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            long numbers = (long) samples * stage.units;
            int z = place(numbers);
            // On the way back both are asked for, and by the loss, too.
            boolean both = !Curve.passes(stage.activation) && (training || i == stages.size() - 1);
            int y = both ? place(numbers) : z;
            int out = stage.rate > 0 ? place(numbers) : y;
            describe(i, z, y, out, training ? place(numbers) : NONE);
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

    private void describe(int number, int z, int y, int out, int delta) {
        Stage stage = stages.get(number);
        float rate = stage.rate > 0 ? (float) stage.rate : NONE;
        int[] values = {stage.units, stage.weights, stage.biases, stage.activation.ordinal(), z, y, out, delta, stage.maskLayer,
            Float.floatToRawIntBits(rate), Float.floatToRawIntBits((float) (1 / (1 - stage.rate))), NONE};
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
