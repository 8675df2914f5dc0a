package dev.crescent.engine.nd4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tukaani.xz.SeekableFileInputStream;
import org.tukaani.xz.SeekableXZInputStream;

/// The native libraries of an installed program: in one folder, each packed by itself with xz, which makes a tenth of them
/// where jars make a quarter.
final class InstalledLibraries {
    private static final String PACKED = ".xz";
    /// OpenBLAS goes by a second name with those who want no LAPACK of it. On Windows, libraries find each other without.
    private static final Pattern OPENBLAS = Pattern.compile("libopenblas(\\.so\\.0|\\.0\\.dylib)");

    private InstalledLibraries() {}

    /// @param packed the program's folder
    /// @param folder where they are to lie
    static List<NativeLibrary> of(Path packed, Path folder) throws IOException {
        List<NativeLibrary> libraries = new ArrayList<>();
        try (Stream<Path> files = Files.list(packed)) {
            for (Path file : files.filter(file -> file.toString().endsWith(PACKED)).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                libraries.add(new NativeLibrary(folder.resolve(name.substring(0, name.length() - PACKED.length())), size(file),
                        Files.getLastModifiedTime(file).toMillis(), () -> open(file)));
            }
        }
        return libraries;
    }

    private static SeekableXZInputStream open(Path file) throws IOException {
        return new SeekableXZInputStream(new SeekableFileInputStream(file.toFile()));
    }

    private static long size(Path file) throws IOException {
        try (SeekableXZInputStream in = open(file)) {
            return in.length();
        }
    }

    /// Adds the names that libraries look for each other by.
    ///
    /// @param folder where they lie
    static void link(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = OPENBLAS.matcher(String.valueOf(file.getFileName()));
                Path second = name.matches() ? folder.resolve("libopenblas_nolapack" + name.group(1)) : file;
                if (!Files.exists(second)) {
                    Files.createSymbolicLink(second, file.getFileName());
                }
            }
        }
    }
}
