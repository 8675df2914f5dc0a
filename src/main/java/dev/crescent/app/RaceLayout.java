package dev.crescent.app;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Above, the map, the surface and what is beside them; below, the race and its curves.
final class RaceLayout extends Pane {
    /// The design's room without its bars.
    private static final double WIDTH = 1224;
    private static final double HEIGHT = 656;
    /// With less room it is scrolled.
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 500;
    private static final double TOP = 408;
    private static final double LEAST_TOP = 300;
    /// What the map's panel has above and below the map, and beside it.
    private static final double AROUND = 72;
    private static final double PADDING = 32;
    private static final double RACE = 0.615;
    /// Of each further pixel of width or height, what goes to a part.
    private static final double TOP_SHARE = 0.68;
    private static final double BESIDE_SHARE = 0.14;

    private final Region map;
    private final Region surface;
    private final Region beside;
    private final double besideWidth;
    private final Region race;
    private final Region curves;

    /// @param besideWidth of what is beside the pictures, at the least
    RaceLayout(Region map, Region surface, Region beside, double besideWidth, Region race, Region curves) {
        this.map = map;
        this.surface = surface;
        this.beside = beside;
        this.besideWidth = besideWidth;
        this.race = race;
        this.curves = curves;
        getChildren().setAll(map, surface, beside, race, curves);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double more = height - HEIGHT;
        double top = Math.round(Math.max(LEAST_TOP, TOP + (more > 0 ? TOP_SHARE * more : more)));
        double left = Math.min(top - AROUND + PADDING, Math.round(0.4 * width));
        double right = Math.round(besideWidth + Math.max(0, BESIDE_SHARE * (width - WIDTH)));
        double lanes = Math.round(RACE * width);
        map.resizeRelocate(0, 0, left, top);
        surface.resizeRelocate(left, 0, Math.max(0, width - left - right), top);
        beside.resizeRelocate(width - right, 0, right, top);
        race.resizeRelocate(0, top, lanes, Math.max(0, height - top));
        curves.resizeRelocate(lanes, top, Math.max(0, width - lanes), Math.max(0, height - top));
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST_HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH;
    }
}
