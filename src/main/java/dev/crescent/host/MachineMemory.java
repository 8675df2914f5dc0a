package dev.crescent.host;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The machine's memory, Java's heap being a part of it.
public final class MachineMemory {
    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";

    private MachineMemory() {}

    /// Bytes that programs may still take; where the system does not say what it would give up for them (all but Linux),
    /// all bytes that it has.
    public static long available() {
        if (Files.isReadable(LINUX)) {
            try {
                return available(Files.readAllLines(LINUX, StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return all();
            }
        }
        return all();
    }

    static long available(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(AVAILABLE))
                .map(line -> line.substring(AVAILABLE.length()).replace("kB", "").strip())
                .filter(number -> number.matches("[0-9]{1,15}"))
                .mapToLong(number -> Long.parseLong(number) << 10)
                .findFirst().orElseGet(MachineMemory::all);
    }

    private static long all() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
