package dev.crescent.ui.data;

import dev.crescent.experiment.Task;
import dev.crescent.insight.Histogram;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.PaintPane;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.SharpCanvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/// One column's histogram, stacked by class, above its name, mean and standard deviation. All of it has a fixed height.
final class HistogramView extends Pane {
    static final double HEIGHT = 77;
    private static final double BARS = 48;
    private static final double CAPTION = 57;
    private static final double LINE = 20;
    /// Bars are fills, not marks that must be found one by one: as in the design they are a little paler than points.
    private static final double STRENGTH = 0.82;

    private final SharpCanvas canvas = new SharpCanvas(0, BARS + 1);
    private final PaintPane bars = new PaintPane(this::paint, canvas);
    private final Label facts = new Label();
    private Region name = new Region();
    private Palette palette = Palette.of(Theme.LIGHT);
    private Task task = Task.CLASSIFICATION;
    private @Nullable Histogram shown;

    HistogramView() {
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        facts.getStyleClass().add("caption");
        getChildren().setAll(bars, name, facts);
    }

    /// @param column how the name is written
    void setName(Region column) {
        name = column;
        getChildren().setAll(bars, name, facts);
    }

    void setPalette(Palette colors) {
        palette = colors;
        bars.repaint();
    }

    void show(Histogram histogram, Task ofTask) {
        shown = histogram;
        task = ofTask;
        int decimals = decimals(histogram.deviation());
        facts.setText(Texts.get("distribution.facts", Numbers.fixed(histogram.mean(), decimals),
                Numbers.fixed(histogram.deviation(), decimals)));
        bars.repaint();
    }

    /// Two decimals where they say enough; else two or three digits of the deviation. The mean gets as many.
    private static int decimals(double deviation) {
        if (!(deviation > 0) || deviation >= 0.1 && deviation < 10) {
            return 2;
        }
        int power = (int) Math.floor(Math.log10(deviation));
        return Math.clamp((power < 0 ? 1 : 2) - power, 0, 6);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        bars.resizeRelocate(0, 0, width, BARS + 1);
        double right = Math.min(width, Math.ceil(facts.prefWidth(-1)));
        facts.resizeRelocate(width - right, CAPTION, right, LINE);
        double left = Math.min(Math.max(0, width - right - 12), Math.ceil(name.prefWidth(-1)));
        name.resizeRelocate(0, CAPTION, left, LINE);
        if (canvas.getWidth() != width) {
            canvas.setSize(width, BARS + 1);
            bars.repaint();
        }
    }

    private void paint() {
        GraphicsContext g = canvas.cleared();
        g.setFill(palette.border());
        g.fillRect(0, BARS, canvas.getWidth(), 1);
        Histogram histogram = shown;
        if (histogram != null && histogram.most() > 0) {
            paintBars(g, histogram);
        }
    }

    /// Whole pixels, and one between two bars, so that edges are sharp.
    private void paintBars(GraphicsContext g, Histogram histogram) {
        int bins = histogram.counts().length;
        double scale = BARS / histogram.most();
        for (int bin = 0; bin < bins; bin++) {
            double left = Math.rint(bin * canvas.getWidth() / bins);
            double right = Math.rint((bin + 1) * canvas.getWidth() / bins);
            int below = 0;
            for (int k = 0; k < histogram.counts()[bin].length; k++) {
                int count = histogram.counts()[bin][k];
                if (count > 0) {
                    double top = BARS - height(below + count, scale);
                    double bottom = BARS - height(below, scale);
                    g.setFill(fill(k));
                    g.fillRect(left, top, right - left - 1, bottom - top);
                    below += count;
                }
            }
        }
    }

    /// A single sample is seen, too.
    private static double height(int samples, double scale) {
        return samples == 0 ? 0 : Math.max(1, Math.rint(samples * scale));
    }

    private Color fill(int k) {
        return task == Task.CLASSIFICATION ? palette.classColor(k).deriveColor(0, 1, 1, STRENGTH)
                : palette.color("ghost");
    }
}
