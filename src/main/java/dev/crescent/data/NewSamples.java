package dev.crescent.data;

import dev.crescent.data.digits.Centering;
import dev.crescent.experiment.Gaps;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings samples that are not in an experiment's data set into the form of its inputs: with its features, and with the
/// scaling fitted to its training part. Made by [Datasets#newSamples].
public final class NewSamples {
    private static final List<Integer> DIGIT = List.of(1, Centering.SIDE, Centering.SIDE);

    private final Source source;
    private final Path base;
    private final Datasets.Fitted fitted;

    NewSamples(Source source, Path base, Datasets.Fitted fitted) {
        this.source = source;
        this.base = base;
        this.fitted = fitted;
    }

    /// Some samples, and what they are known to be.
    ///
    /// @param inputs `[count][inputWidth]` after features and scaling
    /// @param labels `[count]` class indices; null if they are not known, or for a regression
    /// @param values `[count]` targets of a regression; null if they are not known, or with classes
    /// @param left the rows of the table, from 0, that are no samples, since they have gaps
    public record Batch(int count, float[] inputs, int @Nullable [] labels, float @Nullable [] values, BitSet left) {
        // Written out because javac leaves the type annotations of a compact constructor out of the class file.
        public Batch(int count, float[] inputs, int @Nullable [] labels, float @Nullable [] values, BitSet left) {
            this.count = count;
            this.inputs = inputs;
            this.labels = labels;
            this.values = values;
            this.left = (BitSet) left.clone();
        }

        Batch(int count, float[] inputs, int @Nullable [] labels, float @Nullable [] values) {
            this(count, inputs, labels, values, new BitSet());
        }

        @Override
        public BitSet left() {
            return (BitSet) left.clone();
        }
    }

    /// The data set that the samples would belong to; it may have no samples itself.
    public Dataset dataset() {
        return fitted.dataset();
    }

    Scaler scaler() {
        return fitted.scaler();
    }

    /// Whether what is read are images of 28 x 28 pixels, as [Centering] makes them.
    public boolean readsCentered() {
        return dataset().inputShape().equals(DIGIT);
    }

    /// Whether images are digits, as far as can be known: of that size, and not clothes.
    public boolean readsDigits() {
        return readsCentered() && !(source instanceof Source.Images images && images.set() == ImageSet.FASHION_MNIST);
    }

    /// Reads a table: the columns by the names that the experiment's data have, or by those that `crescent data` writes,
    /// `x1`, `x2`, ..., or without names by their place. Other columns are passed over, and rows with gaps where the experiment
    /// passes over them; targets are known only if they are of all other rows.
    ///
    /// @param location a path
    /// @param centered whether each row is an image to prepare by [Centering]
    /// @throws DataException if it cannot be read, or lacks a column
    public Batch table(String location, boolean centered) throws DataException {
        CsvFile file = CsvFile.open(Path.of(""), location, "--csv");
        NewColumns columns = NewColumns.of(file, source, base, dataset());
        boolean skips = source instanceof Source.Csv csv && csv.gaps() == Gaps.SKIP;
        CsvRows.Wanted wanted = skips ? CsvRows.Wanted.WHOLE : CsvRows.Wanted.NEW;
        boolean labeled = columns.target() >= 0;
        boolean classified = labeled && dataset().task() == Task.CLASSIFICATION;
        CsvClasses classes = classified ? new CsvClasses(dataset().classNames()) : null;
        // A row without a target is worth predicting all the same.
        CsvRows rows = CsvTables.rows(file, columns.features(), skips ? -1 : columns.target(), skips ? null : classes, 1, wanted);
        CsvRows known = labeled && skips ? CsvTables.rows(file, columns.features(), columns.target(), classes, 0, wanted) : rows;
        int count = rows.count();
        boolean all = labeled && known.count() == count;
        float[] inputs = inputs(rows.drainRows(), count, centered);
        if (!all) {
            return new Batch(count, inputs, null, null, rows.skipped());
        }
        float[] targets = known.drainTargets();
        return classes == null ? new Batch(count, inputs, null, CsvTables.inUnit(targets, source), rows.skipped())
                : new Batch(count, inputs, labels(classes, targets), null, rows.skipped());
    }

    private int[] labels(CsvClasses classes, float[] targets) {
        int[] places = classes.placesIn(dataset().classNames());
        int[] labels = new int[targets.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = places[(int) targets[i]];
        }
        return labels;
    }

    /// Reads the images, and the labels if there are any, of a folder of IDX files, as [NewImages#find] finds them.
    ///
    /// @param centered whether each image is to be prepared by [Centering]
    /// @throws DataException if they cannot be read, or have another size than the network's images
    public Batch images(Path folder, boolean centered) throws DataException {
        NewImages found = NewImages.find(folder);
        IdxFile images = found.images();
        List<Integer> shape = List.of(1, images.sizes()[1], images.sizes()[2]);
        if (!centered && !shape.equals(dataset().inputShape())) {
            throw new DataException(images.name() + ": its images are " + shape.get(1) + " x " + shape.get(2)
                    + " pixels, the network reads " + wanted()
                    + (readsCentered() ? "; prepare them with --center" : "; choose other images"));
        }
        float[] pixels = images.values();
        float[] prepared = centered ? centered(pixels, images.count(), shape.get(1), shape.get(2)) : pixels;
        int[] labels = dataset().task() == Task.CLASSIFICATION ? found.labels(dataset().classNames().size()) : null;
        return new Batch(images.count(), scaled(prepared, images.count()), labels, null);
    }

    /// One image.
    ///
    /// @param pixels as many as the network reads, on the scale of its data before scaling: 0 to 255
    public Batch image(float[] pixels) {
        if (pixels.length != dataset().inputWidth()) {
            throw new IllegalArgumentException(pixels.length + " pixels are not " + dataset().inputShape());
        }
        return new Batch(1, scaled(pixels.clone(), 1), null, null);
    }

    /// What the network reads, in words.
    public String wanted() {
        List<Integer> shape = dataset().inputShape();
        if (shape.size() != 3) {
            return shape.getFirst() + (shape.getFirst() == 1 ? " number" : " numbers") + " a sample and no images";
        }
        return shape.get(1) + " x " + shape.get(2) + (shape.getFirst() == 1 ? "" : " in " + shape.getFirst() + " channels");
    }

    private float[] inputs(float[] rows, int count, boolean centered) throws DataException {
        if (!fitted.formulas().isEmpty()) {
            return scaled(Datasets.evaluated(fitted.formulas(), rows, count, "the table's"), count);
        }
        return scaled(centered ? centered(rows, count, Centering.SIDE, Centering.SIDE) : rows, count);
    }

    private float[] scaled(float[] rows, int count) {
        fitted.scaler().applyRows(rows, count);
        return rows;
    }

    private static float[] centered(float[] images, int count, int rows, int columns) {
        int width = rows * columns;
        int side = Centering.SIDE * Centering.SIDE;
        float[] prepared = new float[Math.multiplyExact(count, side)];
        float[] image = new float[width];
        for (int i = 0; i < count; i++) {
            System.arraycopy(images, i * width, image, 0, width);
            System.arraycopy(Centering.center(image, rows, columns), 0, prepared, i * side, side);
        }
        return prepared;
    }
}
