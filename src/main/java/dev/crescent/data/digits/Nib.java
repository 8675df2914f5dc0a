package dev.crescent.data.digits;

/// The round tip that lines are drawn with into pixels, or erased from them.
final class Nib implements PadCurve.Lines {
    private final float[] pixels; // [side][side]
    private final int side;
    private final double radius;
    private final double reach;
    private final boolean adds;
    private InkRaster.Area touched = InkRaster.Area.NONE;

    /// @param radius in pixels
    /// @param adds whether ink is added or taken away
    Nib(float[] pixels, int side, double radius, boolean adds) {
        this.pixels = pixels;
        this.side = side;
        this.radius = radius;
        this.adds = adds;
        reach = radius + 0.5;
    }

    /// Where pixels may have changed.
    InkRaster.Area touched() {
        return touched;
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY) {
        // A pixel's middle has whole coordinates here.
        double x = fromX * side - 0.5;
        double y = fromY * side - 0.5;
        double dx = (toX - fromX) * side;
        double dy = (toY - fromY) * side;
        int top = first(Math.min(y, y + dy) - reach);
        int bottom = end(Math.max(y, y + dy) + reach);
        int left = first(Math.min(x, x + dx) - reach);
        int right = end(Math.max(x, x + dx) + reach);
        if (top >= bottom || left >= right) {
            return;
        }
        for (int row = top; row < bottom; row++) {
            // Only a part of a slanted line is near enough to a row.
            double enters = dy == 0 ? 0 : Math.clamp((row - Math.copySign(reach, dy) - y) / dy, 0.0, 1.0);
            double leaves = dy == 0 ? 1 : Math.clamp((row + Math.copySign(reach, dy) - y) / dy, 0.0, 1.0);
            int start = first(x + Math.min(enters * dx, leaves * dx) - reach);
            int end = end(x + Math.max(enters * dx, leaves * dx) + reach);
            row(row, start, end, x, y, dx, dy);
        }
        touched = touched.and(new InkRaster.Area(left, top, right, bottom));
    }

    private void row(int row, int start, int end, double x, double y, double dx, double dy) {
        double perLength = 1 / Math.max(dx * dx + dy * dy, Double.MIN_NORMAL);
        double outside = reach * reach;
        double inside = radius < 0.5 ? -1 : (radius - 0.5) * (radius - 0.5);
        float all = adds ? 1 : 0;
        for (int at = row * side + start; at < row * side + end; at++) {
            // Lines overlap, so that most of what one of them covers is covered.
            if (pixels[at] != all) {
                double besideX = at - row * side - x;
                double along = Math.max(0, Math.min(1, (besideX * dx + (row - y) * dy) * perLength));
                double awayX = besideX - along * dx;
                double awayY = row - y - along * dy;
                double squared = awayX * awayX + awayY * awayY;
                if (squared < outside) {
                    float covered = squared <= inside ? 1 : (float) Math.min(1, radius - Math.sqrt(squared) + 0.5);
                    pixels[at] = adds ? Math.max(pixels[at], covered) : Math.min(pixels[at], 1 - covered);
                }
            }
        }
    }

    /// The first pixel at or after a coordinate, within the image.
    private int first(double coordinate) {
        return (int) Math.clamp(Math.ceil(coordinate), 0, side);
    }

    /// The pixel after the last one at or before a coordinate, within the image.
    private int end(double coordinate) {
        return (int) Math.clamp(Math.floor(coordinate) + 1, 0, side);
    }
}
