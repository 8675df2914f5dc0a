package dev.crescent.ui.start;

import java.nio.IntBuffer;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// A picture as large as its pane, with rounded corners; empty until it is given pixels.
final class PicturePane extends Pane {
    private final ImageView view = new ImageView();
    private final Rectangle clip = new Rectangle();
    private final double corner;
    private final boolean topOnly;
    private int[] pixels = {};
    private @Nullable PixelBuffer<IntBuffer> buffer;

    /// @param corner radius
    /// @param topOnly whether the lower corners are square
    PicturePane(double corner, boolean topOnly) {
        this.corner = corner;
        this.topOnly = topOnly;
        clip.setArcWidth(2 * corner);
        clip.setArcHeight(2 * corner);
        view.setSmooth(true);
        view.setManaged(false);
        getStyleClass().add("start-picture");
        setMouseTransparent(true);
        setClip(clip);
        getChildren().setAll(view);
    }

    /// @param argb `[height * width]` premultiplied
    void show(int[] argb, int width, int height) {
        PixelBuffer<IntBuffer> known = buffer;
        if (known == null || known.getWidth() != width || known.getHeight() != height) {
            pixels = new int[width * height];
            known = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            buffer = known;
            view.setImage(new WritableImage(known));
        }
        System.arraycopy(argb, 0, pixels, 0, pixels.length);
        known.updateBuffer(whole -> null);
    }

    @Override
    protected void layoutChildren() {
        view.setFitWidth(getWidth());
        view.setFitHeight(getHeight());
        clip.setWidth(getWidth());
        clip.setHeight(getHeight() + (topOnly ? corner : 0));
    }
}
