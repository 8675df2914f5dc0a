package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.insight.Contours;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.Region;
import dev.crescent.insight.ValueRange;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// The lines over an output field: the strong decision boundary and the thin lines of being 9 : 1 sure.
///
/// For three or more classes a class's odds against its best rival, `p_k / (p_k + max p_j)`, take the place of p. A
/// regression has the middle of its range as the strong line and the quarters as thin ones; a unit has only the middle.
final class ContourPainter {
    private final OutputField field;
    private final List<float[]> strong = new ArrayList<>();
    private final List<float[]> thin = new ArrayList<>();

    /// @param range of a regression's values, or a unit's
    /// @param sure whether the thin lines are wanted
    ContourPainter(OutputField field, ValueRange range, boolean sure) {
        this.field = field;
        if (field.task() == Task.REGRESSION) {
            add(strong, field.values()[0], range.middle());
            if (sure) {
                add(thin, field.values()[0], 0.75 * range.low() + 0.25 * range.high());
                add(thin, field.values()[0], 0.25 * range.low() + 0.75 * range.high());
            }
        } else if (field.classes() == 2) {
            add(strong, field.values()[0], 0.5);
            add(thin, field.values()[0], 0.1);
            add(thin, field.values()[0], 0.9);
        } else {
            addClasses();
        }
    }

    private void addClasses() {
        int classes = field.classes();
        float[] odds = new float[field.width() * field.height()];
        for (int k = 0; k < classes; k++) {
            for (int i = 0; i < odds.length; i++) {
                float rival = 0;
                for (int j = 0; j < classes; j++) {
                    rival = j == k ? rival : Math.max(rival, field.values()[j][i]);
                }
                float own = field.values()[k][i];
                odds[i] = own + rival > 0 ? own / (own + rival) : 0;
            }
            // Each boundary has two sides: the last class's are all drawn already.
            if (k < classes - 1) {
                add(strong, odds, 0.5);
            }
            add(thin, odds, 0.9);
        }
    }

    private void add(List<float[]> lines, float[] grid, double level) {
        lines.addAll(Contours.lines(grid, field.width(), field.height(), level));
    }

    void paint(GraphicsContext g, Plane plane, Palette palette) {
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setStroke(palette.contourThin());
        g.setLineWidth(1);
        stroke(g, plane, thin);
        g.setStroke(palette.contour());
        g.setLineWidth(1.75);
        stroke(g, plane, strong);
    }

    private void stroke(GraphicsContext g, Plane plane, List<float[]> lines) {
        Region over = field.region();
        double left = plane.px(over.x1Min());
        double top = plane.py(over.x2Max());
        double cellWidth = (plane.px(over.x1Max()) - left) / field.width();
        double cellHeight = (plane.py(over.x2Min()) - top) / field.height();
        for (float[] line : lines) {
            int count = line.length / 2;
            double[] x = new double[count];
            double[] y = new double[count];
            for (int i = 0; i < count; i++) {
                x[i] = left + (line[2 * i] + 0.5) * cellWidth;
                y[i] = top + (line[2 * i + 1] + 0.5) * cellHeight;
            }
            g.strokePolyline(x, y, count);
        }
    }
}
