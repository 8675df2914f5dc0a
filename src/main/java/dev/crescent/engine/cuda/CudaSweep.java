package dev.crescent.engine.cuda;

import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Sweep;
import dev.crescent.experiment.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Small networks in training beside each other on the device, a block each.
final class CudaSweep implements Sweep {
    /// Numbers that are copied from the device at once.
    private static final int MOST_COPIED = 1 << 24;

    private final Problem problem;
    private final Device device;
    private final Arena arena;
    private final FusedPlan plan;
    private final Parts parts;
    /// `[networks][size]`
    private final long parameters;
    /// Of the memory's vectors, `[networks][size]` each, as many as the optimizer with the most has.
    private final long[] vectors;
    private final int[] vectorsOf;
    private final FusedTrainer trainer;
    private final FusedPlan measuring;
    private final CudaDriver.Launch measure;
    /// Of networks.
    private final Slice measured = new Slice();
    /// `[networks][2]` loss, and how many are right.
    private final long found;
    private final LongSupplier clock;
    private final long[] since;
    private long step;
    private long nanos;

    private CudaSweep(FusedPlan plan, FusedPlan measuring, Problem problem, List<Optimizer> optimizers, Device device,
            Arena arena, LongSupplier clock) {
        this.problem = problem;
        this.device = device;
        this.arena = arena;
        this.plan = plan;
        this.measuring = measuring;
        long numbers = (long) optimizers.size() * plan.layout.size();
        this.parameters = arena.floats(numbers);
        this.vectorsOf = optimizers.stream().mapToInt(CudaSweep::vectors).toArray();
        this.vectors = new long[Arrays.stream(vectorsOf).max().orElse(0)];
        Arrays.setAll(vectors, i -> arena.floats(numbers));
        this.trainer = new FusedTrainer(plan, problem, optimizers, parameters, vectors.length > 0 ? vectors[0] : 0,
                vectors.length > 1 ? vectors[1] : 0, arena, device, clock);
        this.clock = clock;
        this.found = arena.doubles(2L * optimizers.size());
        this.measure = device.driver.launch("fused_metrics", 9);
        Launches.set(measure, measuring.upload(arena, device));
        measure.set(5, measuring.samples);
        measure.set(6, Head.threshold(problem.network().output().activation()));
        this.since = new long[optimizers.size()];
        this.parts = new Parts(device, arena);
        parts.of(problem.train());
        float[][] start = new float[optimizers.size()][];
        Arrays.fill(start, InitialParameters.of(problem.network(), problem.inputShape()));
        load(start, Collections.nCopies(start.length, OptimizerState.START));
    }

    private static int vectors(Optimizer optimizer) {
        return new Rule(optimizer).vectors();
    }

    /// @param clock nanoseconds, by which launches are as long as they should be
    /// @return empty where the network is too large for one block, or has layers that are not for it
    /// @throws CudaException if there is too little memory, or the device fails otherwise; nothing is left on it then
    static Optional<CudaSweep> open(Problem problem, List<Optimizer> optimizers, Device device, LongSupplier clock) {
        int most = optimizers.stream().mapToInt(CudaSweep::vectors).max().orElse(0);
        return FusedPlan.ofTraining(problem, most).flatMap(plan -> FusedPlan.ofLosses(problem).map(measuring ->
                device.open(arena -> new CudaSweep(plan, measuring, problem, optimizers, device, arena, clock))));
    }

    @Override
    public int networks() {
        return since.length;
    }

    @Override
    public ParameterLayout layout() {
        return plan.layout;
    }

    @Override
    public void load(float[][] values, List<OptimizerState> states) {
        long loaded = OptimizerState.sameStep(states);
        for (int network = 0; network < since.length; network++) {
            check(values[network], states.get(network), vectorsOf[network]);
        }
        synchronized (device) {
            device.use();
            step = loaded;
            for (int network = 0; network < since.length; network++) {
                OptimizerState state = states.get(network);
                since[network] = state.since();
                device.upload(values[network], 0, plan.layout.size(), at(parameters, network));
                for (int i = 0; i < vectors.length; i++) {
                    if (i < state.vectors().size()) {
                        device.upload(state.vectors().get(i), 0, plan.layout.size(), at(vectors[i], network));
                    } else {
                        device.driver.clear(at(vectors[i], network), (long) plan.layout.size() * Float.BYTES);
                    }
                }
            }
        }
    }

    private void check(float[] values, OptimizerState state, int expected) {
        if (values.length != plan.layout.total()) {
            throw new IllegalArgumentException("The network has " + plan.layout.total() + " parameters, not " + values.length
                    + ".");
        }
        Update.check(state, expected, plan.layout.size());
    }

    private long at(long address, int network) {
        return address + (long) network * plan.layout.size() * Float.BYTES;
    }

