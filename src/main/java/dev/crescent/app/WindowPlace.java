package dev.crescent.app;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where the window was and how large, kept among the preferences.
final class WindowPlace {
    /// Where the screen has room for it.
    static final double LEAST_WIDTH = 1160;
    static final double LEAST_HEIGHT = 600;
    /// `off` where windows are not for a screen, as those of tests.
    private static final String FIT = "crescent.window.fit";
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    /// Beyond any screen.
    private static final double FAR = 16_384;

    private WindowPlace() {}

    /// Puts the window where it was, or in the middle of the first screen. Once it is shown, this brings it back from where a
    /// window manager has put it that did not know the window's frame yet.
    static void recall(Stage stage, Preferences preferences) {
        Rectangle2D first = Screen.getPrimary().getVisualBounds();
        Rectangle2D largest = largest();
        double width = Math.min(preferences.number("width", WIDTH, LEAST_WIDTH, FAR), largest.getWidth());
        double height = Math.min(preferences.number("height", HEIGHT, LEAST_HEIGHT, FAR), largest.getHeight());
        Rectangle2D place = new Rectangle2D(
                preferences.number("x", first.getMinX() + (first.getWidth() - width) / 2, -FAR, FAR),
                preferences.number("y", first.getMinY() + (first.getHeight() - height) / 2, -FAR, FAR), width, height);
        Rectangle2D screen = Screen.getScreensForRectangle(place.getMinX(), place.getMinY(), width, height).stream()
                .findFirst().map(Screen::getVisualBounds).orElse(first);
        stage.setMinWidth(Math.min(LEAST_WIDTH, largest.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, largest.getHeight()));
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setX(within(place.getMinX(), width, screen.getMinX(), screen.getMaxX()));
        double y = within(place.getMinY(), height, screen.getMinY(), screen.getMaxY());
        stage.setY(y + (slips(stage, screen) ? 1 : 0));
        stage.setMaximized(preferences.flag("maximized", false));
    }

    /// What no window may exceed: with a least size beyond its screen it would be cut off there, full screen too.
    private static Rectangle2D largest() {
        if (System.getProperty(FIT, "").equals("off")) {
            return new Rectangle2D(0, 0, FAR, FAR);
        }
        return Screen.getScreens().stream().map(Screen::getVisualBounds)
                .reduce(Rectangle2D.EMPTY, (a, b) -> new Rectangle2D(0, 0, Math.max(a.getWidth(), b.getWidth()),
                        Math.max(a.getHeight(), b.getHeight())));
    }

    /// Whether the title bar is above the screen, and would be put there again if it were to begin at the edge: what is as large as
    /// the screen and lies in its very corner is taken for full screen.
    private static boolean slips(Stage stage, Rectangle2D screen) {
        return stage.isShowing() && stage.getY() < screen.getMinY() && stage.getWidth() >= screen.getWidth()
                && stage.getHeight() >= screen.getHeight();
    }

    /// A place on the screen, the title bar's before all else.
    private static double within(double wanted, double size, double low, double high) {
        return Math.max(low, Math.min(wanted, high - size));
    }

    static void remember(Stage stage, Preferences preferences) {
        preferences.setFlag("maximized", stage.isMaximized());
        if (!stage.isMaximized() && !stage.isFullScreen()) {
            preferences.setNumber("width", stage.getWidth());
            preferences.setNumber("height", stage.getHeight());
            preferences.setNumber("x", stage.getX());
            preferences.setNumber("y", stage.getY());
        }
    }
}
