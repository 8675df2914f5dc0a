package dev.crescent.cli;

import dev.crescent.engine.Engine;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.engine.cuda.CudaEngine;
import dev.crescent.engine.cuda.Gpu;
import dev.crescent.engine.nd4j.Nd4jEngine;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/// An engine that `bench` measures.
///
/// @param suffix what its rows have behind the workload's name: nothing, or ` (ND4J)`
/// @param shares whether it is measured with several threads, too
/// @param onProcessor whether threads and the processor's peak say anything about it
/// @param engine takes the number of threads
/// @param gpu what its rows are of beside the processor, once the engine is prepared
record Contender(String suffix, boolean shares, boolean onProcessor, IntFunction<Engine> engine, Supplier<Optional<Gpu>> gpu) {
    static final Contender CPU = new Contender("", true, true, CpuEngine::new, Optional::empty);
    /// On one thread, which is faster for networks of this size than several are.
    static final Contender ND4J = new Contender(" (ND4J)", false, true, _ -> new Nd4jEngine(), Optional::empty);

    /// The GPU: one engine for all workloads, as in the window.
    ///
    /// @param told a sentence where the GPU fails, and another engine is measured from then on
    static Contender cuda(Consumer<String> told) {
        CudaEngine engine = new CudaEngine(new CpuEngine(), told);
        return new Contender(" (CUDA)", false, false, _ -> engine, engine::gpu);
    }
}
