package dev.crescent.ui.points;

import dev.crescent.insight.OutputField;
import dev.crescent.insight.Region;
import dev.crescent.ui.theme.Palette;
import java.nio.IntBuffer;
import java.util.Objects;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// The picture of an output field: one pixel a cell, scaled smoothly to where its region lies.
final class FieldImage extends ImageView {
    private int[] pixels = new int[0];
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private int width;
    private int height;

    FieldImage() {
        setSmooth(true);
        setPreserveRatio(false);
        setManaged(false);
        setMouseTransparent(true);
    }

    void paint(OutputField field, Palette palette, boolean discretize, double valueMin, double valueMax) {
        if (buffer == null || width != field.width() || height != field.height()) {
            width = field.width();
            height = field.height();
            pixels = new int[width * height];
            buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            setImage(new WritableImage(buffer));
        }
        FieldPainter.paint(field, palette, discretize, valueMin, valueMax, pixels);
        Objects.requireNonNull(buffer).updateBuffer(whole -> null);
    }

    void place(Plane plane, Region over) {
        setX(plane.px(over.x1Min()));
        setY(plane.py(over.x2Max()));
        setFitWidth(plane.px(over.x1Max()) - getX());
        setFitHeight(plane.py(over.x2Min()) - getY());
    }
}
