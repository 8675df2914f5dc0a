package dev.crescent.train;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.UnavailableException;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The CPU engine under another name, which counts its sessions, opens them while its gate has permits,
/// remembers the last learning rate and which steps it was given at once, and fails when it is told to.
final class FakeEngine implements Engine {
    private final CpuEngine engine = new CpuEngine();
    private final String id;
    final AtomicInteger open = new AtomicInteger();
    final AtomicInteger opened = new AtomicInteger();
    final Semaphore gate = new Semaphore(Integer.MAX_VALUE);
    volatile @Nullable Thread thread;
    volatile @Nullable Throwable failure;
    volatile double rate;
    /// Steps that its sessions like to be given at once.
    volatile int stride = 1;
    /// How many it was given, one by one apart.
    final List<Integer> strides = new ArrayList<>();
    volatile Preparing preparing = _ -> { };

    /// What it makes ready before it opens a session.
    interface Preparing {
        void prepare(Preparation watcher) throws UnavailableException;
    }

    FakeEngine(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        return engine.refuses(problem);
    }

    @Override
    public void prepare(Preparation watcher) throws UnavailableException {
        preparing.prepare(watcher);
    }

    @Override
    public Session open(Problem problem) {
        thread = Thread.currentThread();
        open.incrementAndGet();
        opened.incrementAndGet();
        gate.acquireUninterruptibly();
        return new FakeSession(engine.open(problem));
    }

    @Override
    public Evaluator evaluator(Model.Network network, List<Integer> inputShape) {
        return engine.evaluator(network, inputShape);
    }

    private final class FakeSession implements Session {
        private final Session session;

        FakeSession(Session session) {
            this.session = session;
        }

        @Override
        public ParameterLayout layout() {
            return session.layout();
        }

        @Override
        public void load(float[] parameters, OptimizerState state) {
            fail();
            session.load(parameters, state);
        }

        private void fail() {
            switch (failure) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> { }
            }
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
        public double train(int[] order, int from, int count, double learningRate) {
            fail();
            rate = learningRate;
            return session.train(order, from, count, learningRate);
        }

        @Override
        public int stride() {
            return stride;
        }

        @Override
        public int trainAll(int[] order, int from, int count, int batch, double[] rates, double[] losses) {
            strides.add(rates.length);
            return Session.super.trainAll(order, from, count, batch, rates, losses);
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
            open.decrementAndGet();
            session.close();
        }
    }
}
