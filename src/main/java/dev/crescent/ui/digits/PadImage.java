package dev.crescent.ui.digits;

import dev.crescent.data.digits.Drawing;
import dev.crescent.data.digits.InkRaster;
import dev.crescent.ui.theme.Palette;
import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// A drawing's ink, a pixel of the screen each, with rounded corners; where there is none, what lies below is seen. As a
/// drawing grows, only what changed is painted.
final class PadImage extends ImageView {
    private static final int SHADES = 256;

    private final double corner;
    private final int[] shades = new int[SHADES]; // from nothing to ink, premultiplied
    private InkRaster raster = new InkRaster(1);
    private int[] pixels = new int[1]; // [side][side]
    private PixelBuffer<IntBuffer> buffer = buffer(1);
    private double cornerPixels;

    /// @param corner the radius of its corners
    PadImage(double corner) {
        this.corner = corner;
        setSmooth(true);
        setManaged(false);
        setMouseTransparent(true);
    }

    void setPalette(Palette palette) {
        for (int i = 0; i < SHADES; i++) {
            shades[i] = seenThrough(palette.inkArgb(1), i / (SHADES - 1.0));
        }
        paint(new InkRaster.Area(0, 0, raster.side(), raster.side()));
    }

    /// Shows a drawing.
    ///
    /// @param side of this image, in the layout's pixels
    /// @param density the screen's pixels for each of those
    void show(Drawing drawing, double side, double density) {
        int wanted = Math.max(1, (int) Math.round(side * density));
        if (wanted != raster.side()) {
            raster = new InkRaster(wanted);
            pixels = new int[wanted * wanted];
            buffer = buffer(wanted);
            cornerPixels = corner * wanted / side;
            raster.show(drawing);
            paint(new InkRaster.Area(0, 0, wanted, wanted));
            setImage(new WritableImage(buffer));
        } else {
            paint(raster.show(drawing));
        }
        setFitWidth(side);
        setFitHeight(side);
    }

    private PixelBuffer<IntBuffer> buffer(int side) {
        return new PixelBuffer<>(side, side, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    }

    private void paint(InkRaster.Area area) {
        if (area.isEmpty()) {
            return;
        }
        float[] ink = raster.ink();
        for (int row = area.top(); row < area.bottom(); row++) {
            for (int i = row * raster.side() + area.left(); i < row * raster.side() + area.right(); i++) {
                pixels[i] = shades[(int) (ink[i] * (SHADES - 1) + 0.5f)];
            }
        }
        round();
        buffer.updateBuffer(whole ->
                new Rectangle2D(area.left(), area.top(), area.right() - area.left(), area.bottom() - area.top()));
    }

    /// Makes the corners round. A clip would do the same, but has the software pipeline paint everything twice.
    private void round() {
        int last = raster.side() - 1;
        for (int row = 0; row < Math.min(cornerPixels, raster.side() / 2.0); row++) {
            for (int column = 0; column < Math.min(cornerPixels, raster.side() / 2.0); column++) {
                double away = Math.hypot(cornerPixels - row - 0.5, cornerPixels - column - 0.5);
                double opacity = Math.clamp(cornerPixels - away + 0.5, 0, 1);
                if (opacity < 1) {
                    fade(row, column, opacity);
                    fade(row, last - column, opacity);
                    fade(last - row, column, opacity);
                    fade(last - row, last - column, opacity);
                }
            }
        }
    }

    /// Sets a pixel to its shade, seen through.
    private void fade(int row, int column, double opacity) {
        int at = row * raster.side() + column;
        int shade = shades[(int) (raster.ink()[at] * (SHADES - 1) + 0.5f)];
        pixels[at] = seenThrough(shade, opacity);
    }

    private static int seenThrough(int premultiplied, double opacity) {
        int faded = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            faded |= (int) Math.round((premultiplied >>> shift & 0xff) * opacity) << shift;
        }
        return faded;
    }
}
