package dev.crescent.ui.start;

import dev.crescent.data.Dataset;
import dev.crescent.data.PlaneFeatures;
import dev.crescent.engine.Evaluator;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Task;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.PlaneNetwork;
import dev.crescent.insight.Region;
import dev.crescent.insight.ValueRange;
import dev.crescent.ui.points.Discs;
import dev.crescent.ui.points.FieldPainter;
import dev.crescent.ui.theme.Palette;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The training points of an experiment in the plane, over what its network says there at some moments.
public final class PlaneThumbnail implements Thumbnail {
    /// Between the points and the edge, as a share of their extent.
    private static final double MARGIN = 0.08;
    /// A point's radius as a share of the picture's width, and its bounds in pixels that the user sees.
    private static final double POINT = 0.0102;
    private static final double SMALLEST = 1;
    private static final double LARGEST = 3.4;
    private static final double OUTLINE = 0.32;
    /// Shapes are larger than discs, or they could not be told apart.
    private static final double STRONGER = 1.4;
    /// So small a picture has room for the field or the points.
    private static final double TINY = 64;
    /// As many points as can be told from each other in such a picture.
    private static final int MOST_POINTS = 3000;

    private final Dataset data;
    private final List<float[]> moments;
    private final @Nullable PlaneNetwork network;
    private final ValueRange range;

    private PlaneThumbnail(Dataset data, List<float[]> moments, @Nullable PlaneNetwork network) {
        this.data = data;
        this.moments = List.copyOf(moments);
        this.network = network;
        this.range = data.task() == Task.REGRESSION ? ValueRange.ofTargets(data) : new ValueRange(0, 1);
    }

    /// The points alone.
    public static PlaneThumbnail points(Dataset data) {
        return new PlaneThumbnail(data, List.of(), null);
    }

    /// @param data in the plane
    /// @param evaluator of the experiment's network
    /// @param moments its parameters, `[layout total]` each; at least one
    /// @throws IllegalArgumentException if the data do not lie in a plane, or there are no moments
    public static PlaneThumbnail fields(Experiment experiment, Dataset data, Evaluator evaluator, List<float[]> moments) {
        PlaneFeatures plane = data.plane();
        if (plane == null || moments.isEmpty()) {
            throw new IllegalArgumentException("A field needs data in a plane and a network's parameters");
        }
        return new PlaneThumbnail(data, moments,
                new PlaneNetwork(experiment, data.task(), data.classNames().size(), plane, evaluator));
    }

    @Override
    public int moments() {
        return Math.max(1, moments.size());
    }

    @Override
    public synchronized int[] paint(int moment, Palette palette, int width, int height, double density) {
        int[] pixels = new int[width * height];
        Region region = region(width, height);
        boolean tiny = width / density < TINY;
        if (network == null) {
            Arrays.fill(pixels, palette.fieldArgb(0));
        } else {
            OutputField field = network.output(moments.get(moment), region, width, height);
            FieldPainter.paint(field, palette, false, range.low(), range.high(), pixels);
        }
        if (network == null || !tiny) {
            points(new Discs(width, height, pixels), palette, region, width, height, density);
        }
        return pixels;
    }

    private void points(Discs discs, Palette palette, Region region, int width, int height, double density) {
        Dataset.Samples train = data.train();
        double radius = density * Math.clamp(POINT * width / density, SMALLEST, LARGEST);
        int outline = Palette.argb(data.task() == Task.REGRESSION ? palette.fg() : palette.pointOutline());
        for (int i = 0; i < Math.min(train.count(), MOST_POINTS); i++) {
            double x = (train.raw()[2 * i] - region.x1Min()) / region.width() * width;
            double y = (region.x2Max() - train.raw()[2 * i + 1]) / region.height() * height;
            if (palette.isHighContrast() && data.task() == Task.CLASSIFICATION) {
                // A thin edge: in so small a picture wide ones would run together, and hide the colors.
                discs.shape(train.labels()[i], x, y, STRONGER * radius, density / 2, outline);
                discs.shape(train.labels()[i], x, y, STRONGER * radius, -density / 2, palette.classArgb(train.labels()[i]));
            } else {
                discs.disc(x, y, (1 + OUTLINE) * radius, outline);
                discs.disc(x, y, radius, data.task() == Task.REGRESSION
                        ? palette.weightArgb(range.scaled(train.values()[i])) : palette.classArgb(train.labels()[i]));
            }
        }
    }

    /// All points, in the picture's shape; where a square would show a line, each axis has its own scale.
    private Region region(int width, int height) {
        Region around = Region.around(data);
        boolean square = Math.abs(around.width() - around.height()) <= 1e-9 * around.width();
        if (!square) {
            return around;
        }
        double[] extent = data.extent();
        double half1 = (0.5 + MARGIN) * (extent[1] - extent[0]);
        double half2 = (0.5 + MARGIN) * (extent[3] - extent[2]);
        double aspect = (double) width / height;
        double half = Math.max(half2, half1 / aspect);
        if (!(half > 0)) {
            half = around.height() / 2;
        }
        double x1 = (extent[0] + extent[1]) / 2;
        double x2 = (extent[2] + extent[3]) / 2;
        return new Region(x1 - aspect * half, x1 + aspect * half, x2 - half, x2 + half);
    }
}
