package dev.crescent.ui.landscape;

import dev.crescent.ui.theme.Fonts;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.scene.transform.Scale;

/// Letters of balls as pixels, each made once. Belongs to the JavaFX thread.
final class Glyphs {
    private static final double SIZE = 12;

    private final Map<Key, Glyph> made = new HashMap<>();

    private record Key(String letter, double scale) {}

    /// @param scale pixels for each that the user sees
    Glyph of(String letter, double scale) {
        return made.computeIfAbsent(new Key(letter, scale), Glyphs::make);
    }

    private static Glyph make(Key key) {
        if (key.letter.isBlank()) {
            return Glyph.NONE;
        }
        Text text = new Text(key.letter);
        text.setFont(Fonts.bold(SIZE));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(new Scale(key.scale, key.scale));
        return trimmed(text.snapshot(parameters, null));
    }

    /// The letter without the room above and below it, so that its middle is its own.
    private static Glyph trimmed(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        PixelReader reader = image.getPixelReader();
        int top = height;
        int bottom = 0;
        for (int i = 0; i < width * height; i++) {
            if (reader.getArgb(i % width, i / width) >>> 24 > 32) {
                top = Math.min(top, i / width);
                bottom = Math.max(bottom, i / width + 1);
            }
        }
        byte[] alpha = new byte[width * Math.max(0, bottom - top)];
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = (byte) (reader.getArgb(i % width, top + i / width) >>> 24);
        }
        return new Glyph(width, alpha.length / Math.max(1, width), alpha);
    }
}
