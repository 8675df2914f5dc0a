package dev.crescent.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/// A look of the whole window: light or dark.
///
/// AtlantaFX's Primer style sheet lies below; this theme's tokens and Crescent's components are laid over it by the
/// scene, because ControlsFX's own sheets would win over a user-agent one.
public enum Theme {
    LIGHT("light.css"),
    DARK("dark.css");

    private final String tokens;

    Theme(String tokens) {
        this.tokens = tokens;
    }

    /// The style sheet below ours: Primer, in this theme's brightness.
    public String userAgentStylesheet() {
        return switch (this) {
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
            case DARK -> new PrimerDark().getUserAgentStylesheet();
        };
    }

    /// The scene's style sheets, in order: tokens, then components.
    public List<String> stylesheets() {
        return List.of(tokenSheet().toExternalForm(), resource("crescent.css").toExternalForm(),
                resource("network.css").toExternalForm(), resource("digit-views.css").toExternalForm(),
                resource("pad.css").toExternalForm(), resource("race.css").toExternalForm(), resource("engines.css").toExternalForm());
    }

    /// Dresses a scene, and through the application's user-agent sheet every window and popup.
    public void apply(Scene scene) {
        Fonts.load();
        // Seen beside the content while the window grows.
        scene.setFill(Palette.of(this).color("bg-default"));
        Application.setUserAgentStylesheet(userAgentStylesheet());
        scene.getStylesheets().setAll(stylesheets());
    }

    /// The other theme.
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    URL tokenSheet() {
        return resource(tokens);
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), () -> "Missing from the program: " + name);
    }
}
