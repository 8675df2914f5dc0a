package dev.crescent.ui;

import javafx.scene.layout.VBox;

/// A little card beside the mouse, invisible until there is something to say.
public abstract class HoverCard extends VBox {
    private static final double GAP = 14;
    private static final double EDGE = 4;

    protected HoverCard(double spacing) {
        super(spacing);
        getStyleClass().add("tooltip-label");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /// Lies to the lower right of the point, or on another side where there is no room.
    ///
    /// @param width of the room that it has
    public final void place(double x, double y, double width, double height) {
        applyCss();
        autosize();
        layout();
        double left = x + GAP + getWidth() <= width ? x + GAP : x - GAP - getWidth();
        double top = y + GAP + getHeight() <= height ? y + GAP : y - GAP - getHeight();
        relocate(Math.clamp(left, EDGE, Math.max(EDGE, width - getWidth() - EDGE)),
                Math.clamp(top, EDGE, Math.max(EDGE, height - getHeight() - EDGE)));
    }
}
