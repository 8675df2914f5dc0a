package dev.crescent.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MachineMemoryTest {
    @Test
    void whatLinuxWouldGiveIsRead() {
        assertThat(MachineMemory.available(List.of("MemTotal:       24684000 kB", "MemFree:          123456 kB",
                "MemAvailable:   23260160 kB"))).isEqualTo(23_260_160L * 1024);
    }

    @Test
    void whereItIsNotSaidAllMemoryCounts() {
        long all = MachineMemory.available(List.of());
        assertThat(all).isGreaterThan(100_000_000L);
        assertThat(MachineMemory.available(List.of("MemAvailable: much"))).isEqualTo(all);
        assertThat(MachineMemory.available()).isBetween(1_000_000L, all);
    }
}
