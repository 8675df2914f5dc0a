package dev.crescent.ui.digits;

import dev.crescent.ui.theme.Palette;
import java.nio.IntBuffer;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A small picture in a frame with rounded corners, whose pixels can be repainted in place, frame after frame.
class PixelFrame extends Region {
    private static final double EDGE = 1;

    /// The software renderer knows no sharp enlarging: each pixel is laid out as so many a side before.
    private static final int SHARP = 8;

    private final int each;
    private final ImageView view = new ImageView();
    private final Rectangle clip = new Rectangle();
    private int rows;
    private int columns;
    private int[] argb = new int[0];
    private int[] enlarged = new int[0];
    private PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(1, 1, IntBuffer.allocate(1),
            PixelFormat.getIntArgbPreInstance());

    /// @param corner the frame's radius
    /// @param smooth whether pixels run into each other when they are enlarged or shrunk
    @SuppressWarnings("this-escape") // only style classes and children, nothing that a subclass changes
    PixelFrame(double side, double corner, boolean smooth) {
        getStyleClass().add("pixel-frame");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        view.setManaged(false);
        view.setMouseTransparent(true);
        each = smooth ? 1 : SHARP;
        view.setClip(clip);
        clip.setArcWidth(2 * (corner - EDGE));
        clip.setArcHeight(2 * (corner - EDGE));
        getChildren().setAll(view);
        setSide(side);
    }

    final void setSide(double side) {
        setMinSize(side, side);
        setPrefSize(side, side);
        setMaxSize(side, side);
    }

    /// The pixels to paint, opaque ARGB row by row, before [#painted]; the same array as long as the size is the same.
    final int[] pixels(int rowCount, int columnCount) {
        if (rowCount != rows || columnCount != columns) {
            rows = rowCount;
            columns = columnCount;
            argb = new int[rowCount * columnCount];
            enlarged = each == 1 ? argb : new int[argb.length * each * each];
            buffer = new PixelBuffer<>(each * columnCount, each * rowCount, IntBuffer.wrap(enlarged),
                    PixelFormat.getIntArgbPreInstance());
        }
        return argb;
    }

    /// Shows what was painted.
    final void painted() {
        for (int y = 0; each > 1 && y < rows * each; y++) {
            for (int x = 0; x < columns * each; x++) {
                enlarged[y * columns * each + x] = argb[y / each * columns + x / each];
            }
        }
        if (view.getImage() != null && view.getUserData() == buffer) {
            buffer.updateBuffer(b -> null);
        } else {
            view.setImage(new WritableImage(buffer));
            view.setUserData(buffer);
        }
    }

    /// Shows an image in ink.
    ///
    /// @param values `[rows][columns]` from 0 (paper) to 1 (ink), from `from` on
    final void showInk(Palette palette, float[] values, int from, int rowCount, int columnCount) {
        int[] pixels = pixels(rowCount, columnCount);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = palette.inkArgb(values[from + i]);
        }
        painted();
    }

    /// Leaves the frame empty.
    final void clear() {
        view.setImage(null);
    }

    final boolean isEmpty() {
        return view.getImage() == null;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(0, getWidth() - 2 * EDGE);
        double height = Math.max(0, getHeight() - 2 * EDGE);
        view.relocate(EDGE, EDGE);
        view.setFitWidth(width);
        view.setFitHeight(height);
        clip.setWidth(width);
        clip.setHeight(height);
    }
}
