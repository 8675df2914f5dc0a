package dev.crescent.ui.picture;

import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import java.util.function.Function;

/// A view that a room shows, and that there can be a picture of.
///
/// @param id what it is called in file names and texts
/// @param file what its files' names begin with; empty for what is on the bench
/// @param sheet draws it once more, as it is then, in a theme's colors; called on the JavaFX thread
public record ShownView(String id, String file, Function<Palette, Sheet> sheet) {
    /// Draws it once more, as it is now. On the JavaFX thread.
    public Sheet sheet(PictureForm form) {
        try {
            return Fonts.asAsked(() -> sheet.apply(Palette.of(form.look().theme())));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e); // there are none
        }
    }

    /// A view of what is on the bench.
    public ShownView(String id, Function<Palette, Sheet> sheet) {
        this(id, "", sheet);
    }
}
