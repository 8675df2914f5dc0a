package dev.crescent.ui.hidden;

import dev.crescent.experiment.Task;
import dev.crescent.insight.hidden.Affine;
import dev.crescent.insight.hidden.Cut;
import dev.crescent.insight.hidden.Extent;
import dev.crescent.insight.hidden.HiddenSpace;
import dev.crescent.insight.hidden.Stage;
import dev.crescent.ui.landscape.Camera;
import dev.crescent.ui.points.PointMarks;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.theme.Palette;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Paints a hidden space at a place of the way: the sheet that the plane has become, the next layer's lines, the samples,
/// and what is marked. Remembers where everything was put.
final class SpacePainter {
    /// The flat sheet lets shine through what it is folded over.
    private static final double FACES = 0.5;
    private static final double FACES_DEEP = 0.34;
    /// From so many samples on, dots are smaller.
    private static final int MANY = 900;
    /// Cuts are mapped beyond the edge, so that their ends are not seen when they move inwards.
    private static final double BEYOND = 2.5;

    private final Ink ink = new Ink();
    private final Viewpoint viewpoint = new Viewpoint();
    private final Sheet sheet = new Sheet();
    private float[] xyz = {};
    private float[] x = {};
    private float[] y = {};
    private float[] near = {};
    private float[] grown = {};
    private long[] order = {};
    private final double[] polygonX = new double[64];
    private final double[] polygonY = new double[64];

    /// What is to be painted.
    ///
    /// @param points the samples' colors, in the space's order
    /// @param t the place on the way
    /// @param hovered the number of a sample that is pointed at; -1 for none
    record Scene(HiddenSpace space, PointsModel points, Palette palette, Camera camera, double t, int hovered) {}

    /// Where everything lies, in pixels; also without painting.
    void lay(Scene scene, double width, double height) {
        HiddenSpace space = scene.space();
        int points = space.points();
        if (x.length < points) {
            xyz = new float[3 * points];
            x = new float[points];
            y = new float[points];
            near = new float[points];
            grown = new float[points];
            order = new long[points];
        }
        space.positions(scene.t(), xyz);
        viewpoint.set(space.extent(scene.t()), space.deep(), scene.camera(), width, height);
        for (int p = 0; p < points; p++) {
            viewpoint.put(xyz[3 * p], xyz[3 * p + 1], xyz[3 * p + 2]);
            x[p] = (float) viewpoint.x;
            y[p] = (float) viewpoint.y;
            near[p] = (float) viewpoint.near;
            grown[p] = (float) viewpoint.grown;
        }
    }

    Viewpoint viewpoint() {
        return viewpoint;
    }

    /// A point's column on the picture, as it was laid last.
    double x(int point) {
        return x[point];
    }

    double y(int point) {
        return y[point];
    }

    /// Paints what was laid.
    void paint(Scene scene, int[] pixels, int stride, int width, int height, double density) {
        HiddenSpace space = scene.space();
        ink.begin(pixels, stride, width, height);
        int fg = Palette.argb(scene.palette().fg());
        if (space.deep()) {
            paintCube(scene, density);
        }
        if (space.side() > 0) {
            sheet.color(space, scene.palette(), scene.points());
            sheet.paint(ink, x, y, near, space.samples(), space.side(), fg, density, space.deep(),
                    space.deep() ? FACES_DEEP : FACES);
        }
        paintCuts(scene, density);
        paintSamples(scene, Math.min(width, height) / density, density);
        paintMarks(scene, density);
    }

    private void paintCube(Scene scene, double density) {
        Extent extent = scene.space().extent(scene.t());
        int color = Palette.argb(scene.palette().border());
        double half = extent.half();
        for (int axis = 0; axis < 3; axis++) {
            for (int corner = 0; corner < 4; corner++) {
                double u = (corner & 1) == 0 ? -half : half;
                double v = (corner & 2) == 0 ? -half : half;
                place(extent, axis, -half, u, v);
                double x1 = viewpoint.x;
                double y1 = viewpoint.y;
                double near1 = viewpoint.near;
                place(extent, axis, half, u, v);
                double opacity = Viewpoint.light((near1 + viewpoint.near) / 2);
                ink.line(x1, y1, viewpoint.x, viewpoint.y, density, color, opacity);
            }
        }
    }

