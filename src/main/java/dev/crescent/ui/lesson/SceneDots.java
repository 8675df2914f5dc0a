package dev.crescent.ui.lesson;

import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// How far the talk is: a dot a scene, the one that is shown drawn long, those that were shown brighter.
public final class SceneDots extends HBox {
    private static final double DOT = 10.0 / 1080;
    private static final double LEAST = 5;
    private static final double LONG = 4;
    /// More dots are a line.
    private static final int MOST = 40;

    private int count;
    private int current;
    private double size = LEAST;

    public SceneDots() {
        setAlignment(Pos.CENTER);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setId("stage.dots");
    }

    /// Shows which scene is on.
    ///
    /// @param now from 0 to below `scenes`
    public void show(int now, int scenes) {
        count = scenes;
        current = now;
        setAccessibleText(Texts.get("stage.scene", now + 1, scenes));
        draw();
    }

    void fit(double height) {
        double next = Math.max(LEAST, Math.rint(DOT * height));
        if (next != size) {
            size = next;
            draw();
        }
    }

    private void draw() {
        setSpacing(1.6 * size);
        List<Region> dots = new ArrayList<>();
        for (int i = 0; i < count && count <= MOST && count > 1; i++) {
            Region dot = new Region();
            dot.getStyleClass().addAll("scene-dot", i < current ? "past" : i == current ? "now" : "next");
            dot.setMinSize(i == current ? LONG * size : size, size);
            dot.setPrefSize(i == current ? LONG * size : size, size);
            dot.setMaxHeight(size);
            dots.add(dot);
        }
        getChildren().setAll(dots);
    }
}
