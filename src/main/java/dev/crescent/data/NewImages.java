package dev.crescent.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The images of a folder of IDX files, without asking for the rest of a data set.
///
/// @param labelFile the labels of the same images; null if there are none
record NewImages(IdxFile images, @Nullable Path labelFile) {
    private static final Pattern IMAGES = Pattern.compile("(.*)images([-.])idx3-ubyte(\\.gz)?");

    /// Looks for `t10k-images-idx3-ubyte`, then `train-images-idx3-ubyte`, then for the only file whose name ends in
    /// `images-idx3-ubyte`; each may be gzipped, and be written `.idx3` for `-idx3`. Labels have the same name but for
    /// `labels` and `idx1`.
    static NewImages find(Path folder) throws DataException {
        if (!Files.isDirectory(folder)) {
            throw new DataException(folder + ": is not a folder; name one that holds IDX files of images");
        }
        List<Path> files = files(folder);
        Path file = files.stream().filter(path -> name(path).startsWith("t10k-images"))
                .findFirst().or(() -> files.stream().filter(path -> name(path).startsWith("train-images")).findFirst())
                .or(() -> files.stream().findFirst())
                .orElseThrow(() -> new DataException(folder
                        + ": has no file t10k-images-idx3-ubyte, with or without .gz; put the images there or choose another folder"));
        if (!name(file).startsWith("t10k-images") && !name(file).startsWith("train-images") && files.size() > 1) {
            throw new DataException(folder + ": has several files of images, " + name(file) + " and " + name(files.get(1))
                    + "; put one of them into a folder of its own");
        }
        return new NewImages(IdxFile.read(file, 3, "image", 0), labels(file).orElse(null));
    }

    /// The files of images in a folder, in the order of their names: those that are not gzipped come first.
    private static List<Path> files(Path folder) throws DataException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> Files.isRegularFile(path) && IMAGES.matcher(name(path)).matches()).sorted().toList();
        } catch (IOException e) {
            throw new DataException(folder + ": cannot be read (" + e.getMessage() + "); check the rights", e);
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static Optional<Path> labels(Path images) {
        String plain = name(images).replaceFirst("\\.gz$", "").replaceFirst("images([-.])idx3-ubyte$", "labels$1idx1-ubyte");
        return Stream.of(plain, plain + ".gz").map(images::resolveSibling).filter(Files::isRegularFile).findFirst();
    }

    /// The classes of the images.
    ///
    /// @param classes how many there are
    /// @return `[count]`; null if there are no labels
    int @Nullable [] labels(int classes) throws DataException {
        if (labelFile == null) {
            return null;
        }
        IdxFile file = IdxFile.read(labelFile, 1, "label", 0);
        file.checkCount(images);
        int[] labels = new int[file.count()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = file.bytes()[i] & 0xff;
            if (labels[i] >= classes) {
                throw new DataException(file.name() + ": label " + (i + 1) + " is " + labels[i]
                        + ", but the network knows only the classes 0 to " + (classes - 1)
                        + "; choose images of those, or take the labels away");
            }
        }
        return labels;
    }
}
