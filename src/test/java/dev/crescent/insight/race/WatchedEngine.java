package dev.crescent.insight.race;

import dev.crescent.engine.EngineOverCpu;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Optimizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The CPU engine, and what its sessions were asked to train on.
final class WatchedEngine extends EngineOverCpu {
    /// What each optimizer was given, in its order, by one session or several.
    final Map<Optimizer, List<List<Integer>>> batches = new HashMap<>();
    int open;

    WatchedEngine() {
        super("cpu");
    }

    @Override
    public Session open(Problem problem) {
        List<List<Integer>> own = batches.computeIfAbsent(problem.training().optimizer(), _ -> new ArrayList<>());
        open++;
        return new Watched(super.open(problem), own);
    }

    private final class Watched implements Session {
        private final Session session;
        private final List<List<Integer>> own;

        Watched(Session session, List<List<Integer>> own) {
            this.session = session;
            this.own = own;
        }

        @Override
        public double train(int[] order, int from, int count, double learningRate) {
            own.add(Arrays.stream(order, from, from + count).boxed().toList());
            return session.train(order, from, count, learningRate);
        }

        @Override
        public ParameterLayout layout() {
            return session.layout();
        }

        @Override
        public void load(float[] parameters, OptimizerState state) {
            session.load(parameters, state);
        }

        @Override
        public float[] parameters() {
            return session.parameters();
        }

        @Override
        public OptimizerState optimizerState() {
            return session.optimizerState();
        }

        @Override
        public double gradient(int[] order, int from, int count, float[] into) {
            return session.gradient(order, from, count, into);
        }

        @Override
        public Metrics evaluate(Part part) {
            return session.evaluate(part);
        }

        @Override
        public Metrics evaluate(Samples samples) {
            return session.evaluate(samples);
        }

        @Override
        public void close() {
            open--;
            session.close();
        }
    }
}
