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

/// A digit of 28 x 28 pixels in a frame, each pixel a square.
final class InkTile extends Region {
    private static final double CORNER = 7;

    private final int[] pixels = new int[Centering.SIDE * Centering.SIDE];
    private final PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(Centering.SIDE, Centering.SIDE,
            IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    private float[] ink = new float[Centering.SIDE * Centering.SIDE];
    private Palette palette;

    /// @param scale the layout's pixels for each of the image's
    InkTile(String says, int scale, Palette palette) {
        this.palette = palette;
        getStyleClass().add("ink-tile");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(says);
        double side = scale * Centering.SIDE;
        ImageView image = new ImageView(new WritableImage(buffer));
        image.setSmooth(false);
        image.setFitWidth(side);
        image.setFitHeight(side);
        image.setManaged(false);
        image.relocate(1, 1);
        Rectangle clip = new Rectangle(side, side);
        clip.setArcWidth(2 * CORNER);
        clip.setArcHeight(2 * CORNER);
        image.setClip(clip);
        getChildren().setAll(image);
        setMinSize(side + 2, side + 2);
        setMaxSize(side + 2, side + 2);
        setPrefSize(side + 2, side + 2);
        paint();
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
