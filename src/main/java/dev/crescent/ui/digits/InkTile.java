package dev.crescent.ui.digits;

import dev.crescent.data.digits.Centering;
import dev.crescent.ui.theme.Palette;
import java.nio.IntBuffer;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A digit of 28 x 28 pixels in a frame, each pixel a square, as large as it is laid out.
final class InkTile extends Region {
    private static final double CORNER = 7;

    private final int[] pixels = new int[Centering.SIDE * Centering.SIDE];
    private final PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(Centering.SIDE, Centering.SIDE,
            IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    private final ImageView image = new ImageView(new WritableImage(buffer));
    private final Rectangle clip = new Rectangle();
    private float[] ink = new float[Centering.SIDE * Centering.SIDE];
    private Palette palette;

    InkTile(String says, Palette palette) {
        this.palette = palette;
        getStyleClass().add("ink-tile");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(says);
        image.setSmooth(false);
        image.setManaged(false);
        image.relocate(1, 1);
        clip.setArcWidth(2 * CORNER);
        clip.setArcHeight(2 * CORNER);
        image.setClip(clip);
        getChildren().setAll(image);
        paint();
    }

    /// How large it is with so many of the layout's pixels for each of the image's.
    static double side(int scale) {
        return scale * Centering.SIDE + 2.0;
    }

    @Override
    protected void layoutChildren() {
        image.setFitWidth(getWidth() - 2);
        image.setFitHeight(getHeight() - 2);
        clip.setWidth(getWidth() - 2);
        clip.setHeight(getHeight() - 2);
    }

    void setPalette(Palette now) {
        palette = now;
        paint();
    }

    /// @param image `[28][28]`, 0 (paper) to 1
    void show(float[] image) {
        ink = image;
        paint();
    }

    private void paint() {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = palette.inkArgb(ink[i]);
        }
        buffer.updateBuffer(whole -> null);
    }
}
