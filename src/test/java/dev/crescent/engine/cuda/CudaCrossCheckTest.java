package dev.crescent.engine.cuda;

import dev.crescent.engine.CrossCheck;
import dev.crescent.engine.Engine;
import dev.crescent.engine.cpu.CpuEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.jspecify.annotations.Nullable;

/// The kernels, compiled for this processor, through the real jcuda and a driver that stands in for NVIDIA's.
class CudaCrossCheckTest extends CrossCheck {
    private static @Nullable Engine engine;

    @BeforeAll
    static void standIn() {
        StandIn.begin("");
        engine = new CudaEngine(new CpuEngine(), sentence -> {
            throw new AssertionError(sentence);
        });
    }

    @Override
    protected Engine engine() {
        return java.util.Objects.requireNonNull(engine);
    }
}
