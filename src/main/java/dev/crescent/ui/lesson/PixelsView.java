package dev.crescent.ui.lesson;

import dev.crescent.ui.PaintedView;
import dev.crescent.ui.Texts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// An image as what it is to a network: a number a pixel. The numbers are there where a pixel has room for them.
public final class PixelsView extends PaintedView {
    /// Narrower pixels show no number: nothing on a stage, which is enlarged by half at least, is smaller than 18 pixels.
    private static final double LEAST_CELL = 27;
    private static final double TYPE = 0.42;
    private static final double LEAST_TYPE = 12;
    private static final double WHITE = 255;

    private final double middle;
    private final double takes;
    private final double zoom;
    private Palette palette = Palette.of(Theme.DARK);
    private float[] ink = {};
    private int rows;
    private int columns;

    /// @param middle where the image's middle is, as a share of the height
    /// @param takes how much of the height the image takes at zoom 1
    /// @param zoom how many times as large it is
    public PixelsView(double middle, double takes, double zoom) {
        super(600, 400, Texts.get("stage.pixels"));
        this.middle = middle;
        this.takes = takes;
        this.zoom = zoom;
        setId("stage.pixels");
        setMouseTransparent(true);
    }

    /// Shows an image.
    ///
    /// @param values `[rows][columns]`, 0 (paper) to 1 (ink)
    public void show(float[] values, int rowCount, int columnCount) {
        ink = values.clone();
        rows = rowCount;
        columns = columnCount;
        repaint();
    }

    /// Whether there is an image.
    public boolean isShowing() {
        return ink.length > 0;
    }

    public void setTheme(Palette colors) {
        palette = colors;
        repaint();
    }

    private Color ink(float value) {
        int argb = palette.inkArgb(value);
        return Color.rgb(argb >> 16 & 255, argb >> 8 & 255, argb & 255);
    }

    /// On the edge of one of the screen's pixels: between them the paper would shine through where two cells meet.
    private static double floor(double value, double density) {
        return Math.floor(density * value) / density;
    }

    @Override
    protected void paint(Pen g, double width, double height) {
        g.setFill(ink(0));
        g.fillRect(0, 0, width, height);
        if (ink.length == 0) {
            return;
        }
        double density = g.density();
        double cell = Math.max(1, floor(takes * height / rows * zoom, density));
        double left = floor(width / 2 - columns * cell / 2, density);
        double top = floor(middle * height - rows * cell / 2, density);
        boolean numbers = cell >= LEAST_CELL;
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        g.setFont(Fonts.sans(Math.max(LEAST_TYPE, Math.floor(TYPE * cell))));
        g.setStroke(palette.border());
        g.setLineWidth(1);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                float value = Math.clamp(ink[row * columns + column], 0, 1);
                double x = left + column * cell;
                double y = top + row * cell;
                if (x + cell < 0 || x > width || y + cell < 0 || y > height) {
                    continue;
                }
                g.setFill(ink(value));
                g.fillRect(x, y, cell, cell);
                if (numbers) {
                    g.strokeRect(x + 0.5, y + 0.5, cell, cell);
                    g.setFill(ink(value > 0.5 ? 0 : value > 0 ? 1 : 0.45f));
                    g.fillText(Integer.toString((int) Math.rint(WHITE * value)), x + cell / 2, y + cell / 2);
                }
            }
        }
    }
}