    private void place(Extent extent, int axis, double along, double u, double v) {
        double a = axis == 0 ? along : u;
        double b = axis == 1 ? along : axis == 0 ? u : v;
        double c = axis == 2 ? along : v;
        viewpoint.put(extent.x() + a, extent.y() + b, extent.z() + c);
    }

    /// The lines of the stage that is left move with its weighted sums and fade with its activation; then those of the next
    /// stage appear.
    private void paintCuts(Scene scene, double density) {
        HiddenSpace space = scene.space();
        int stage = (int) Math.clamp(Math.floor(scene.t() + 1e-9), 0, space.end());
        double u = scene.t() - stage;
        Stage from = space.stages().get(stage);
        double gone = from.ahead() == null ? u / 0.25 : (u - 0.5) / 0.25;
        paintCuts(scene, stage, u, Math.clamp(1 - gone, 0, 1), density);
        if (stage < space.end() && u > 0.75) {
            paintCuts(scene, stage + 1, 0, Math.clamp((u - 0.75) / 0.25, 0, 1), density);
        }
    }

    private void paintCuts(Scene scene, int number, double u, double opacity, double density) {
        Stage stage = scene.space().stages().get(number);
        if (opacity <= 0 || stage.separates() == Stage.Separates.NOTHING) {
            return;
        }
        Affine ahead = stage.ahead();
        boolean summed = ahead != null && number + 1 <= scene.space().end()
                && scene.space().keys().stream().anyMatch(key -> key.at() == number + 0.5);
        double share = ahead == null ? 0 : Math.min(1, summed ? 2 * u : u);
        Extent extent = scene.space().extent(number);
        boolean classes = stage.separates() == Stage.Separates.CLASSES;
        int color = Palette.argb(scene.palette().contour());
        double thickness = (classes ? 1.75 : 1.25) * density;
        double strong = opacity * (classes ? 1 : 0.7);
        double beyond = share > 0 ? BEYOND : 1.02;
        double ratio = extent.half() / (viewpoint.reach() * Math.min(viewpoint.reachX(), viewpoint.reachY()));
        for (Cut cut : stage.cuts()) {
            if (scene.space().deep()) {
                paintPolygon(cut.polygon(extent, extent.half()), ahead, share, color, strong, thickness);
            } else {
                double wide = ratio * viewpoint.reachX();
                double high = ratio * viewpoint.reachY();
                paintSegment(cut.segment(extent, beyond * wide, beyond * high), ahead, share, color, strong, thickness);
            }
        }
    }

    private void paintSegment(double[] ends, @Nullable Affine ahead, double share, int color,
                              double opacity, double thickness) {
        if (ends.length == 4) {
            put(ends[0], ends[1], 0, ahead, share);
            double x1 = viewpoint.x;
            double y1 = viewpoint.y;
            put(ends[2], ends[3], 0, ahead, share);
            ink.line(x1, y1, viewpoint.x, viewpoint.y, thickness, color, opacity);
        }
    }

    private void paintPolygon(double[] corners, @Nullable Affine ahead, double share, int color,
                              double opacity, double thickness) {
        int count = Math.min(corners.length / 3, polygonX.length);
        for (int i = 0; i < count; i++) {
            put(corners[3 * i], corners[3 * i + 1], corners[3 * i + 2], ahead, share);
            polygonX[i] = viewpoint.x;
            polygonY[i] = viewpoint.y;
        }
        if (count > 2) {
            ink.face(polygonX, polygonY, count, color, 0.07 * opacity);
            for (int i = 0; i < count; i++) {
                int j = (i + 1) % count;
                ink.line(polygonX[i], polygonY[i], polygonX[j], polygonY[j], thickness, color, 0.6 * opacity);
            }
        }
    }

