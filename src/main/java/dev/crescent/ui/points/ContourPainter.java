package dev.crescent.ui.points;

import dev.crescent.insight.BoundaryLines;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.Region;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/// Paints the lines over an output field: strong decision boundaries, thin where it is nearly sure.
///
/// @param field whose lines they are
record ContourPainter(OutputField field, BoundaryLines lines) {
    void paint(Pen g, Plane plane, Palette palette) {
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setStroke(palette.contourThin());
        g.setLineWidth(palette.isHighContrast() ? 1.5 : 1);
        stroke(g, plane, lines.thin());
        g.setStroke(palette.contour());
        g.setLineWidth(palette.isHighContrast() ? 2.5 : 1.75);
        stroke(g, plane, lines.strong());
    }

    private void stroke(Pen g, Plane plane, List<float[]> polylines) {
        Region over = field.region();
        double left = plane.px(over.x1Min());
        double top = plane.py(over.x2Max());
        double cellWidth = (plane.px(over.x1Max()) - left) / field.width();
        double cellHeight = (plane.py(over.x2Min()) - top) / field.height();
        for (float[] line : polylines) {
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
