package dev.crescent.export;

import dev.crescent.experiment.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// The tables that come with experiment files. One that still lies where the experiment says is taken from there: the user
/// may have gone on with it.
public final class Tables {
    private static final int NAME_BYTES = 8;

    private Tables() {}

    /// The tables to put into a file, as far as they are there and not too large.
    ///
    /// @param folder that the experiment's relative paths are relative to
    public static Map<String, byte[]> of(Experiment experiment, Path folder) {
        Map<String, byte[]> tables = new LinkedHashMap<>();
        for (String path : DataPaths.of(experiment)) {
            try {
                Path file = folder.resolve(path);
                if (Files.isRegularFile(file) && Files.size(file) <= ExperimentFile.LARGEST_TABLE) {
                    tables.put(path, Files.readAllBytes(file));
                }
            } catch (IOException | InvalidPathException _) {
                // The file is written without what cannot be read.
            }
        }
        return tables;
    }

    /// The experiment of a file, its paths those of tables that are there: those that came with it are unpacked where there
    /// is nothing else, each into a folder that is named after what it holds.
    ///
    /// @param folder that the experiment's relative paths are relative to
    /// @param cache the folder to unpack into; it need not exist yet
    /// @throws IOException if a table cannot be unpacked
    public static Experiment placed(ExperimentFile file, Path folder, Path cache) throws IOException {
        Map<String, String> moved = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> table : file.tables().entrySet()) {
            String path = table.getKey();
            if (!isThere(folder, path)) {
                moved.put(path, unpacked(path, table.getValue(), cache).toString());
            }
        }
        return moved.isEmpty() ? file.experiment()
                : DataPaths.changed(file.experiment(), path -> moved.getOrDefault(path, path));
    }

    private static boolean isThere(Path folder, String path) {
        try {
            return Files.isRegularFile(folder.resolve(path));
        } catch (InvalidPathException e) {
            return false; // it is from another system
        }
    }

    private static Path unpacked(String path, byte[] content, Path cache) throws IOException {
        Path target = cache.resolve(digest(content)).resolve(name(path));
        if (!Files.isRegularFile(target) || !Arrays.equals(Files.readAllBytes(target), content)) {
            Files.createDirectories(target.getParent());
            WholeFile.write(target, out -> out.write(content));
        }
        return target;
    }

    /// The last part of a path of whatever system, in letters that every system takes: it comes from a stranger.
    private static String name(String path) {
        String last = path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')));
        String plain = last.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceAll("^[. ]+|[. ]+$", "");
        return plain.isEmpty() || plain.length() > 120 ? "table.csv" : plain;
    }

    private static String digest(byte[] content) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(sum, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
