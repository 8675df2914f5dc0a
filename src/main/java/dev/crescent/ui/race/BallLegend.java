package dev.crescent.ui.race;

import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Whose ball is whose, in large type.
public final class BallLegend extends VBox {
    private static final double RADIUS = 14;

    private List<Ball> balls = List.of();
    private Palette palette = Palette.of(Theme.DARK);

    /// A racer.
    ///
    /// @param color its number among the tracks' colors
    public record Ball(String letter, String name, int color) {}

    public BallLegend() {
        super(10);
        getStyleClass().add("ball-legend");
        setMouseTransparent(true);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    public void setTheme(Palette colors) {
        palette = colors;
        draw();
    }

    public void show(List<Ball> next) {
        if (!next.equals(balls)) {
            balls = List.copyOf(next);
            draw();
        }
    }

    private void draw() {
        List<Node> rows = new ArrayList<>();
        for (Ball ball : balls) {
            BallBadge badge = new BallBadge(RADIUS);
            badge.show(ball.letter(), ball.color(), palette);
            Label name = new Label(ball.name(), badge);
            name.setGraphicTextGap(12);
            name.setAlignment(Pos.CENTER_LEFT);
            rows.add(name);
        }
        getChildren().setAll(rows);
    }
}
