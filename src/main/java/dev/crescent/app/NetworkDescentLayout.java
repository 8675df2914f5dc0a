package dev.crescent.app;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The loss landscape of a network: the map, the same plane in 3-D, how far to trust them, and below them the curves.
final class NetworkDescentLayout extends Pane {
    /// The design's window without its rail and bars.
    private static final double WIDTH = 1224;
    /// With less room it is scrolled.
    private static final double LEAST_WIDTH = 768;
    private static final double LEAST_HEIGHT = 504;
    private static final double MAP = 368;
    private static final double LEAST_MAP = 280;
    private static final double TRUST = 296;
    private static final double LEAST_TRUST = 240;
    private static final double LEAST_CURVES = 176;
    /// Of each further pixel of width, what goes to a part.
    private static final double MAP_SHARE = 0.2125;
    private static final double TRUST_SHARE = 0.08;
    /// What the map's panel has beside the map: padding to its sides, and above and below it title and caption.
    private static final double BESIDE = 32;
    private static final double AROUND = 80;

    private final Region map;
    private final Region surface;
    private final Region trust;
    private final Region curves;

    NetworkDescentLayout(Region map, Region surface, Region trust, Region curves) {
        this.map = map;
        this.surface = surface;
        this.trust = trust;
        this.curves = curves;
        map.getStyleClass().addAll("panel", "panel-edge-right");
        surface.getStyleClass().add("panel");
        for (Region region : new Region[] {map, surface, trust}) {
            region.getStyleClass().add("landscape-panel");
        }
        trust.getStyleClass().addAll("panel", "panel-edge-left");
        curves.getStyleClass().add("panel-edge-top");
        // The order is that of the Tab key.
        getChildren().setAll(map, surface, trust, curves);
    }

    @Override
    protected double computeMinWidth(double height) {
        return LEAST_WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
        return LEAST_HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double more = width - WIDTH;
        double left = Math.rint(Math.max(LEAST_MAP, MAP + MAP_SHARE * more));
        double right = Math.rint(Math.max(LEAST_TRUST, TRUST + TRUST_SHARE * more));
        double top = Math.max(0, Math.min(left - BESIDE + AROUND, getHeight() - LEAST_CURVES));
        map.resizeRelocate(0, 0, left, top);
        surface.resizeRelocate(left, 0, Math.max(0, width - left - right), top);
        trust.resizeRelocate(width - right, 0, right, top);
        curves.resizeRelocate(0, top, width, Math.max(0, getHeight() - top));
    }
}
