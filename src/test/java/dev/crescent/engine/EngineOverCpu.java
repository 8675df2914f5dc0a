package dev.crescent.engine;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Model;
import java.util.List;
import java.util.Optional;

/// The CPU engine with one thread, for tests that override some of an engine's methods.
public abstract class EngineOverCpu implements Engine {
    private final CpuEngine engine = new CpuEngine(1);
    private final String id;

    protected EngineOverCpu(String id) {
        this.id = id;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        return engine.refuses(problem);
    }

    @Override
    public Session open(Problem problem) {
        return engine.open(problem);
    }

    @Override
    public Evaluator evaluator(Model.Network network, List<Integer> inputShape) {
        return engine.evaluator(network, inputShape);
    }
}
