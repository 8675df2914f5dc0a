package dev.crescent.ui.network;

import dev.crescent.ui.theme.Palette;

/// What joins two columns whose links are too many to be drawn, or belong to no unit alone: a band.
final class Bands {
    private static final double ALPHA = 0.3;

    private Bands() {}

    /// Paints a band before each column that has weights but no links.
    static void paint(Brush brush, Structure structure, NetworkLayout layout, Palette palette) {
        for (int c = 1; c < layout.columns().size(); c++) {
            if (structure.columns().get(c).weighted() && Links.linked(structure, layout, c) == 0) {
                paint(brush, layout.columns().get(c - 1), layout.columns().get(c), palette.weightArgb(0));
            }
        }
    }

    private static void paint(Brush brush, NetworkLayout.Column left, NetworkLayout.Column right, int color) {
        double from = left.right() + 2;
        double to = right.left() - 2;
        for (double x = from; x < to; x++) {
            double along = LinkCurve.y((x - from) / (to - from));
            double top = left.top() + along * (right.top() - left.top());
            double bottom = left.bottom() + along * (right.bottom() - left.bottom());
            brush.box(new Box(x, top, Math.min(1, to - x), bottom - top), 0, color, ALPHA);
        }
    }
}
