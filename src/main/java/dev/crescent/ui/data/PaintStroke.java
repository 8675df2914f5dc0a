package dev.crescent.ui.data;

import dev.crescent.data.Dataset;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Adds points to 2-D data and takes them away: the first touch turns any classes of the plane into `painted` ones.
///
/// Needs no toolkit. Where a touch adds points depends only on its arguments, so a repeated stroke gives the same ones;
/// whether a drag adds any depends on where the touch before was, too.
public final class PaintStroke {
    /// As many points as painting keeps fluent.
    public static final int MAX_POINTS = 20_000;
    /// A drag sprays again after this part of the brush's radius.
    private static final double SPACING = 0.5;
    /// The farthest coordinate of a painted point.
    private static final double FARTHEST = 1e6;

    private double lastX1;
    private double lastX2;

    /// A brush on the plane: a circle on screen, on the plane an ellipse where the axes have scales of their own.
    ///
    /// @param radius1 along x1, in the plane's units
    /// @param radius2 along x2
    public record Disc(double x1, double x2, double radius1, double radius2) {
        /// How far away a point is, in radii.
        double away(double toX1, double toX2) {
            return Math.hypot((toX1 - x1) / radius1, (toX2 - x2) / radius2);
        }
    }

    /// What a touch comes to.
    public sealed interface Outcome {}

    /// The data with points added or taken away.
    ///
    /// @param what it was, a few words for the curves and the undo stack
    public record Changed(Data data, String what) implements Outcome {}

    /// The touch changes nothing: nothing to erase there, or too near to the touch before.
    public record Unchanged() implements Outcome {}

    /// The data cannot be painted on.
    ///
    /// @param sentence why, and what to do
    public record Refused(String sentence) implements Outcome {}

    /// One touch of a stroke.
    ///
    /// A brush adds `amount` points to the disc, evenly over its area (at the square root of a uniform part of the
    /// radius), the first of them in the middle if it is the only one. An eraser takes away every point of the disc.
    ///
    /// @param data the experiment's, whatever their source
    /// @param dataset what they gave when they were last loaded; used if they are not painted yet
    /// @param erase whether points are taken away, whatever the brush's tool
    /// @param dragging false for the first touch of a stroke
    public Outcome touch(Data data, @Nullable Dataset dataset, Brush brush, Disc disc, boolean erase, boolean dragging) {
        if (dragging && !erase && disc.away(lastX1, lastX2) < SPACING) {
            return new Unchanged();
        }
        String refusal = refusal(data, dataset);
        if (refusal != null) {
            return new Refused(refusal);
        }
        if (dataset == null && !(data.source() instanceof Source.Painted)) {
            return new Refused(Texts.get("paint.loading"));
        }
        List<PaintedPoint> points = points(data, dataset);
        lastX1 = disc.x1;
        lastX2 = disc.x2;
        return erase ? erased(data, points, disc) : sprayed(data, points, brush, disc);
    }

    /// The same data without any points.
    public static Data cleared(Data data) {
        return data.withSource(new Source.Painted(List.of()));
    }

    /// Whether a change's words are those of a stroke, or of clearing.
    public static boolean isStroke(String what) {
        return what.equals(Texts.get("paint.painted")) || what.equals(Texts.get("paint.erased"))
                || what.equals(Texts.get("paint.cleared"));
    }

    /// Why the data cannot be painted on, as one sentence; null if they can, or could once a generated set is there.
    ///
    /// @param dataset what the data gave when they were last loaded; null while there is none
    public static @Nullable String refusal(Data data, @Nullable Dataset dataset) {
        if (data.source() instanceof Source.Painted) {
            return null;
        }
        if (data.source() instanceof Source.Points(var set, int samples, double _)) {
            return set.task() == Task.REGRESSION ? Texts.get("paint.values") : tooMany(samples);
        }
        if (dataset == null) {
            return Texts.get("paint.loading");
        }
        if (dataset.plane() == null) {
            return Texts.get("paint.notPlane");
        }
        if (dataset.task() == Task.REGRESSION) {
            return Texts.get("paint.values");
        }
        if (Arrays.stream(dataset.extent()).anyMatch(at -> Math.abs(at) > FARTHEST)) {
            return Texts.get("paint.far", Numbers.fixed(FARTHEST, 0));
        }
        int classes = dataset.classNames().size();
        return classes > PaintedPoint.MAX_CLASSES
                ? Texts.get("paint.classes", Integer.toString(classes), Integer.toString(PaintedPoint.MAX_CLASSES))
                : tooMany(dataset.train().count() + dataset.test().count());
    }

    private static @Nullable String tooMany(int count) {
        return count <= MAX_POINTS ? null
                : Texts.get("paint.tooMany", Numbers.fixed(MAX_POINTS, 0), Numbers.fixed(count, 0));
    }

    /// The points that painting goes on from: the painted ones, or both parts of the loaded data.
    private static List<PaintedPoint> points(Data data, @Nullable Dataset dataset) {
        if (data.source() instanceof Source.Painted(var painted)) {
            return painted;
        }
        List<PaintedPoint> points = new ArrayList<>();
        if (dataset != null) {
            for (Dataset.Samples part : List.of(dataset.train(), dataset.test())) {
                for (int i = 0; i < part.count(); i++) {
                    points.add(new PaintedPoint(part.raw()[2 * i], part.raw()[2 * i + 1], part.labels()[i]));
                }
            }
        }
        return points;
    }

    private static Outcome erased(Data data, List<PaintedPoint> points, Disc disc) {
        List<PaintedPoint> left = points.stream().filter(p -> disc.away(p.x1(), p.x2()) > 1).toList();
        return left.size() == points.size() ? new Unchanged()
                : new Changed(data.withSource(new Source.Painted(left)), Texts.get("paint.erased"));
    }

    private static Outcome sprayed(Data data, List<PaintedPoint> points, Brush brush, Disc disc) {
        int room = Math.min(brush.amount(), MAX_POINTS - points.size());
        if (room <= 0) {
            return new Refused(Texts.get("paint.full", Numbers.fixed(MAX_POINTS, 0)));
        }
        SplittableRandom random = new SplittableRandom(31 * data.seed() + points.size());
        List<PaintedPoint> all = new ArrayList<>(points);
        for (int i = 0; i < room; i++) {
            double away = room == 1 ? 0 : Math.sqrt(random.nextDouble());
            double angle = random.nextDouble(2 * Math.PI);
            double at1 = disc.x1 + away * disc.radius1 * Math.cos(angle);
            double at2 = disc.x2 + away * disc.radius2 * Math.sin(angle);
            if (Math.abs(at1) <= FARTHEST && Math.abs(at2) <= FARTHEST) {
                all.add(new PaintedPoint(at1, at2, brush.label()));
            }
        }
        return all.size() == points.size() ? new Unchanged()
                : new Changed(data.withSource(new Source.Painted(all)), Texts.get("paint.painted"));
    }
}
