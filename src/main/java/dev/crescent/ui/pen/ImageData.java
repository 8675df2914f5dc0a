package dev.crescent.ui.pen;

import dev.crescent.export.Png;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import org.jspecify.annotations.Nullable;

/// Images as PNG in a `data:` address.
final class ImageData {
    private ImageData() {}

    /// @return null if the image has no pixels to be read
    static @Nullable String of(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        if (image.getPixelReader() == null || width < 1 || height < 1) {
            return null;
        }
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Png.write(out, pixels, width, height);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
