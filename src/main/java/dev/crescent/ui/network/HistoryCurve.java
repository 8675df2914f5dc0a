package dev.crescent.ui.network;

import dev.crescent.ui.PaintPane;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.SharpCanvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.StrokeLineJoin;

/// The curve of one value over time, with a line at zero and a dot at the present.
final class HistoryCurve extends StackPane {
    private static final double DOT = 3.5;

    private final double width;
    private final double height;
    private final SharpCanvas canvas;
    private final PaintPane picture;
    private float[] values = new float[0];
    private Palette palette = Palette.of(Theme.LIGHT);

    HistoryCurve(double width, double height) {
        this.width = width;
        this.height = height;
        canvas = new SharpCanvas(width, height);
        picture = new PaintPane(this::paint, canvas);
        setMinHeight(height);
        getChildren().setAll(picture);
    }

    void setTheme(Palette colors) {
        palette = colors;
        picture.repaint();
    }

    /// @param next oldest first; not copied, must not change
    void show(float[] next) {
        values = next;
        picture.repaint();
    }

    float[] values() {
        return values;
    }

    /// The least and the greatest value, with 0 between or at them, and never the same.
    static double[] range(float[] of) {
        double low = 0;
        double high = 0;
        for (float value : of) {
            if (Float.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        return high - low < 1e-3 ? new double[] {low - 0.01, high + 0.01} : new double[] {low, high};
    }

    private void paint() {
        GraphicsContext g = canvas.cleared();
        double[] range = range(values);
        double scale = (height - 8) / (range[1] - range[0]);
        double zero = Math.rint(4 + range[1] * scale) + 0.5;
        g.setStroke(palette.borderMuted());
        g.setLineWidth(1);
        g.strokeLine(0, zero, width, zero);
        if (values.length == 0) {
            return;
        }
        int last = values.length - 1;
        double step = (width - 1 - 2 * DOT) / Math.max(1, last);
        g.setStroke(palette.weightColor(Math.signum(values[last])));
        g.setLineWidth(2);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.beginPath();
        for (int i = 0; i <= last; i++) {
            if (Float.isFinite(values[i])) {
                g.lineTo(DOT + i * step, 4 + (range[1] - values[i]) * scale);
            }
        }
        g.stroke();
        if (Float.isFinite(values[last])) {
            g.setFill(palette.weightColor(Math.signum(values[last])));
            g.fillOval(last * step, 4 + (range[1] - values[last]) * scale - DOT, 2 * DOT, 2 * DOT);
        }
    }
}
