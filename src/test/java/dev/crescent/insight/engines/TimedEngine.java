package dev.crescent.insight.engines;

import dev.crescent.engine.EngineOverCpu;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.UnavailableException;
import dev.crescent.experiment.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// An engine under some name that moves a clock on by what a step is said to take, and trains as the default engine does or
/// not at all. It remembers who trained when.
final class TimedEngine extends EngineOverCpu {
    private final AtomicLong clock;
    private final ToLongFunction<Problem> nanos;
    private final boolean trains;
    final List<Double> losses = new ArrayList<>();
    String missing = "";
    String refusal = "";
    int failsAt = Integer.MAX_VALUE;
    int open;
    int steps;
    int stride = 1;
    boolean elsewhere;
    int elsewhereFrom = Integer.MAX_VALUE; // units
    List<String> turns = new ArrayList<>();

    /// @param nanos that a step takes
    /// @param trains whether it really does
    TimedEngine(String id, AtomicLong clock, ToLongFunction<Problem> nanos, boolean trains) {
        super(id);
        this.clock = clock;
        this.nanos = nanos;
        this.trains = trains;
    }

    static int width(Problem problem) {
        return problem.network().layers().getFirst() instanceof Layer.Dense dense ? dense.units() : 0;
    }

    @Override
    public String machine() throws UnavailableException {
        if (!missing.isEmpty()) {
            throw new UnavailableException(missing);
        }
        return "a clock";
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        return refusal.isEmpty() ? super.refuses(problem) : Optional.of(refusal);
    }

    @Override
    public void prepare(Preparation watcher) {
        watcher.goesOn("Winding up", 0.5);
    }

    @Override
    public Session open(Problem problem) {
        open++;
        return new Timed(problem, trains ? super.open(problem) : null);
    }

    private final class Timed implements Session {
        private final Problem problem;
        private final @Nullable Session inner;

        Timed(Problem problem, @Nullable Session inner) {
            this.problem = problem;
            this.inner = inner;
        }

        private Session inner() {
            if (inner == null) {
                throw new UnsupportedOperationException();
            }
            return inner;
        }

        @Override
        public ParameterLayout layout() {
            return inner().layout();
        }

        @Override
        public void load(float[] parameters, OptimizerState state) {
            inner().load(parameters, state);
        }

        @Override
        public float[] parameters() {
            return inner().parameters();
        }

        @Override
        public OptimizerState optimizerState() {
            return inner().optimizerState();
        }

        @Override
        public double train(int[] order, int from, int count, double learningRate) {
            if (++steps > failsAt) {
                throw new IllegalStateException("out of ink");
            }
            if (turns.isEmpty() || !turns.getLast().equals(id())) {
                turns.add(id());
            }
            clock.addAndGet(nanos.applyAsLong(problem));
            double loss = inner == null ? 0 : inner.train(order, from, count, learningRate);
            losses.add(loss);
            return loss;
        }

        @Override
        public int stride() {
            return stride;
        }

        @Override
        public boolean isElsewhere() {
            return elsewhere || width(problem) >= elsewhereFrom;
        }

        @Override
        public int trainAll(int[] order, int from, int count, int batch, double[] rates, double[] found) {
            clock.addAndGet(nanos.applyAsLong(problem)); // all together take as long as one
            return inner().trainAll(order, from, count, batch, rates, found);
        }

        @Override
        public double gradient(int[] order, int from, int count, float[] into) {
            return inner().gradient(order, from, count, into);
        }

        @Override
        public Metrics evaluate(Part part) {
            return inner().evaluate(part);
        }

        @Override
        public Metrics evaluate(Samples samples) {
            return inner().evaluate(samples);
        }

        @Override
        public void close() {
            open--;
            if (inner != null) {
                inner.close();
            }
        }
    }
}
