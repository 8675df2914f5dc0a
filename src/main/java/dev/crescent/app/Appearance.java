package dev.crescent.app;

import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Motion;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.Zoom;
import dev.crescent.ui.zoom.ZoomPane;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// How the window looks to who sits before it: light or dark, with high contrast or not, how large, and whether things
/// may move. What the user has never chosen follows the system, while the window is open, too. Changes show at once and are
/// kept among the preferences.
///
/// All methods run on the JavaFX thread.
final class Appearance {
    /// No text gets smaller than so many of the screen's pixels.
    private static final double LEAST_TEXT = 10;

    private final Preferences preferences;
    private final Runnable keep;
    private final ObservableValue<ColorScheme> colorScheme;
    private final ObservableValue<Boolean> stillness;
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final BooleanProperty highContrast = new SimpleBooleanProperty(this, "highContrast");
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion");
    private final IntegerProperty fontScale = new SimpleIntegerProperty(this, "fontScale", Zoom.USUAL);
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(this, "theme", Theme.LIGHT);
    private Subscription systemDark = Subscription.EMPTY;
    private Subscription systemMotion = Subscription.EMPTY;

    /// @param keep called when the preferences are to be written
    Appearance(Preferences preferences, Runnable keep) {
        this(preferences, keep, Platform.getPreferences().colorSchemeProperty(), Platform.getPreferences().reducedMotionProperty());
    }

    /// @param colorScheme the system's
    /// @param stillness whether the system's user wants things not to move
    Appearance(Preferences preferences, Runnable keep, ObservableValue<ColorScheme> colorScheme,
            ObservableValue<Boolean> stillness) {
        this.preferences = preferences;
        this.keep = keep;
        highContrast.set(highContrast(preferences));
        fontScale.set((int) preferences.number("fontScale", Zoom.USUAL, Zoom.LEAST, Zoom.MOST));
        this.colorScheme = colorScheme;
        this.stillness = stillness;
        followTheme();
        followMotion();
        dark.subscribe(value -> showTheme());
        highContrast.subscribe(value -> showTheme());
        reducedMotion.subscribe(Motion::setReduced);
    }

    /// What the user has chosen, or else the system has.
    private void followTheme() {
        systemDark.unsubscribe();
        if (chosenDark(preferences) instanceof Boolean chosen) {
            dark.set(chosen);
        } else {
            systemDark = colorScheme.subscribe(scheme -> dark.set(scheme == ColorScheme.DARK));
        }
    }

    private void followMotion() {
        systemMotion.unsubscribe();
        if (motionChoice() instanceof Boolean chosen) {
            reducedMotion.set(chosen);
        } else {
            systemMotion = stillness.subscribe(reducedMotion::set);
        }
    }

    private static @Nullable Boolean chosenDark(Preferences preferences) {
        return preferences.dark().orElse(null);
    }

    /// Whether the user has chosen dark, or light; null for what the system has.
    @Nullable Boolean darkChoice() {
        return chosenDark(preferences);
    }

    /// Whether the user has chosen that things stay still, or move; null for what the system has.
    @Nullable Boolean motionChoice() {
        return switch (preferences.text("reducedMotion")) {
            case "true" -> true;
            case "false" -> false;
            default -> null;
        };
    }

    /// From now on as the system has it.
    void followSystemTheme() {
        preferences.setText("theme", "");
        followTheme();
        keep.run();
    }

    /// Likewise, of motion.
    void followSystemMotion() {
        preferences.setText("reducedMotion", "");
        followMotion();
        keep.run();
    }

    /// What a window with these preferences begins with.
    static Theme theme(Preferences preferences) {
        return Theme.of(chosenDark(preferences) instanceof Boolean chosen ? chosen
                : Platform.getPreferences().getColorScheme() == ColorScheme.DARK, highContrast(preferences));
    }

    private static boolean highContrast(Preferences preferences) {
        return preferences.flag("highContrast", false);
    }

    private void showTheme() {
        theme.set(Theme.of(dark.get(), highContrast.get()));
    }

    /// What the window is dressed in.
    ReadOnlyObjectProperty<Theme> themeProperty() {
        return theme.getReadOnlyProperty();
    }

    Theme theme() {
        return theme.get();
    }

    /// Dresses a window's content now and whenever something changes.
    void dress(Scene scene, ZoomPane root) {
        theme.subscribe(value -> sheets(scene));
        reducedMotion.addListener((p, was, is) -> sheets(scene));
        fontScale.subscribe((was, is) -> {
            // Sheets are read again only where they change: zooming is to be quick.
            if (leastText(was) != leastText(is)) {
                sheets(scene);
            }
            root.zoomProperty().set(is.doubleValue() / 100); // only now: what is measured anew then finds its fonts
        });
        root.zoomProperty().set(fontScale.get() / 100.0);
    }

    /// Dresses it as it is now: another window's content was dressed otherwise meanwhile.
    void dressAgain(Scene scene) {
        sheets(scene);
    }

    private void sheets(Scene scene) {
        double least = leastText(fontScale.get());
        Fonts.setLeast(least);
        theme.get().apply(scene, least);
        if (reducedMotion.get()) {
            scene.getStylesheets().add(Motion.STILL_SHEET);
        }
        if (scene.getWindow() != null && scene.getWindow().isShowing()) {
            // At once: a tooltip over it, whose turn may come first, takes its colors from there.
            scene.getRoot().applyCss();
        }
    }

    /// Before zooming; 0 where all text is larger anyhow.
    private static double leastText(Number percent) {
        return percent.doubleValue() < Zoom.USUAL ? LEAST_TEXT * 100 / percent.doubleValue() : 0;
    }

    boolean isDark() {
        return dark.get();
    }

    /// What the user wants from now on, whatever the system's setting.
    void setDark(boolean wanted) {
        systemDark.unsubscribe();
        dark.set(wanted);
        preferences.setDark(wanted);
        keep.run();
    }

    boolean isHighContrast() {
        return highContrast.get();
    }

    void setHighContrast(boolean wanted) {
        highContrast.set(wanted);
        preferences.setFlag("highContrast", wanted);
        keep.run();
    }

    boolean isMotionReduced() {
        return reducedMotion.get();
    }

    /// What the user wants from now on, whatever the system's setting.
    void setMotionReduced(boolean wanted) {
        systemMotion.unsubscribe();
        reducedMotion.set(wanted);
        preferences.setFlag("reducedMotion", wanted);
        keep.run();
    }

    /// Listens to the system no more, which would keep a closed window in memory.
    void close() {
        systemDark.unsubscribe();
        systemMotion.unsubscribe();
    }

    /// In percent of the usual size.
    int fontScale() {
        return fontScale.get();
    }

    /// @param percent of the usual size; beyond the limits of [Zoom] it is the nearest possible one
    void setFontScale(int percent) {
        fontScale.set(Math.clamp(percent, Zoom.LEAST, Zoom.MOST));
        preferences.setNumber("fontScale", fontScale.get());
        keep.run();
    }
}
