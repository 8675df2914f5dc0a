package dev.crescent.ui.landscape;

import dev.crescent.insight.Contours;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// The contour lines of a landscape seen from above: thin ones at round losses, a bold one at the finish.
///
/// @param thin of each level, in the relief's nodes
/// @param finish empty if there is no finish
record MapLines(int side, List<Level> thin, List<float[]> finish) {
    private static final double THIN = 1;
    private static final double BOLD = 2;

    static final MapLines NONE = new MapLines(2, List.of(), List.of());

    /// The lines of one height.
    record Level(double height, List<float[]> lines) {}

    static MapLines of(Relief relief, Landscape landscape) {
        Contours search = new Contours(relief.side(), relief.side());
        double first = landscape.scale().firstContour();
        double count = landscape.scale().contours();
        List<Level> thin = new ArrayList<>();
        for (double level = Math.ceil(first); count > 0 && level <= first + count; level++) {
            double height = (level - first) / count;
            thin.add(new Level(height, search.lines(relief.heights(), height)));
        }
        double finish = landscape.finishUnit();
        return new MapLines(relief.side(), List.copyOf(thin),
                Double.isNaN(finish) ? List.of() : search.lines(relief.heights(), finish));
    }

    void paint(Pen g, double size, Palette palette) {
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineWidth(THIN);
        for (Level level : thin) {
            g.setStroke(palette.color(level.height < Look.LIGHT_FROM ? "landscape-line-on-dark"
                    : "landscape-line-on-light"));
            stroke(g, level.lines, size);
        }
        g.setLineWidth(BOLD);
        g.setStroke(palette.color("landscape-finish"));
        stroke(g, finish, size);
    }

    private void stroke(Pen g, List<float[]> lines, double size) {
        double scale = size / (side - 1);
        for (float[] line : lines) {
            int count = line.length / 2;
            double[] x = new double[count];
            double[] y = new double[count];
            for (int i = 0; i < count; i++) {
                x[i] = line[2 * i] * scale;
                y[i] = size - line[2 * i + 1] * scale;
            }
            g.strokePolyline(x, y, count);
        }
    }
}
