package dev.crescent.engine;

import dev.crescent.experiment.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// A sweep of a session for each network, one after the other.
final class SessionSweep implements Sweep {
    private final List<Session> sessions = new ArrayList<>();
    private final long[] nanos;

    /// @param opener opens a session for a problem
    SessionSweep(Problem problem, List<Optimizer> optimizers, Function<Problem, Session> opener) {
        nanos = new long[optimizers.size()];
        try {
            for (Optimizer optimizer : optimizers) {
                sessions.add(opener.apply(new Problem(problem.network(), problem.training().withOptimizer(optimizer),
                        problem.inputShape(), problem.train(), problem.test())));
            }
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    @Override
    public int networks() {
        return sessions.size();
    }

    @Override
    public ParameterLayout layout() {
        return sessions.getFirst().layout();
    }

    @Override
    public void load(float[][] parameters, List<OptimizerState> states) {
        OptimizerState.sameStep(states);
        for (int i = 0; i < sessions.size(); i++) {
            sessions.get(i).load(parameters[i], states.get(i));
        }
    }

    @Override
    public float[] parameters(int network) {
        return sessions.get(network).parameters();
    }

    @Override
    public OptimizerState optimizerState(int network) {
        return sessions.get(network).optimizerState();
    }

    @Override
    public int stride() {
        return sessions.stream().mapToInt(Session::stride).min().orElse(1);
    }

    @Override
    public void trainAll(int[] order, int from, int count, int batch, double[][] rates, double[][] losses) {
        int steps = Math.ceilDiv(count, batch);
        for (int i = 0; i < sessions.size(); i++) {
            Session session = sessions.get(i);
            long start = System.nanoTime();
            int taken = session.trainAll(order, from, count, batch, rates[i], losses[i]);
            nanos[i] = System.nanoTime() - start;
            if (taken < steps) {
                Arrays.fill(losses[i], taken, steps, Double.NaN);
                session.load(session.parameters(), session.optimizerState().after(steps - taken));
            }
        }
    }

    @Override
    public long nanos(int network) {
        return nanos[network];
    }

    @Override
    public Metrics[] evaluate(Samples samples) {
        return sessions.stream().map(session -> session.evaluate(samples)).toArray(Metrics[]::new);
    }

    @Override
    public boolean isElsewhere() {
        return sessions.stream().anyMatch(Session::isElsewhere);
    }

    @Override
    public void close() {
        sessions.forEach(Session::close);
    }
}
