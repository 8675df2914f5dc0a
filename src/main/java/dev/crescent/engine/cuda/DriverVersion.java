package dev.crescent.engine.cuda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The version of NVIDIA's driver in words. Its own number, by which people know it, CUDA does not tell; Linux does.
final class DriverVersion {
    private static final Path LINUX = Path.of("/proc/driver/nvidia/version");
    private static final Pattern NUMBER = Pattern.compile("Kernel Module\\D.*?\\s(\\d+\\.\\d+(?:\\.\\d+)?)\\s");

    private DriverVersion() {}

    /// @param cuda as [CudaDriver#version]
    static String of(int cuda) {
        return of(cuda, LINUX);
    }

    /// @param file what the kernel module says of itself, where there is one
    static String of(int cuda, Path file) {
        String offered = "CUDA " + cuda / 1000 + "." + cuda % 1000 / 10;
        return number(file).map(own -> "driver " + own + ", " + offered).orElse(offered);
    }

    private static Optional<String> number(Path file) {
        try {
            Matcher found = NUMBER.matcher(Files.readString(file));
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
