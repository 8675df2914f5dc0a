package dev.crescent.ui.data;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// A square picture with rounded corners, empty until it is given pixels.
final class PixelImage extends Pane {
    /// Pixels a side for one of layout's, so that pictures are sharp on dense screens.
    static final int DENSITY = 2;

    private final ImageView view = new ImageView();
    private final Rectangle clip = new Rectangle();

    PixelImage(double side, double corner) {
        getStyleClass().add("thumbnail");
        clip.setArcWidth(2 * corner);
        clip.setArcHeight(2 * corner);
        view.setClip(clip);
        view.setSmooth(true);
        getChildren().setAll(view);
        setMouseTransparent(true);
        setSide(side);
    }

    void setSide(double side) {
        view.setFitWidth(side);
        view.setFitHeight(side);
        clip.setWidth(side);
        clip.setHeight(side);
        setMinSize(side, side);
        setPrefSize(side, side);
        setMaxSize(side, side);
    }

    /// @param argb a square of opaque pixels
    void show(int[] argb) {
        int side = (int) Math.round(Math.sqrt(argb.length));
        WritableImage image = new WritableImage(side, side);
        image.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), argb, 0, side);
        view.setImage(image);
    }

    boolean isEmpty() {
        return view.getImage() == null;
    }
}
