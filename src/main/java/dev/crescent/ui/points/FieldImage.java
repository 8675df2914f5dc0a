package dev.crescent.ui.points;

import dev.crescent.insight.OutputField;
import dev.crescent.insight.Region;
import dev.crescent.ui.theme.Palette;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The picture of an output field: one pixel a cell, scaled smoothly to where its region lies.
public final class FieldImage extends ImageView {
    /// Fields come in a few resolutions, which change with the time there is. An image that is thrown away takes its
    /// texture with it late, if at all, so that they are kept.
    private static final int MOST_SHEETS = 8;

    private final List<Sheet> sheets = new ArrayList<>(); // the one used last is the last

    /// Pixels and the image that shows them.
    private record Sheet(int width, int height, int[] pixels, PixelBuffer<IntBuffer> buffer, WritableImage image) {
        static Sheet of(int width, int height) {
            int[] pixels = new int[width * height];
            PixelBuffer<IntBuffer> buffer =
                    new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            return new Sheet(width, height, pixels, buffer, new WritableImage(buffer));
        }
    }

    public FieldImage() {
        setSmooth(true);
        setPreserveRatio(false);
        setManaged(false);
        setMouseTransparent(true);
    }

    /// Shows a field; see [FieldPainter].
    public void paint(OutputField field, Palette palette, boolean discretize, double valueMin, double valueMax) {
        Sheet sheet = sheet(field.width(), field.height());
        FieldPainter.paint(field, palette, discretize, valueMin, valueMax, sheet.pixels);
        sheet.buffer.updateBuffer(whole -> null);
        setImage(sheet.image);
    }

    private Sheet sheet(int width, int height) {
        Sheet found = sheets.stream().filter(s -> s.width == width && s.height == height).findFirst()
                .orElseGet(() -> Sheet.of(width, height));
        sheets.remove(found);
        sheets.add(found);
        if (sheets.size() > MOST_SHEETS) {
            sheets.removeFirst();
        }
        return found;
    }

    void place(Plane plane, Region over) {
        place(plane.px(over.x1Min()), plane.py(over.x2Max()), plane.px(over.x1Max()), plane.py(over.x2Min()));
    }

    /// Puts the field's upper left corner at one pixel and its lower right at another.
    public void place(double left, double top, double right, double bottom) {
        setX(left);
        setY(top);
        setFitWidth(right - left);
        setFitHeight(bottom - top);
    }
}
