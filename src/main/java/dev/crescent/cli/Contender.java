package dev.crescent.cli;

import dev.crescent.engine.Engine;
import dev.crescent.engine.cpu.CpuEngine;
import java.util.function.IntFunction;

/// An engine that `bench` measures.
///
/// @param suffix what its rows have behind the workload's name: nothing, or ` (ND4J)`
/// @param engine takes the number of threads
record Contender(String suffix, IntFunction<Engine> engine) {
    static final Contender CPU = new Contender("", CpuEngine::new);
}
