package dev.crescent.ui.loss;

import dev.crescent.ui.pen.Pen;
import java.util.Arrays;

/// Strokes a curve with at most four points a pixel column: where many epochs share a column, the first, the least, the
/// greatest and the last of their values. Gaps in the data are gaps in the line.
final class Polyline {
    private final Pen g;
    private double[] x = new double[256];
    private double[] y = new double[256];
    private int length;
    private int inColumn;
    private double column;
    private double first;
    private double least;
    private double greatest;
    private double last;
    private int painted;

    Polyline(Pen g) {
        this.g = g;
    }

    /// Strokes a series with the context's color, width and dashes; returns how many points that took.
    int stroke(Series series, Scale across, Scale up) {
        painted = 0;
        for (int i = 0; i < series.count(); i++) {
            double py = up.at(series.values()[i]);
            double px = across.at(series.epochs()[i]);
            if (Double.isNaN(py) || Double.isNaN(px)) {
                endLine();
            } else {
                add(px, py);
            }
        }
        endLine();
        return painted;
    }

    private void add(double px, double py) {
        if (inColumn > 0 && Math.floor(px) != Math.floor(column)) {
            endColumn();
        }
        if (inColumn == 0) {
            column = px;
            first = least = greatest = py;
        }
        least = Math.min(least, py);
        greatest = Math.max(greatest, py);
        last = py;
        inColumn++;
    }

    private void endColumn() {
        point(first);
        if (inColumn > 1) {
            if (least != first && least != last) {
                point(least);
            }
            if (greatest != first && greatest != last) {
                point(greatest);
            }
            point(last);
        }
        inColumn = 0;
    }

    private void point(double py) {
        if (length == x.length) {
            x = Arrays.copyOf(x, 2 * length);
            y = Arrays.copyOf(y, 2 * length);
        }
        x[length] = column;
        y[length++] = py;
    }

    private void endLine() {
        if (inColumn > 0) {
            endColumn();
        }
        if (length == 1) {
            g.strokeLine(x[0] - 0.5, y[0], x[0] + 0.5, y[0]);
        } else if (length > 1) {
            g.strokePolyline(x, y, length);
        }
        painted += length;
        length = 0;
    }
}
