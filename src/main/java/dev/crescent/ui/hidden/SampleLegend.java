package dev.crescent.ui.hidden;

import dev.crescent.experiment.Task;
import dev.crescent.insight.Ticks;
import dev.crescent.ui.ClassDot;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.WrapRow;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// What the points' colors mean, and how training and test samples differ: one row, or more where it is narrow.
final class SampleLegend extends StackPane {
    private static final int STOPS = 9;

    private final WrapRow row = new WrapRow(16, 4);

    SampleLegend() {
        getChildren().setAll(row);
    }

    void show(PointsModel points, Palette palette) {
        List<Node> colors = new ArrayList<>();
        if (points.task() == Task.REGRESSION) {
            colors.add(values(points, palette));
        } else {
            for (int k = 0; k < points.classNames().size(); k++) {
                colors.add(caption(points.className(k), new ClassDot(4.5, palette, k)));
            }
        }
        Circle ring = new Circle(3.5, Color.TRANSPARENT);
        ring.setStroke(palette.fgMuted());
        ring.setStrokeWidth(1.5);
        row.show(colors, List.of(caption(Texts.get("legend.training"), new Circle(4, palette.fgMuted())),
                caption(Texts.get("legend.test"), ring)));
    }

    private static HBox values(PointsModel points, Palette palette) {
        Stop[] stops = new Stop[STOPS];
        for (int i = 0; i < STOPS; i++) {
            double share = i / (STOPS - 1.0);
            stops[i] = new Stop(share, palette.weightColor(2 * share - 1));
        }
        Rectangle bar = new Rectangle(120, 10, new LinearGradient(0, 0, 1, 0, true, CycleMethod.NO_CYCLE, stops));
        bar.setArcWidth(6);
        bar.setArcHeight(6);
        double step = Ticks.step((points.valueMax() - points.valueMin()) / 20);
        HBox row = new HBox(8, caption(Numbers.tick(points.valueMin(), step), null), bar,
                caption(Numbers.tick(points.valueMax(), step), null));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label caption(String text, @Nullable Node graphic) {
        Label label = new Label(text, graphic);
        label.getStyleClass().add("caption");
        return label;
    }
}
