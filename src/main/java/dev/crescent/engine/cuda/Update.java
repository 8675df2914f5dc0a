package dev.crescent.engine.cuda;

import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Training;
import java.util.ArrayList;
import java.util.List;

/// The last part of a training step: penalties, clipping, and the optimizer with its memory.
final class Update {
    private static final int BLOCKS = 256;

    private final Training training;
    private final Rule rule;
    private final Net net;
    private final Device device;
    private final int size;
    private final long[] memory;
    private final CudaDriver.Launch penalize;
    private final CudaDriver.Launch squares;
    private final CudaDriver.Launch shorten;
    private final CudaDriver.Launch update;

    Update(Training training, Net net, Arena arena, Device device) {
        CudaDriver driver = device.driver;
        this.training = training;
        this.rule = new Rule(training.optimizer());
        this.net = net;
        this.device = device;
        this.size = net.layout.size();
        this.memory = new long[rule.vectors()];
        for (int i = 0; i < memory.length; i++) {
            memory[i] = arena.floats(size);
        }
        this.penalize = driver.launch("penalize", 5);
        penalize.set(3, (float) training.l1());
        penalize.set(4, (float) training.l2());
        long sums = arena.doubles(BLOCKS);
        long factor = arena.floats(1);
        this.squares = driver.launch("squares", 3);
        Launches.set(squares, net.gradient, sums);
        squares.set(2, size);
        this.shorten = driver.launch("shorten", 4);
        Launches.set(shorten, sums, factor);
        shorten.set(2, BLOCKS);
        shorten.set(3, Double.doubleToRawLongBits(training.clip()));
        this.update = driver.launch("update", 14);
        update.set(0, rule.kind());
        update.set(1, net.parameters);
        update.set(2, net.gradient);
        update.set(3, memory.length > 0 ? memory[0] : 0L);
        update.set(4, memory.length > 1 ? memory[1] : 0L);
        update.set(5, size);
        update.set(6, training.clip() > 0 ? factor : 0L);
    }

    /// Adds the penalties' gradient, over weights, biases apart.
    void penalize() {
        if (training.l1() == 0 && training.l2() == 0) {
            return;
        }
        for (ParameterLayout.Slice slice : net.layout.slices()) {
            penalize.set(0, Launches.at(net.parameters, slice.weightOffset()));
            penalize.set(1, Launches.at(net.gradient, slice.weightOffset()));
            penalize.set(2, slice.weightCount());
            Device.over(penalize, slice.weightCount());
        }
    }

    /// Changes the parameters.
    ///
    /// @param step from 1 for the first since the memory began
    void run(double rate, long step) {
        if (training.clip() > 0) {
            Device.blocks(squares, BLOCKS);
            Device.blocks(shorten, 1);
        }
        float[] numbers = rule.at(rate, step);
        for (int i = 0; i < numbers.length; i++) {
            update.set(7 + i, numbers[i]);
        }
        Device.over(update, size);
    }

    /// @throws IllegalArgumentException if the state is another optimizer's or network's
    void load(OptimizerState state) {
        check(state, memory.length, size);
        List<float[]> vectors = state.vectors();
        for (int i = 0; i < memory.length; i++) {
            if (vectors.isEmpty()) {
                device.driver.clear(memory[i], (long) size * Float.BYTES);
            } else {
                device.upload(vectors.get(i), 0, size, memory[i]);
            }
        }
    }

    /// @param expected vectors
    /// @param size of each
    /// @throws IllegalArgumentException if it has others
    static void check(OptimizerState state, int expected, int size) {
        List<float[]> vectors = state.vectors();
        if (!vectors.isEmpty() && (vectors.size() != expected || vectors.stream().anyMatch(vector -> vector.length != size))) {
            throw new IllegalArgumentException("The optimizer's state has " + vectors.size() + " vectors, not " + expected
                    + " of " + size + "; start it anew with none.");
        }
    }

    /// How many vectors the optimizer remembers.
    int vectors() {
        return memory.length;
    }

    /// Where one of them is, `[size]`; 0 where there is none.
    long vector(int number) {
        return number < memory.length ? memory[number] : 0;
    }

    OptimizerState state(long step, long since) {
        if (memory.length == 0) {
            return OptimizerState.newAt(step);
        }
        List<float[]> vectors = new ArrayList<>();
        for (long address : memory) {
            float[] vector = new float[size];
            device.download(address, vector, 0, size);
            vectors.add(vector);
        }
        return new OptimizerState(step, since, vectors);
    }
}
