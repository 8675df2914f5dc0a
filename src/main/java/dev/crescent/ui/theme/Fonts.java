package dev.crescent.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;

/// The fonts that come with Crescent, for painted text; controls get theirs from the style sheet.
public final class Fonts {
    private static final List<String> FILES = List.of("CrescentSans-Regular", "CrescentSans-Bold",
            "CrescentDisplay-Bold", "CrescentMath-Regular", "CrescentMath-Italic");
    private static final String SANS = "Crescent Sans";
    private static final String DISPLAY = "Crescent Display";
    private static final String MATH = "Crescent Math";

    static {
        for (String file : FILES) {
            String name = "/dev/crescent/ui/fonts/" + file + ".otf";
            try (InputStream in = Fonts.class.getResourceAsStream(name)) {
                if (in == null || Font.loadFont(in, 13) == null) {
                    throw new IOException("Missing from the program: " + name);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static volatile double least;

    private Fonts() {}

    /// From now on, no painted text is smaller than so many pixels; it gets its size when it is painted next.
    public static void setLeast(double pixels) {
        least = pixels;
    }

    /// Does something whose painted texts have the sizes they ask for, as in a picture that is saved; from the JavaFX thread.
    public static <T> T asAsked(Callable<T> painting) throws Exception {
        double inWindow = least;
        least = 0;
        try {
            return painting.call();
        } finally {
            least = inWindow;
        }
    }

    /// Makes the fonts known to JavaFX, as the style sheet needs them; the first use of this class does.
    static void load() {
        // The static initializer has loaded them.
    }

    public static Font sans(double size) {
        return Font.font(SANS, Math.max(least, size));
    }

    public static Font bold(double size) {
        return Font.font(SANS, FontWeight.BOLD, Math.max(least, size));
    }

    /// For a few letters of 28 pixels and more.
    public static Font display(double size) {
        return Font.font(DISPLAY, FontWeight.BOLD, size);
    }

    /// Italic, for variables.
    public static Font formula(double size) {
        return Font.font(MATH, FontPosture.ITALIC, Math.max(least, size));
    }

    /// The smallest text there is: axes, captions.
    public static Font caption() {
        return sans(12);
    }
}
