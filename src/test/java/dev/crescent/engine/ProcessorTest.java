package dev.crescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.cpu.CpuEngine;
import org.junit.jupiter.api.Test;

class ProcessorTest {
    @Test
    void theDefaultEngineRunsOnThreadsAndVectors() throws UnavailableException {
        int threads = Runtime.getRuntime().availableProcessors();
        assertThat(new CpuEngine().machine()).isEqualTo(Processor.words()).startsWith(threads + " thread")
                .matches("[1-9]\\d* threads?, vectors of (64|128|256|512) bits");
    }
}
