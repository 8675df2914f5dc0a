package dev.crescent.app;

import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.zoom.Zoom;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;

/// What the window shows at a moment, pixel by pixel.
///
/// @param argb `[height * width]`, row-major
record ScreenPicture(int width, int height, int[] argb) {
    /// Takes a picture of a node in all the pixels that it has on the screen, on the theme's ground. On the JavaFX thread.
    static ScreenPicture of(Node node, Palette palette) {
        double density = Zoom.density(node);
        Bounds bounds = node.getLayoutBounds();
        SnapshotParameters all = new SnapshotParameters();
        all.setFill(palette.bg());
        all.setTransform(Transform.scale(density, density));
        all.setViewport(new Rectangle2D(0, 0, Math.ceil(density * bounds.getWidth()), Math.ceil(density * bounds.getHeight())));
        WritableImage image = node.snapshot(all, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return new ScreenPicture(width, height, argb);
    }
}
