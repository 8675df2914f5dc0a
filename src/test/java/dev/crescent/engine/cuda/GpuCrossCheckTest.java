package dev.crescent.engine.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.CrossCheck;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.UnavailableException;
import dev.crescent.engine.cpu.CpuEngine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/// This machine's GPU, through everything that a user's goes through.
@Tag("gpu")
class GpuCrossCheckTest extends CrossCheck {
    private static final List<String> TOLD = new ArrayList<>();
    private static final CudaEngine ENGINE = new CudaEngine(new CpuEngine(), TOLD::add);

    @BeforeAll
    static void thereIsOne() throws UnavailableException {
        ENGINE.prepare(Preparation.QUIET);
    }

    @AfterEach
    void nothingWentOnElsewhere() {
        assertThat(TOLD).isEmpty();
    }

    @Override
    protected Engine engine() {
        return ENGINE;
    }
}
