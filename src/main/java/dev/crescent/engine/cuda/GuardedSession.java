package dev.crescent.engine.cuda;

import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// A session on the device that goes on with another engine when the device fails, without losing a step: it keeps a copy of
/// the parameters and of the optimizer's memory from a moment ago, and which steps were taken since, and takes them again.
final class GuardedSession implements Session {
    /// Numbers of samples that are kept, about.
    private static final int MOST_KEPT = 1 << 20;

    /// Steps that were taken, `batch` samples each.
    private record Taken(int[] samples, int batch, double[] rates) {}

    private final Fallback<Session> session;
    /// The copy; none where another engine goes on.
    private float[] parameters = {};
    private OptimizerState state = OptimizerState.START;
    private final List<Taken> since = new ArrayList<>();
    private int kept;
    private final CopyTimes times;

    /// @param failed told of the failure, once the other session is open
    /// @param spare opens the session that goes on
    /// @param clock nanoseconds
    /// @throws CudaException if the device fails now; the session is closed then
    GuardedSession(Problem problem, Session onDevice, Consumer<CudaException> failed, Function<Problem, Session> spare,
            LongSupplier clock) {
        times = new CopyTimes(clock);
        session = new Fallback<>(onDevice, failed, () -> spare.apply(problem), Session::close, this::takeAgain);
        parameters = session.answerOrClose(Session::parameters);
        state = session.answerOrClose(Session::optimizerState);
    }

    private GuardedSession(Session elsewhere) {
        times = new CopyTimes(() -> 0);
        session = Fallback.elsewhere(elsewhere, Session::close);
    }

    /// Of a device that has failed already.
    static GuardedSession elsewhere(Session spare) {
        return new GuardedSession(spare);
    }

    @Override
    public boolean isElsewhere() {
        return !session.isOnDevice();
    }

    private void takeAgain(Session spare) {
        spare.load(parameters, state);
        for (Taken taken : since) {
            spare.trainAll(taken.samples, 0, taken.samples.length, taken.batch, taken.rates, new double[taken.rates.length]);
        }
        keep(new float[0], OptimizerState.START);
    }

    @Override
    public ParameterLayout layout() {
        return session.current().layout();
    }

    @Override
    public void load(float[] values, OptimizerState newState) {
        session.order(asked -> asked.load(values, newState));
        if (session.isOnDevice()) {
            keep(values.clone(), newState);
            times.skip();
        }
    }

    private void keep(float[] values, OptimizerState now) {
        parameters = values;
        state = now;
        since.clear();
        kept = 0;
    }

    @Override
    public float[] parameters() {
        return session.answer(Session::parameters);
    }

    @Override
    public OptimizerState optimizerState() {
        return session.answer(Session::optimizerState);
    }

    @Override
    public double train(int[] order, int from, int count, double learningRate) {
        double loss = session.answer(asked -> asked.train(order, from, count, learningRate));
        if (session.isOnDevice()) {
            took(order, from, count, count, new double[] {learningRate});
        }
        return loss;
    }

    @Override
    public int stride() {
        return session.current().stride();
    }

    /// Where the device fails on the way, all of these steps are the other engine's.
    @Override
    public int trainAll(int[] order, int from, int count, int batch, double[] rates, double[] losses) {
        int taken = session.answer(asked -> asked.trainAll(order, from, count, batch, rates, losses));
        if (session.isOnDevice()) {
            took(order, from, Math.min(taken * batch, count), batch, Arrays.copyOf(rates, taken));
        }
        return taken;
    }

    private void took(int[] order, int from, int count, int batch, double[] rates) {
        since.add(new Taken(Arrays.copyOfRange(order, from, from + count), batch, rates));
        kept += count;
        if (kept > MOST_KEPT || times.isDue()) {
            copy();
        }
    }

    private void copy() {
        times.begin();
        float[] values = parameters();
        OptimizerState now = optimizerState();
        if (session.isOnDevice()) {
            keep(values, now);
            times.end();
        }
    }

    @Override
    public double gradient(int[] order, int from, int count, float[] into) {
        return session.answer(asked -> asked.gradient(order, from, count, into));
    }

    @Override
    public Metrics evaluate(Part part) {
        return session.answer(asked -> asked.evaluate(part));
    }

    @Override
    public Metrics evaluate(Samples samples) {
        return session.answer(asked -> asked.evaluate(samples));
    }

    @Override
    public void close() {
        session.close();
    }
}
