package dev.crescent.ui.digits;

import dev.crescent.ui.theme.Palette;
import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// All units of all layers in one picture, painted pixel by pixel into one array: hundreds of images sixty times a second
/// would be too many for nodes of their own.
final class TileRaster {
    private static final double EDGE = 1;

    private final ImageView view = new ImageView();
    private int width;
    private int height;
    private int scale = 1;
    private int[] pixels = new int[1];
    private int[] front = new int[1];
    private int[] colors = new int[0];
    private PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(1, 1, IntBuffer.wrap(front),
            PixelFormat.getIntArgbPreInstance());

    TileRaster() {
        view.setManaged(false);
        view.setMouseTransparent(true);
    }

    ImageView view() {
        return view;
    }

    /// Makes room for a strip of so many of the view's pixels.
    ///
    /// @param pixelsEach device pixels a side for one of the view's
    void resize(double wide, double high, int pixelsEach) {
        int across = Math.max(1, (int) Math.ceil(wide) * pixelsEach);
        int down = Math.max(1, (int) Math.ceil(high) * pixelsEach);
        scale = pixelsEach;
        if (across != width || down != height) {
            width = across;
            height = down;
            pixels = new int[across * down];
            front = new int[across * down];
            buffer = new PixelBuffer<>(across, down, IntBuffer.wrap(front), PixelFormat.getIntArgbPreInstance());
            view.setImage(new WritableImage(buffer));
        }
        view.setFitWidth((double) across / pixelsEach);
        view.setFitHeight((double) down / pixelsEach);
        Arrays.fill(pixels, 0);
    }

    /// Paints the units of one layer.
    ///
    /// @param values as [LayerImage] has them
    void paint(LayerImage layer, float[] values, InsideLayout.Block block, Palette palette) {
        int each = layer.rows() * layer.columns();
        int count = block.shown() * each;
        if (colors.length < count) {
            colors = new int[count];
        }
        color(layer, values, layer.units() * each, count, palette);
        double radius = switch (layer.kind()) {
            case IMAGE -> 4;
            case MAPS -> 3;
            case UNITS -> 2;
            case CLASSES -> block.side() / 2;
        };
        boolean framed = layer.kind() == LayerImage.Kind.IMAGE || layer.kind() == LayerImage.Kind.CLASSES;
        int edge = framed ? Palette.argb(palette.border()) : 0;
        for (int unit = 0; unit < block.shown(); unit++) {
            tile(unit * each, layer.rows(), layer.columns(), block.unitX(unit), block.unitY(unit), block.side(), radius, edge);
        }
    }

    /// Shows what was painted.
    void painted() {
        buffer.updateBuffer(whole -> {
            // The renderer may be reading: it gets a finished picture at once, never a half painted one.
            System.arraycopy(pixels, 0, front, 0, front.length);
            return null;
        });
    }

    private void color(LayerImage layer, float[] values, int all, int count, Palette palette) {
        if (layer.kind() == LayerImage.Kind.IMAGE) {
            for (int i = 0; i < count; i++) {
                colors[i] = palette.inkArgb(values[i]);
            }
            return;
        }
        float least = 0;
        float most = 0;
        for (int i = 0; i < all; i++) {
            least = Math.min(least, values[i]);
            most = Math.max(most, values[i]);
        }
        boolean signed = least < 0;
        // Probabilities are seen as they are, not against the largest.
        boolean share = layer.kind() == LayerImage.Kind.CLASSES && !signed && most <= 1;
        double range = share ? 1 : Math.max(most, -least);
        double factor = range > 0 ? 1 / range : 0;
        for (int i = 0; i < count; i++) {
            double v = values[i] * factor;
            colors[i] = signed ? palette.weightArgb(v) : palette.activationArgb(Math.pow(v, 0.8));
        }
    }

    private void tile(int from, int rows, int columns, double x, double y, double side, double radius, int edge) {
        int left = (int) Math.round(x * scale);
        int top = (int) Math.round(y * scale);
        int size = (int) Math.round(side * scale);
        double corner = radius * scale;
        for (int j = 0; j < size; j++) {
            int row = from + j * rows / size * columns;
            int at = (top + j) * width + left;
            boolean nearTop = j < corner || j >= size - corner;
            for (int i = 0; i < size; i++) {
                int argb = colors[row + i * columns / size];
                boolean nearSide = i < corner || i >= size - corner;
                pixels[at + i] = nearTop && nearSide || edge != 0 ? shaped(argb, i, j, size, corner, edge) : argb;
            }
        }
    }

    /// A pixel near the tile's edge: within its frame's line, and covered in part where the corner is round.
    private int shaped(int argb, int i, int j, int size, double corner, int edge) {
        double half = size / 2.0;
        double outX = Math.max(0, Math.abs(i + 0.5 - half) - (half - corner));
        double outY = Math.max(0, Math.abs(j + 0.5 - half) - (half - corner));
        double inside = corner - (outX > 0 && outY > 0 ? Math.hypot(outX, outY) : Math.max(outX, outY));
        if (inside >= EDGE * scale + 1) {
            return argb;
        }
        int color = edge == 0 ? argb : mix(edge, argb, Math.clamp(inside - EDGE * scale + 0.5, 0, 1));
        return covered(color, outX > 0 && outY > 0 ? Math.clamp(inside + 0.5, 0, 1) : 1);
    }

    private static int mix(int one, int other, double share) {
        int mixed = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = one >> shift & 0xff;
            int b = other >> shift & 0xff;
            mixed = mixed << 8 | (int) Math.round(a + (b - a) * share);
        }
        return mixed;
    }

    /// Premultiplied.
    private static int covered(int argb, double share) {
        if (share >= 1) {
            return argb;
        }
        int alpha = (int) Math.round(255 * share);
        int result = alpha;
        for (int shift = 16; shift >= 0; shift -= 8) {
            result = result << 8 | (argb >> shift & 0xff) * alpha / 255;
        }
        return result;
    }
}
