package dev.crescent.ui.points;

import dev.crescent.insight.Confusion;
import dev.crescent.ui.ClassDot;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.Texts;
import dev.crescent.ui.pen.Pen;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints a confusion matrix: right answers in the field's color of class 1 by recall, wrong ones in that of class 0 by
/// their share of the row, so that the matrix and the picture above it speak of the same thing.
///
/// @param names one a class
record ConfusionPainter(Pen g, ConfusionGrid grid, Palette palette, List<String> names) {
    private static final double RADIUS = 4.5;
    private static final double CORNER = 6;
    private static final double SIZE = 12;
    private static final double LARGEST_SIZE = 36;

    /// @param confusion null while nothing is counted yet: the cells stay empty
    void paint(@Nullable Confusion confusion) {
        g.setTextBaseline(VPos.CENTER);
        boolean narrow = widest(names) > grid.cellWidth();
        for (int k = 0; k < names.size(); k++) {
            paintRowName(k);
            paintColumnName(k, narrow);
        }
        for (int row = 0; row < names.size(); row++) {
            for (int column = 0; column < names.size(); column++) {
                paintCell(confusion, row, column);
            }
        }
    }

    private void paintRowName(int k) {
        double middle = grid.y(k) + grid.cellHeight() / 2;
        double dot = 0;
        if (names.size() <= ConfusionView.MOST_DOTS) {
            ClassDot.paint(g, palette, k, RADIUS, middle, RADIUS);
            dot = 2 * RADIUS + 7;
        }
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(Fonts.caption());
        g.setFill(palette.fgMuted());
        double room = grid.left() - dot - 10;
        g.fillText(TextFit.cut(Texts.get("confusion.is", names.get(k)), room), dot, middle);
    }

    /// In pixels.
    static double widest(List<String> names) {
        return names.stream().mapToDouble(TextFit::width).max().orElse(0);
    }

    /// Where a name is wider than its column, all are told by their dots, since one dot among names looks like a gap: the
    /// rows' names are not far.
    ///
    /// @param narrow whether any class's name is wider than its column
    private void paintColumnName(int k, boolean narrow) {
        double middle = grid.x(k) + grid.cellWidth() / 2;
        double line = grid.top() - ConfusionGrid.GAP - ConfusionGrid.LINE / 2;
        if (narrow && names.size() <= ConfusionView.MOST_DOTS) {
            ClassDot.paint(g, palette, k, middle, line, RADIUS);
            return;
        }
        g.setTextAlign(TextAlignment.CENTER);
        g.setFont(Fonts.caption());
        g.setFill(palette.fgMuted());
        g.fillText(TextFit.cut(names.get(k), grid.cellWidth()), middle, line);
    }

    private void paintCell(@Nullable Confusion confusion, int row, int column) {
        int count = confusion == null ? 0 : confusion.counts()[row][column];
        g.setFill(confusion == null || count == 0 ? palette.color("confusion-empty") : fill(confusion, row, column));
        g.fillRoundRect(grid.x(column), grid.y(row), grid.cellWidth(), grid.cellHeight(), CORNER, CORNER);
        if (confusion != null) {
            Font font = count == 0 ? Fonts.sans(numberSize()) : Fonts.bold(numberSize());
            g.setFont(font);
            g.setTextAlign(TextAlignment.CENTER);
            g.setFill(count == 0 ? palette.fgMuted() : palette.fg());
            g.fillText(number(count, font), grid.x(column) + grid.cellWidth() / 2, grid.y(row) + grid.cellHeight() / 2);
        }
    }

    /// Of a number in pixels, larger in a cell that fills a sheet.
    private double numberSize() {
        return Math.clamp(Math.min(grid.cellWidth(), grid.cellHeight()) / 5, SIZE, LARGEST_SIZE);
    }

    /// A few wrong answers among many right ones are still to be seen, so the square root of their share counts.
    private Color fill(Confusion confusion, int row, int column) {
        double share = confusion.counts()[row][column] / (double) confusion.samples(row);
        return Palette.color(palette.fieldArgb(row == column ? share : -Math.max(0.25, Math.sqrt(share))));
    }

    /// Thousands are shortened where they have no room; a shorter number would only become longer.
    String number(int count, Font font) {
        String whole = Numbers.fixed(count, 0);
        return count < 1000 || TextFit.width(whole, font) <= grid.cellWidth() - 2 ? whole
                : Numbers.fixed(count / 1000.0, count < 9950 ? 1 : 0) + "k";
    }
}
