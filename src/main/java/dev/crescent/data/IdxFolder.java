package dev.crescent.data;

import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the images and labels of a folder with MNIST's four files, or with the two of the training part alone.
final class IdxFolder {
    private static final List<String> CLOTHES = List.of("T-shirt", "trouser", "pullover", "dress", "coat", "sandal",
            "shirt", "sneaker", "bag", "ankle boot");

    private final Path folder;
    private final String name;
    private final Source.Images source;

    private IdxFolder(Path folder, String name, Source.Images source) {
        this.folder = folder;
        this.name = name;
        this.source = source;
    }

    /// One part of the images, pixels 0 to 255.
    ///
    /// @param shape `[1, rows, columns]`
    record Images(List<Integer> shape, RawSamples samples) {}

    /// The training part, and the test part where the folder has one.
    record Parts(Images train, @Nullable Images test) {}

    /// Reads a folder.
    ///
    /// @param base the folder that a relative path is relative to
    /// @param cache where images lie that are named without a path
    static Parts read(Source.Images source, Path base, Path cache) throws DataException {
        return of(source, base, cache).parts();
    }

    /// Reads images of the training part alone, as many as the source's limit.
    ///
    /// @param base the folder that a relative path is relative to
    /// @param cache where images lie that are named without a path
    static Images first(Source.Images source, Path base, Path cache) throws DataException {
        return of(source, base, cache).first();
    }

    private static IdxFolder of(Source.Images source, Path base, Path cache) throws DataException {
        String location = source.path();
        if (location == null) {
            Path folder = cache.resolve(source.set().id()).toAbsolutePath();
            IdxFolder kept = new IdxFolder(folder, folder.toString(), source);
            if (kept.file("train-images", 3).isEmpty()) {
                throw new NoImagesException(source.set(), folder);
            }
            return kept;
        }
        Path folder;
        try {
            folder = base.resolve(location);
        } catch (InvalidPathException e) {
            throw new DataException("data.path: \"" + CsvCell.shown(location) + "\" is not a folder's name;"
                    + " choose another folder", e);
        }
        if (!Files.isDirectory(folder)) {
            throw new DataException("data.path: there is no folder " + folder.toAbsolutePath()
                    + "; choose the one that holds the four files of " + source.id());
        }
        return new IdxFolder(folder, location, source);
    }

    private Images first() throws DataException {
        IdxFile labels = IdxFile.read(needed("train-labels", 1), 1, "label", 0);
        return part("train-images", labels, source.limit(), classes(labels, null));
    }

    private Parts parts() throws DataException {
        boolean tested = file("t10k-images", 3).isPresent() || file("t10k-labels", 1).isPresent();
        IdxFile trainLabels = IdxFile.read(needed("train-labels", 1), 1, "label", 0);
        IdxFile testLabels = tested ? IdxFile.read(needed("t10k-labels", 1), 1, "label", 0) : null;
        List<String> classes = classes(trainLabels, testLabels);
        Images train = part("train-images", trainLabels, source.limit(), classes);
        if (testLabels == null) {
            return new Parts(train, null);
        }
        Images test = part("t10k-images", testLabels, 0, classes);
        if (!test.shape().equals(train.shape())) {
            throw new DataException(needed("t10k-images", 3) + ": its images are " + size(test)
                    + " pixels, those of the training part " + size(train) + "; take both from the same place");
        }
        return new Parts(train, test);
    }

    private static String size(Images images) {
        return images.shape().get(1) + " x " + images.shape().get(2);
    }

    private Images part(String stem, IdxFile labels, int limit, List<String> classes) throws DataException {
        IdxFile images = IdxFile.read(needed(stem, 3), 3, "image", limit);
        labels.checkCount(images);
        return new Images(List.of(1, images.sizes()[1], images.sizes()[2]), samples(images, labels, classes));
    }

    private RawSamples samples(IdxFile images, IdxFile labels, List<String> classes) throws DataException {
        int width = images.sizes()[1] * images.sizes()[2];
        float[] pixels = images.values();
        int[] classOf = new int[images.count()];
        float[] values = new float[images.count()];
        for (int i = 0; i < classOf.length; i++) {
            classOf[i] = labels.bytes()[i] & 0xff;
            values[i] = classOf[i];
            if (classOf[i] >= classes.size()) {
                throw new DataException(labels.name() + ": label " + (i + 1) + " is " + classOf[i]
                        + ", but " + source.set().id() + " has only the classes 0 to " + (classes.size() - 1)
                        + "; take the files from where it is published, or choose idx");
            }
        }
        return new RawSamples(Task.CLASSIFICATION, classes, RawSamples.pixelNames(width), images.count(), pixels, classOf, values);
    }

    /// No images at all of a set whose size is known: 28 x 28 pixels, ten classes.
    static RawSamples none(ImageSet set) {
        return new RawSamples(Task.CLASSIFICATION, known(set), RawSamples.pixelNames(28 * 28), 0, new float[0], new int[0], new float[0]);
    }

    private static List<String> known(ImageSet set) {
        return set == ImageSet.FASHION_MNIST ? CLOTHES : RawSamples.numbered(CLOTHES.size());
    }

    /// Those of all labels, whatever images are used.
    private List<String> classes(IdxFile train, @Nullable IdxFile test) {
        if (source.set() != ImageSet.IDX) {
            return known(source.set());
        }
        int most = Math.max(1, Math.max(largest(train), test == null ? 0 : largest(test)));
        return RawSamples.numbered(most + 1);
    }

    private static int largest(IdxFile labels) {
        int most = 0;
        for (byte label : labels.bytes()) {
            most = Math.max(most, label & 0xff);
        }
        return most;
    }

    private Path needed(String stem, int dimensions) throws DataException {
        return file(stem, dimensions).orElseThrow(() -> new DataException(name + ": has no file " + stem + "-idx" + dimensions
                + "-ubyte, with or without .gz; put it there or choose another folder"));
    }

    /// The names that MNIST's files are given in different places.
    private Optional<Path> file(String stem, int dimensions) {
        List<Path> candidates = new ArrayList<>();
        for (String separator : List.of("-", ".")) {
            for (String end : List.of("", ".gz")) {
                candidates.add(folder.resolve(stem + separator + "idx" + dimensions + "-ubyte" + end));
            }
        }
        return candidates.stream().filter(Files::isRegularFile).findFirst();
    }
}
