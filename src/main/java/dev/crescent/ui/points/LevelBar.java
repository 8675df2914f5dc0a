package dev.crescent.ui.points;

import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/// A thin bar, filled from the left to a level from 0 to 1.
final class LevelBar extends Pane {
    private static final double THICK = 8;

    private final Region level = new Region();
    private double share;

    LevelBar() {
        getStyleClass().add("level-track");
        setMinSize(24, THICK);
        setPrefHeight(THICK);
        setMaxHeight(THICK);
        level.setManaged(false);
        getChildren().setAll(level);
    }

    void setFill(Color color) {
        level.setBackground(new Background(new BackgroundFill(color, new CornerRadii(THICK / 2), Insets.EMPTY)));
    }

    /// Fills up to a share; what is not a number counts as 0.
    void setLevel(double to) {
        share = to > 0 ? Math.min(1, to) : 0;
        place();
    }

    private void place() {
        level.resizeRelocate(0, 0, share > 0 ? Math.max(2, share * getWidth()) : 0, THICK);
    }

    @Override
    protected void layoutChildren() {
        place();
    }
}
