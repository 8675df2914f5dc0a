package dev.crescent.data.download;

import dev.crescent.experiment.ImageSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// An image data set that can be downloaded.
///
/// @param name what people call it
/// @param mirrors folders that have all files, each ending in a slash, in the order in which they are asked; at least one
/// @param files in the order in which they come: those without which the folder is not taken for a data set last
public record RemoteImages(String name, List<URI> mirrors, List<RemoteFile> files) {
    private static final String LIST = "images.txt";

    public RemoteImages {
        mirrors = List.copyOf(mirrors);
        files = List.copyOf(files);
        if (mirrors.isEmpty() || files.isEmpty()) {
            throw new IllegalArgumentException(name + ": must have mirrors and files");
        }
    }

    /// What is known of a set; empty if it cannot be downloaded.
    public static Optional<RemoteImages> of(ImageSet set) {
        String name = "";
        List<URI> mirrors = new ArrayList<>();
        List<RemoteFile> files = new ArrayList<>();
        for (String line : lines()) {
            String[] words = line.split(" ");
            if (!words[0].equals(set.id())) {
                continue;
            }
            switch (words[1]) {
                case "name" -> name = words[2];
                case "mirror" -> mirrors.add(URI.create(words[2]));
                case "file" -> files.add(new RemoteFile(words[2], Long.parseLong(words[3]), words[4]));
                default -> throw new IllegalStateException(LIST + ": what is this: " + line);
            }
        }
        return files.isEmpty() ? Optional.empty() : Optional.of(new RemoteImages(name, mirrors, files));
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(RemoteImages.class.getResourceAsStream(LIST), LIST)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All files together.
    public long bytes() {
        return files.stream().mapToLong(RemoteFile::size).sum();
    }

    /// Who is asked first.
    public String host() {
        return mirrors.getFirst().getHost();
    }
}
