package dev.crescent.cli;

import dev.crescent.engine.Engine;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.engine.nd4j.Nd4jEngine;
import java.util.function.IntFunction;

/// An engine that `bench` measures.
///
/// @param suffix what its rows have behind the workload's name: nothing, or ` (ND4J)`
/// @param shares whether it is measured with several threads, too
/// @param engine takes the number of threads
record Contender(String suffix, boolean shares, IntFunction<Engine> engine) {
    static final Contender CPU = new Contender("", true, CpuEngine::new);
    /// On one thread, which is faster for networks of this size than several are.
    static final Contender ND4J = new Contender(" (ND4J)", false, _ -> new Nd4jEngine());
}
