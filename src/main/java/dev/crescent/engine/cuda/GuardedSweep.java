package dev.crescent.engine.cuda;

import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Sweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// A sweep on the device that goes on with another engine when the device fails, as [GuardedSession] does.
final class GuardedSweep implements Sweep {
    /// Numbers that are kept of steps since the last copy, about.
    private static final int MOST_KEPT = 1 << 24;

    /// Steps that were taken.
    private record Taken(int[] samples, int batch, double[][] rates) {}

    private final CopyTimes times;
    private final Fallback<Sweep> sweep;
    private float[][] parameters = {};
    private List<OptimizerState> states = List.of();
    private final List<Taken> since = new ArrayList<>();
    private long kept;

    /// @param failed told of the failure, once the other sweep is open
    /// @param spare opens the sweep that goes on
    /// @param clock nanoseconds
    /// @throws CudaException if the device fails now; the sweep is closed then
    GuardedSweep(CudaSweep onDevice, Consumer<CudaException> failed, Supplier<Sweep> spare, LongSupplier clock) {
        times = new CopyTimes(clock);
        sweep = new Fallback<>(onDevice, failed, spare, Sweep::close, this::takeAgain);
        sweep.orderOrClose(this::copy);
    }

    private GuardedSweep(Sweep elsewhere) {
        times = new CopyTimes(() -> 0);
        sweep = Fallback.elsewhere(elsewhere, Sweep::close);
    }

    /// Of a device that has failed already.
    static GuardedSweep elsewhere(Sweep spare) {
        return new GuardedSweep(spare);
    }

    @Override
    public boolean isElsewhere() {
        return !sweep.isOnDevice();
    }

    /// Nothing where another engine goes on.
    private void copy(Sweep from) {
        if (from instanceof CudaSweep onDevice) {
            times.begin();
            keep(onDevice.parameters(), onDevice.optimizerStates());
            times.end();
        }
    }

    private void keep(float[][] values, List<OptimizerState> memories) {
        parameters = values;
        states = memories;
        since.clear();
        kept = 0;
    }

    private void takeAgain(Sweep spare) {
        spare.load(parameters, states);
        for (Taken taken : since) {
            spare.trainAll(taken.samples, 0, taken.samples.length, taken.batch, taken.rates,
                    new double[taken.rates.length][taken.rates[0].length]);
        }
        keep(new float[0][], List.of());
    }

    @Override
    public int networks() {
        return sweep.current().networks();
    }

    @Override
    public ParameterLayout layout() {
        return sweep.current().layout();
    }

    @Override
    public void load(float[][] values, List<OptimizerState> newStates) {
        sweep.order(asked -> asked.load(values, newStates));
        if (sweep.isOnDevice()) {
            keep(Arrays.stream(values).map(float[]::clone).toArray(float[][]::new), List.copyOf(newStates));
            times.skip();
        }
    }

    @Override
    public float[] parameters(int network) {
        return sweep.answer(asked -> asked.parameters(network));
    }

    @Override
    public OptimizerState optimizerState(int network) {
        return sweep.answer(asked -> asked.optimizerState(network));
    }

    @Override
    public int stride() {
        return sweep.current().stride();
    }

    @Override
    public void trainAll(int[] order, int from, int count, int batch, double[][] rates, double[][] losses) {
        sweep.order(asked -> asked.trainAll(order, from, count, batch, rates, losses));
        if (sweep.isOnDevice()) {
            double[][] same = Arrays.stream(rates).map(double[]::clone).toArray(double[][]::new);
            since.add(new Taken(Arrays.copyOfRange(order, from, from + count), batch, same));
            kept += count + (long) rates.length * rates[0].length;
            if (kept > MOST_KEPT || times.isDue()) {
                sweep.order(this::copy);
            }
        }
    }

    @Override
    public long nanos(int network) {
        return sweep.current().nanos(network);
    }

    @Override
    public Metrics[] evaluate(Samples samples) {
        return sweep.answer(asked -> asked.evaluate(samples));
    }

    @Override
    public void close() {
        sweep.close();
    }
}
