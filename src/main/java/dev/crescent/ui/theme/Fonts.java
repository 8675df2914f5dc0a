package dev.crescent.ui.theme;

import java.util.List;
import javafx.scene.text.Font;
import javafx.scene.text.FontPosture;
import javafx.scene.text.FontWeight;

/// The fonts of painted text; controls get theirs from the style sheet.
///
/// Asked anew each time, so that fonts loaded after the first window is built are found.
public final class Fonts {
    private static final List<String> SANS = List.of("Crescent Sans", "Inter");
    private static final List<String> SERIF = List.of("STIX Two Text", "STIX");

    private Fonts() {}

    public static Font sans(double size) {
        return Font.font(family(SANS), size);
    }

    public static Font bold(double size) {
        return Font.font(family(SANS), FontWeight.BOLD, size);
    }

    /// Italic, for variables.
    public static Font formula(double size) {
        return Font.font(family(SERIF), FontPosture.ITALIC, size);
    }

    /// The smallest text there is: axes, captions.
    public static Font caption() {
        return sans(12);
    }

    private static String family(List<String> wanted) {
        List<String> known = Font.getFamilies();
        return wanted.stream().filter(known::contains).findFirst().orElse(Font.getDefault().getFamily());
    }
}
