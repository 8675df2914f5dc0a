package dev.crescent.cli;

/// Work that a GPU does: how many threads wait for it, and the processor's peak, say nothing about it.
record DeviceWorkload(Workload done) implements Workload {
    @Override
    public int threads() {
        return done.threads();
    }

    @Override
    public void begin() {
        done.begin();
    }

    @Override
    public long work() {
        return done.work();
    }

    @Override
    public boolean isElsewhere() {
        return done.isElsewhere();
    }

    @Override
    public double multiplyAdds() {
        return Double.NaN;
    }

    @Override
    public Measurement measurement(double[] rates) {
        return done.measurement(rates).withoutThreads();
    }

    @Override
    public void close() {
        done.close();
    }
}
