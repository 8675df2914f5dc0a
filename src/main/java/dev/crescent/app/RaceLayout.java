package dev.crescent.app;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Above, the map, the surface and the lens side by side; below, the race and its curves.
final class RaceLayout extends Pane {
    /// The design's room without its bars.
    private static final double WIDTH = 1224;
    private static final double HEIGHT = 656;
    private static final double TOP = 408;
    private static final double LEAST_TOP = 300;
    /// What the map's panel has above and below the map, and beside it.
    private static final double AROUND = 72;
    private static final double BESIDE = 32;
    private static final double LENS = 308;
    private static final double RACE = 0.615;
    /// Of each further pixel of width or height, what goes to a part.
    private static final double TOP_SHARE = 0.68;
    private static final double LENS_SHARE = 0.14;

    private final Region map;
    private final Region surface;
    private final Region lens;
    private final Region race;
    private final Region curves;

    RaceLayout(Region map, Region surface, Region lens, Region race, Region curves) {
        this.map = map;
        this.surface = surface;
        this.lens = lens;
        this.race = race;
        this.curves = curves;
        getChildren().setAll(map, surface, lens, race, curves);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double more = height - HEIGHT;
        double top = Math.round(Math.max(LEAST_TOP, TOP + (more > 0 ? TOP_SHARE * more : more)));
        double left = Math.min(top - AROUND + BESIDE, Math.round(0.4 * width));
        double right = Math.round(LENS + Math.max(0, LENS_SHARE * (width - WIDTH)));
        double lanes = Math.round(RACE * width);
        map.resizeRelocate(0, 0, left, top);
        surface.resizeRelocate(left, 0, Math.max(0, width - left - right), top);
        lens.resizeRelocate(width - right, 0, right, top);
        race.resizeRelocate(0, top, lanes, Math.max(0, height - top));
        curves.resizeRelocate(lanes, top, Math.max(0, width - lanes), Math.max(0, height - top));
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
