package dev.crescent.ui.landscape;

import dev.crescent.ui.zoom.Zoom;
import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// An image that is painted pixel by pixel, as sharp as the screen. What is shown is a copy: JavaFX draws it on a thread of
/// its own, on which half a picture would be seen now and then.
public final class PixelImage extends ImageView {
    /// Images are made somewhat larger than needed: one that is thrown away takes its texture with it late, if at all,
    /// and a window's edge is dragged through many sizes.
    private static final int STEP = 128;

    private int[] pixels = {};
    private int[] shown = new int[1];
    private int stride;
    private int rows;
    private int width;
    private int height;
    private PixelBuffer<IntBuffer> buffer = buffer(1, 1, shown);

    public PixelImage() {
        setSmooth(true);
        setManaged(false);
        setMouseTransparent(true);
    }

    /// The pixels of the screen for each of the layout's, where a node is shown.
    public static double density(Node node) {
        return Math.max(1, Zoom.density(node));
    }

    /// Calls `changed` whenever the node gets another density: its window is zoomed, or gets to another screen.
    public static void whenDensityChanges(Node node, Runnable changed) {
        Zoom.whenDensityChanges(node, changed);
    }

    /// @param toWidth in the layout's pixels
    public void resize(double toWidth, double toHeight, double density) {
        width = Math.max(1, (int) Math.round(toWidth * density));
        height = Math.max(1, (int) Math.round(toHeight * density));
        if (width > stride || height > rows || stride > width + 4 * STEP || rows > height + 4 * STEP) {
            stride = (width + STEP - 1) / STEP * STEP;
            rows = (height + STEP - 1) / STEP * STEP;
            pixels = new int[stride * rows];
            shown = new int[stride * rows];
            buffer = buffer(stride, rows, shown);
            setImage(new WritableImage(buffer));
        }
        setViewport(new Rectangle2D(0, 0, width, height));
        setFitWidth(width / density);
        setFitHeight(height / density);
    }

    private static PixelBuffer<IntBuffer> buffer(int width, int height, int[] pixels) {
        return new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    }

    /// Premultiplied ARGB, rows of [#stride] pixels.
    public int[] pixels() {
        return pixels;
    }

    public int stride() {
        return stride;
    }

    public int pixelWidth() {
        return width;
    }

    public int pixelHeight() {
        return height;
    }

    /// Shows what was painted.
    public void update() {
        System.arraycopy(pixels, 0, shown, 0, stride * height);
        Rectangle2D all = new Rectangle2D(0, 0, width, height);
        buffer.updateBuffer(painted -> all);
    }
}
