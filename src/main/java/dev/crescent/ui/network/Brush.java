package dev.crescent.ui.network;

/// What links and units are painted with: pixels in a [Raster], or a pen in a [PenBrush]. Coordinates are those of the view.
/// Colors are opaque, with an opacity from 0 to 1 beside.
interface Brush {
    /// A stroke along a link's curve.
    default void curve(double x0, double y0, double x1, double y1, double strokeWidth, int rgb, double alpha) {
        curve(x0, y0, x1, y1, strokeWidth, rgb, alpha, 0, 0);
    }

    /// Likewise, in dashes.
    ///
    /// @param dash how long each is, in the view's pixels; 0 for none
    /// @param gap between two of them
    void curve(double x0, double y0, double x1, double y1, double strokeWidth, int rgb, double alpha, double dash, double gap);

    /// Dashes along a link's curve: 2 on, 14 off.
    ///
    /// @param phase how far they have moved, in the view's pixels
    void dashes(double x0, double y0, double x1, double y1, double strokeWidth, int rgb, double alpha, double phase);

    /// A filled circle.
    void disc(double centerX, double centerY, double radius, int rgb, double alpha);

    /// A circle's line.
    ///
    /// @param radius to the middle of the line; a line twice as wide fills the circle
    void ring(double centerX, double centerY, double radius, double lineWidth, int rgb, double alpha);

    /// A filled rectangle with round corners.
    void box(Box box, double radius, int rgb, double alpha);

    /// The line along the inside of a rectangle with round corners.
    void frame(Box box, double radius, double lineWidth, int rgb, double alpha);

    /// Lays ready pixels over the picture, `scale` of them for each of the view's.
    ///
    /// @param tile premultiplied ARGB, `[tileHeight][tileWidth]`
    void tile(double atX, double atY, int[] tile, int tileWidth, int tileHeight);
}
