package dev.crescent.app;

import dev.crescent.ui.picture.PictureForm;
import dev.crescent.ui.picture.PictureWish;
import dev.crescent.ui.picture.PictureWish.Shade;
import java.util.Arrays;

/// What the user wanted a picture to be last time, among the preferences.
///
/// @param changed called after they have changed
record PictureWishes(Preferences preferences, Runnable changed) {
    private static final String WIDTH = "picture.width";
    private static final String HEIGHT = "picture.height";
    private static final String SHADE = "picture.theme";
    private static final String SVG = "picture.svg";
    private static final String TRANSPARENT = "picture.transparent";

    PictureWish read() {
        String shade = preferences.text(SHADE);
        return new PictureWish(
                (int) preferences.number(WIDTH, PictureWish.USUAL.width(), PictureForm.LEAST, PictureForm.MOST),
                (int) preferences.number(HEIGHT, PictureWish.USUAL.height(), PictureForm.LEAST, PictureForm.MOST),
                Arrays.stream(Shade.values()).filter(one -> one.name().equals(shade)).findFirst().orElse(Shade.SHOWN),
                preferences.flag(SVG, false), preferences.flag(TRANSPARENT, false));
    }

    void write(PictureWish wish) {
        preferences.setNumber(WIDTH, wish.width());
        preferences.setNumber(HEIGHT, wish.height());
        preferences.setText(SHADE, wish.shade().name());
        preferences.setFlag(SVG, wish.svg());
        preferences.setFlag(TRANSPARENT, wish.transparent());
        changed.run();
    }
}