    private void put(double px, double py, double pz, @Nullable Affine ahead, double share) {
        if (ahead == null || share <= 0) {
            viewpoint.put(px, py, pz);
        } else {
            viewpoint.put(ahead.at(0, px, py, pz, share), ahead.at(1, px, py, pz, share), ahead.at(2, px, py, pz, share));
        }
    }

    /// Training samples above those of the test part; in 3-D, what is in front above what is behind.
    private void paintSamples(Scene scene, double side, double density) {
        HiddenSpace space = scene.space();
        PointsModel points = scene.points();
        int count = Math.min(space.samples(), points.count());
        for (int i = 0; i < count; i++) {
            int rank = space.deep() ? Math.round((near[i] + 4) * 1e6f) : i < points.trainCount() ? 1 : 0;
            order[i] = (long) rank << 32 | i;
        }
        Arrays.sort(order, 0, count);
        boolean large = PointMarks.large(side);
        boolean shaped = scene.palette().isHighContrast() && points.task() != Task.REGRESSION;
        double less = count > MANY ? 0.8 : 1;
        int outline = Palette.argb(scene.palette().pointOutline());
        int inside = Palette.argb(scene.palette().testInside());
        double insideOpacity = (inside >>> 24) / 255.0;
        for (int n = 0; n < count; n++) {
            int i = (int) order[n];
            if (Float.isNaN(x[i]) || Float.isNaN(y[i])) {
                continue;
            }
            double scale = less * density * grown[i];
            double opacity = space.deep() ? Viewpoint.light(near[i]) : 1;
            int color = Palette.argb(points.color(i, scene.palette()));
            if (shaped) {
                boolean training = i < points.trainCount();
                double r = PointMarks.strong(large, count) * scale;
                ink.shape(points.labels()[i], x[i], y[i], r, scale, training ? outline : color, opacity);
                ink.shape(points.labels()[i], x[i], y[i], r, -scale, training ? color : inside, opacity);
                continue;
            }
            if (i < points.trainCount()) {
                double r = (large ? 4 : 3.2) * scale;
                ink.disc(x[i], y[i], r + density, outline, opacity);
                ink.disc(x[i], y[i], r, color, opacity);
            } else {
                double r = (large ? 3.6 : 2.8) * scale;
                ink.disc(x[i], y[i], r, inside, insideOpacity * opacity);
                ink.ring(x[i], y[i], r + 0.75 * scale, 1.5 * scale, color, opacity);
            }
        }
    }

    private void paintMarks(Scene scene, double density) {
        HiddenSpace space = scene.space();
        int fg = Palette.argb(scene.palette().fg());
        int casing = Palette.argb(scene.palette().bg());
        if (space.placed()) {
            int p = space.points() - 1;
            mark(p, 8, density, fg, casing);
            if (!Float.isNaN(x[p])) {
                ink.disc(x[p], y[p], 1.5 * density, fg, 1);
            }
        }
        if (scene.hovered() >= 0 && scene.hovered() < space.samples()) {
            mark(scene.hovered(), 7, density, fg, casing);
        }
    }

    private void mark(int point, double radius, double density, int fg, int casing) {
        if (!Float.isNaN(x[point])) {
            ink.ring(x[point], y[point], (radius + 2) * density, 4 * density, casing, 1);
            ink.ring(x[point], y[point], (radius + 1) * density, 2 * density, fg, 1);
        }
    }

    /// The number of the sample nearest to a pixel; -1 where none is near.
    int sampleAt(HiddenSpace space, double atX, double atY, double within) {
        int best = -1;
        double least = within * within;
        for (int i = 0; i < Math.min(space.samples(), x.length); i++) {
            double off = (x[i] - atX) * (x[i] - atX) + (y[i] - atY) * (y[i] - atY);
            if (off <= least) {
                least = off;
                best = i;
            }
        }
        return best;
    }
}
