package dev.crescent.ui.weights;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.text.TextAlignment;

/// The one color scale of all layers: from minus the largest size of a weight to plus it.
final class WeightScale {
    static final double HEIGHT = 28;

    private static final double BAR = 160;
    /// Room for the number before or after the bar.
    private static final double NUMBER = 44;

    private final Palette palette;
    private final double most;

    WeightScale(Palette palette, List<WeightMatrix> layers) {
        this.palette = palette;
        double largest = layers.stream().mapToDouble(WeightMatrix::most).max().orElse(0);
        most = largest > 0 ? largest : 1;
    }

    /// A weight's color; the middle's for one that is no number.
    int argb(double weight) {
        return palette.weightArgb(Double.isNaN(weight) ? 0 : weight / most);
    }

    /// How many decimals show three digits of the largest weights; cells have room for three decimals at most.
    int decimals() {
        return most >= 100 ? 0 : most >= 10 ? 1 : most >= 0.1 ? 2 : 3;
    }

    void paintLegend(Pen g, double x, double y) {
        double middle = y + HEIGHT - 8;
        g.setFont(Fonts.caption());
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(palette.fgMuted());
        String low = Numbers.fixed(-most, decimals());
        g.fillText(low, x, middle);
        double left = x + Math.max(NUMBER, TextFit.width(low) + 8);
        for (int i = 0; i < BAR; i++) {
            g.setFill(Palette.color(palette.weightArgb(2 * (i + 0.5) / BAR - 1)));
            // Under the next: between columns of a zoomed window there would be pale stripes.
            g.fillRect(left + i, middle - 5, Math.min(2, BAR - i), 10);
        }
        g.setFill(palette.fgMuted());
        String high = Numbers.fixed(most, decimals());
        g.fillText(high, left + BAR + 8, middle);
        g.fillText(Texts.get("weights.legend"), left + BAR + 8 + Math.max(NUMBER, TextFit.width(high) + 8) + 4, middle);
    }
}
