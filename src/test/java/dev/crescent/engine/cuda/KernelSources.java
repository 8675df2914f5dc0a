package dev.crescent.engine.cuda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The kernels' sources.
final class KernelSources {
    static final Path FOLDER = Path.of("src", "main", "cuda").toAbsolutePath();
    private static final String BOUNDS = "(?:__launch_bounds__\\s*\\([^)]*\\)\\s*)?";
    private static final Pattern KERNEL =
            Pattern.compile("^KERNEL\\s+" + BOUNDS + "void\\s+" + BOUNDS + "(\\w+)\\s*\\(", Pattern.MULTILINE);

    private KernelSources() {}

    /// In the order of their names.
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".cu") || file.toString().endsWith(".cuh"))
                    .sorted((a, b) -> name(a).compareTo(name(b))).toList();
        }
    }

    /// SHA-256 of all names and contents, as build.sh has it.
    static String hash() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Path file : files()) {
            digest.update((name(file) + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// The names of all kernels.
    static List<String> kernels() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : files()) {
            KERNEL.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
        }
        return names;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
