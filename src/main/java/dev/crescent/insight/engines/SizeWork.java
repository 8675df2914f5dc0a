package dev.crescent.insight.engines;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;

/// One network in training on one engine, to see how fast that is.
final class SizeWork implements AutoCloseable {
    private final Session session;
    private final int batch;
    private final int samples;
    private int from; // where the next mini-batch starts

    SizeWork(Engine engine, Problem problem) {
        this.session = engine.open(problem);
        this.batch = problem.training().batchSize();
        this.samples = problem.train().count();
    }

    /// @return how many samples it took
    int step() {
        session.train(SizeNetwork.order(), from, batch, SizeNetwork.RATE);
        from = (from + batch) % samples;
        return batch;
    }

    /// Whether another engine does it, since this one failed.
    boolean isElsewhere() {
        return session.isElsewhere();
    }

    @Override
    public void close() {
        session.close();
    }
}