    @Override
    public float[] parameters(int network) {
        return values(parameters, network);
    }

    private float[] values(long address, int network) {
        synchronized (device) {
            device.use();
            float[] values = new float[plan.layout.size()];
            device.download(at(address, network), values, 0, values.length);
            return values;
        }
    }

    @Override
    public OptimizerState optimizerState(int network) {
        if (vectorsOf[network] == 0) {
            return OptimizerState.newAt(step);
        }
        List<float[]> memory = new ArrayList<>();
        for (int i = 0; i < vectorsOf[network]; i++) {
            memory.add(values(vectors[i], network));
        }
        return new OptimizerState(step, since[network], memory);
    }

    /// A copy of the parameters of each, as [#parameters] gives them, in much less time.
    float[][] parameters() {
        synchronized (device) {
            device.use();
            return rows(parameters);
        }
    }

    /// A copy of each one's optimizer's state, likewise.
    List<OptimizerState> optimizerStates() {
        List<float[][]> memory = new ArrayList<>();
        synchronized (device) {
            device.use();
            for (long vector : vectors) {
                memory.add(rows(vector));
            }
        }
        List<OptimizerState> states = new ArrayList<>();
        for (int i = 0; i < since.length; i++) {
            int network = i;
            states.add(vectorsOf[network] == 0 ? OptimizerState.newAt(step) : new OptimizerState(step, since[network],
                    memory.subList(0, vectorsOf[network]).stream().map(rows -> rows[network]).toList()));
        }
        return states;
    }

    /// `[networks][size]`: each copy waits for the device, so that there are few.
    private float[][] rows(long address) {
        int size = plan.layout.size();
        int most = Math.max(1, MOST_COPIED / size);
        float[][] rows = new float[since.length][];
        for (int first = 0; first < rows.length; first += most) {
            int now = Math.min(most, rows.length - first);
            float[] values = new float[now * size];
            device.download(at(address, first), values, 0, values.length);
            for (int i = 0; i < now; i++) {
                rows[first + i] = Arrays.copyOfRange(values, i * size, (i + 1) * size);
            }
        }
        return rows;
    }

    @Override
    public int stride() {
        return trainer.stride();
    }

    @Override
    public void trainAll(int[] order, int from, int count, int batch, double[][] rates, double[][] losses) {
        synchronized (device) {
            device.use();
            long start = clock.getAsLong();
            trainer.train(parts.of(problem.train()), order, from, count, batch, step, since, rates, losses);
            step += Math.ceilDiv(count, batch);
            nanos = clock.getAsLong() - start;
        }
    }

    @Override
    public long nanos(int network) {
        return nanos;
    }

    @Override
    public Metrics[] evaluate(Samples samples) {
        Metrics[] metrics = new Metrics[since.length];
        if (samples.count() == 0) {
            Arrays.fill(metrics, Metrics.NONE);
            return metrics;
        }
        synchronized (device) {
            device.use();
            Parts.Copy data = parts.of(samples);
            double[] losses = new double[metrics.length];
            double[] right = new double[metrics.length];
            for (int first = 0; first < samples.count(); first += FusedPlan.MOST_MEASURED) {
                int now = Math.min(FusedPlan.MOST_MEASURED, samples.count() - first);
                measure.set(1, Launches.at(data.inputs(), first * samples.width()));
                measure.set(2, Launches.at(data.targets(), first * samples.outputs()));
                measure.set(3, data.labels() == 0 ? 0 : Launches.at(data.labels(), first));
                measure.set(4, now);
                measureAll(first == 0);
                double[] numbers = device.doubles(found, 2 * metrics.length);
                for (int i = 0; i < metrics.length; i++) {
                    losses[i] += numbers[2 * i] * ((double) now / samples.count());
                    right[i] += numbers[2 * i + 1];
                }
            }
            Arrays.setAll(metrics, i -> new Metrics(losses[i], data.labels() == 0 ? Double.NaN : right[i] / samples.count()));
            return metrics;
        }
    }

    /// Some networks after the other; no fewer at once than there are processors, since that would not be shorter.
    ///
    /// @param learns whether these are as many samples as a launch ever has; fewer say nothing of how long more would take
    private void measureAll(boolean learns) {
        for (int done = 0; done < since.length;) {
            int now = Math.min(since.length - done, Math.max(measured.steps(), device.driver.multiprocessors()));
            long start = clock.getAsLong();
            measure.set(7, at(parameters, done));
            measure.set(8, found + 2L * done * Double.BYTES);
            measure.size(now, 1, measuring.threads, measuring.sharedBytes());
            measure.run();
            device.await();
            if (learns) {
                measured.took(now, clock.getAsLong() - start);
            }
            done += now;
        }
    }

    @Override
    public void close() {
        synchronized (device) {
            if (!device.isLost()) {
                device.use();
                arena.close();
            }
        }
    }
}
