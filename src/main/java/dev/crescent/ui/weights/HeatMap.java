package dev.crescent.ui.weights;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// One layer's heat map: its title, its cells with their numbers where they fit, the names of its columns.
final class HeatMap {
    /// Smaller cells are painted pixel by pixel.
    private static final double SINGLE_CELLS = 4;
    /// Numbers are in all layers or in none.
    private static final double NUMBERS_WIDTH = 42;
    private static final double NUMBERS_HEIGHT = 20;
    /// Between the names of two columns, and the least room for one that is cut.
    private static final double APART = 8;
    private static final double LETTERS = 32;

    private final Pen g;
    private final Palette palette;
    private final WeightScale scale;
    private final Slot slot;
    private final WeightMatrix matrix;
    private final boolean numbers;

    HeatMap(Pen g, Palette palette, WeightScale scale, Slot slot, boolean numbers) {
        this.numbers = numbers;
        this.g = g;
        this.palette = palette;
        this.scale = scale;
        this.slot = slot;
        this.matrix = slot.matrix();
    }

    /// Whether a layer's cells have room for numbers.
    static boolean hasNumbers(Slot slot) {
        return slot.cellWidth() >= NUMBERS_WIDTH && slot.cellHeight() >= NUMBERS_HEIGHT;
    }

    void paint() {
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(Fonts.sans(13));
        g.setFill(palette.fg());
        g.fillText(TextFit.cut(matrix.title(), slot.width()), slot.x(), slot.y() + 10);
        paintCells(matrix.weights(), matrix.columns(), slot.x(), slot.cellWidth(), slot.weightsWidth());
        if (matrix.biases().length > 0) {
            paintCells(matrix.biases(), 1, slot.biasX(), slot.biasWidth(), slot.biasWidth());
        }
        paintNames();
    }

    private void paintCells(float[] values, int columns, double left, double cellWidth, double width) {
        if (Math.min(cellWidth, slot.cellHeight()) < SINGLE_CELLS) {
            paintPixels(values, columns, left, width);
            return;
        }
        double gap = Math.min(cellWidth, slot.cellHeight()) >= 10 && !matrix.images() ? 1 : 0;
        for (int i = 0; i < values.length; i++) {
            int column = i % columns;
            int row = i / columns;
            double x = left + column * cellWidth;
            double y = slot.top() + row * slot.cellHeight();
            int argb = argb(values[i]);
            if (argb == 0) {
                continue; // between images
            }
            g.setFill(Palette.color(argb));
            g.fillRect(x, y, cellWidth - gap, slot.cellHeight() - gap);
            if (numbers) {
                paintNumber(values[i], argb, x + (cellWidth - gap) / 2, y + (slot.cellHeight() - gap) / 2);
            }
        }
    }

    private int argb(double weight) {
        return matrix.images() && Double.isNaN(weight) ? 0 : scale.argb(weight);
    }

    private void paintNumber(double value, int argb, double x, double y) {
        g.setFont(Fonts.sans(Math.clamp(Math.floor(0.28 * Math.min(slot.cellWidth() / 2, slot.cellHeight())), 12, 16)));
        g.setTextAlign(TextAlignment.CENTER);
        g.setFill(readableOn(Palette.color(argb)));
        g.fillText(Numbers.fixed(value, scale.decimals()), x, y);
    }

    /// Text or background color, whichever differs more from the cell.
    private Color readableOn(Color cell) {
        double light = luminance(cell);
        double fg = contrast(luminance(palette.fg()), light);
        return fg >= contrast(luminance(palette.bg()), light) ? palette.fg() : palette.bg();
    }

    /// Relative luminance of WCAG 2.
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    /// As fine as the picture is. Where many cells share a pixel, it shows the one of the largest size, so that no strong
    /// weight is lost.
    private void paintPixels(float[] values, int columns, double left, double width) {
        double density = g.density();
        int across = (int) Math.max(1, Math.round(width * density));
        int down = (int) Math.max(1, Math.round(slot.mapHeight() * density));
        int rows = values.length / columns;
        int[] pixels = new int[across * down];
        for (int y = 0; y < down; y++) {
            int row = (int) ((long) y * rows / down);
            int rowEnd = Math.max(row + 1, (int) ((y + 1L) * rows / down));
            for (int x = 0; x < across; x++) {
                int column = (int) ((long) x * columns / across);
                int columnEnd = Math.max(column + 1, (int) ((x + 1L) * columns / across));
                pixels[y * across + x] = argb(strongest(values, columns, row, rowEnd, column, columnEnd));
            }
        }
        WritableImage image = new WritableImage(across, down);
        image.getPixelWriter().setPixels(0, 0, across, down, PixelFormat.getIntArgbInstance(), pixels, 0, across);
        g.drawImage(image, left, slot.top(), across / density, down / density);
    }

    private static double strongest(float[] values, int columns, int row, int rowEnd, int column, int columnEnd) {
        double strongest = values[row * columns + column];
        for (int r = row; r < rowEnd; r++) {
            for (int c = column; c < columnEnd; c++) {
                double value = values[r * columns + c];
                strongest = Math.abs(value) > Math.abs(strongest) || Double.isNaN(strongest) ? value : strongest;
            }
        }
        return strongest;
    }

    /// The inputs' names below their columns, if there is room for a few letters at least, and "bias".
    private void paintNames() {
        g.setFont(Fonts.caption());
        g.setFill(palette.fgSubtle());
        g.setTextAlign(TextAlignment.CENTER);
        double y = slot.top() + slot.mapHeight() + 11;
        double room = slot.cellWidth() - APART;
        List<String> names = matrix.columnNames();
        boolean shown = room >= LETTERS || names.stream().allMatch(name -> TextFit.width(name) <= room);
        for (int i = 0; shown && i < names.size(); i++) {
            g.fillText(TextFit.cut(names.get(i), room), slot.x() + (i + 0.5) * slot.cellWidth() - 0.5, y);
        }
        if (matrix.biases().length == 0) {
            return;
        }
        String bias = Texts.get("weights.bias");
        double half = TextFit.width(bias) / 2;
        // Below a narrow column the word may be wider than that: it stays within the slot.
        double middle = slot.biasX() + slot.biasWidth() / 2;
        g.fillText(bias, Math.min(middle, slot.x() + slot.width() - half), y);
    }
}
