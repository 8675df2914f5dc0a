package dev.crescent.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.scene.Scene;

/// A look of the whole window: light or dark, each also with high contrast, where text is black on white or white on black,
/// edges are two pixels wide, and color is never alone: classes have shapes, and negative links are dashed.
///
/// AtlantaFX's Primer style sheet lies below; this theme's tokens and Crescent's components are laid over it by the
/// scene, because ControlsFX's own sheets would win over a user-agent one.
public enum Theme {
    LIGHT(false, "light.css"),
    DARK(true, "dark.css"),
    HIGH_CONTRAST_LIGHT(false, "light.css", "high-contrast-light.css"),
    HIGH_CONTRAST_DARK(true, "dark.css", "high-contrast-dark.css");

    private static final List<String> COMPONENTS = List.of("crescent.css", "network.css", "digit-views.css", "pad.css",
            "race.css", "engines.css", "stage.css", "start.css", "help.css");

    private final boolean dark;
    private final List<String> tokens;

    Theme(boolean dark, String... tokens) {
        this.dark = dark;
        this.tokens = List.of(tokens);
    }

    /// A look by its two properties.
    public static Theme of(boolean dark, boolean highContrast) {
        if (highContrast) {
            return dark ? HIGH_CONTRAST_DARK : HIGH_CONTRAST_LIGHT;
        }
        return dark ? DARK : LIGHT;
    }

    public boolean isDark() {
        return dark;
    }

    public boolean isHighContrast() {
        return tokens.size() > 1;
    }

    /// The style sheet below ours: Primer, in this theme's brightness.
    public String userAgentStylesheet() {
        return dark ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
    }

    /// The scene's style sheets, in order: tokens, then components.
    ///
    /// @param leastText no text is smaller than so many pixels
    public List<String> stylesheets(double leastText) {
        List<String> sheets = new ArrayList<>(tokenSheets().stream().map(URL::toExternalForm).toList());
        Rewriting rewriting = new Rewriting(isHighContrast(), leastText);
        COMPONENTS.forEach(name -> sheets.add(rewriting.of(resource(name))));
        if (isHighContrast()) {
            sheets.add(resource("high-contrast.css").toExternalForm());
        }
        return List.copyOf(sheets);
    }

    /// The scene's style sheets as they are written.
    public List<String> stylesheets() {
        return stylesheets(0);
    }

    /// Dresses a scene, and through the application's user-agent sheet every window and popup.
    public void apply(Scene scene) {
        apply(scene, 0);
    }

    /// Likewise, with no text smaller than so many pixels.
    public void apply(Scene scene, double leastText) {
        apply(scene, leastText, hasClearPopups());
    }

    /// @param clear as [#hasClearPopups]
    void apply(Scene scene, double leastText, boolean clear) {
        Application.setUserAgentStylesheet(userAgentStylesheet());
        dress(scene, leastText);
        if (!clear) {
            scene.getStylesheets().add(resource("opaque.css").toExternalForm());
        }
    }

    /// Whether what is behind a popup is seen beside its content, and through its shadow. On X11 without a compositor it is white
    /// there; without a screen nothing is behind it.
    public static boolean hasClearPopups() {
        return Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW) || "Headless".equals(System.getProperty("glass.platform"));
    }

    /// Dresses one scene and nothing beyond it, whatever the application's user-agent sheet is.
    public void applyAlone(Scene scene) {
        scene.setUserAgentStylesheet(userAgentStylesheet());
        dress(scene, 0);
    }

    private void dress(Scene scene, double leastText) {
        Fonts.load();
        // Seen beside the content while the window grows.
        scene.setFill(Palette.of(this).color("bg-default"));
        scene.getStylesheets().setAll(stylesheets(leastText));
    }

    /// Dark for light, light for dark, with the same contrast.
    public Theme other() {
        return of(!dark, isHighContrast());
    }

    /// Later ones go over earlier ones.
    List<URL> tokenSheets() {
        return tokens.stream().map(Theme::resource).toList();
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), () -> "Missing from the program: " + name);
    }
}
