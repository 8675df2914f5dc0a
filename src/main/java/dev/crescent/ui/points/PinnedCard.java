package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the model says at the pinned place: a bar and a probability a class, or a value.
public final class PinnedCard extends VBox {
    private static final double NAME = 56;
    private static final double VALUE = 48;

    private final Label x1 = new Label();
    private final Label x2 = new Label();
    private final VBox rows = new VBox(4);
    private final List<Row> shown = new ArrayList<>();
    private Palette palette = Palette.of(Theme.LIGHT);
    private Runnable onClose = () -> {};

    /// One output's line.
    private record Row(Circle dot, Label name, LevelBar bar, Label value) {}

    public PinnedCard() {
        super(8);
        getStyleClass().addAll("card", "pinned-card");
        Label title = new Label(Texts.get("pinned.title"), new FontIcon(Feather.CROSSHAIR));
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = new Button("", new FontIcon(Feather.X));
        close.getStyleClass().addAll("icon-button", "small-control", "pinned-close");
        close.setAccessibleText(Texts.get("pinned.close"));
        close.setTooltip(new Tooltip(Texts.get("pinned.close")));
        close.setOnAction(e -> onClose.run());
        HBox place = new HBox(4, axis("axis.x1"), muted(x1), axis("axis.x2"), muted(x2));
        place.setAlignment(Pos.BASELINE_LEFT);
        HBox baseline = new HBox(place);
        baseline.setAlignment(Pos.CENTER);
        HBox header = new HBox(4, title, space, baseline, close);
        header.setAlignment(Pos.CENTER_LEFT);
        HBox.setMargin(close, new Insets(-4, -6, -4, 0));
        getChildren().setAll(header, rows);
    }

    /// What the cross in the corner does; the card does not hide itself.
    public void setOnClose(Runnable action) {
        onClose = action;
    }

    public void setTheme(Palette colors) {
        palette = colors;
        for (int k = 0; k < shown.size(); k++) {
            shown.get(k).dot.setFill(colors.classColor(k));
            shown.get(k).bar.setFill(colors.classColor(k));
        }
    }

    /// Shows a place and the outputs there.
    ///
    /// @param outputs one probability a class, or the one value of a regression
    public void show(double atX1, double atX2, Task task, List<String> classNames, double[] outputs) {
        x1.setText(OutputNames.coordinate(atX1));
        x2.setText(OutputNames.coordinate(atX2));
        boolean classes = task == Task.CLASSIFICATION;
        if (shown.size() != outputs.length || !shown.isEmpty() && shown.getFirst().bar.isVisible() != classes) {
            rebuild(outputs.length, classes);
        }
        for (int k = 0; k < outputs.length; k++) {
            Row row = shown.get(k);
            row.name.setText(classes ? OutputNames.of(classNames, k) : Texts.get("output.value"));
            row.value.setText(OutputNames.output(task, outputs[k]));
            row.bar.setLevel(outputs[k]);
        }
    }

    private void rebuild(int count, boolean classes) {
        shown.clear();
        rows.getChildren().clear();
        for (int k = 0; k < count; k++) {
            Circle dot = new Circle(4.5, palette.classColor(k));
            dot.setVisible(classes);
            dot.setManaged(classes);
            Label name = new Label();
            name.setMinWidth(NAME);
            name.setMaxWidth(2 * NAME);
            LevelBar bar = new LevelBar();
            bar.setFill(palette.classColor(k));
            bar.setVisible(classes);
            HBox.setHgrow(bar, Priority.ALWAYS);
            Label value = new Label();
            value.getStyleClass().add("value");
            value.setMinWidth(VALUE);
            value.setAlignment(Pos.CENTER_RIGHT);
            HBox line = new HBox(8, dot, name, bar, value);
            line.setAlignment(Pos.CENTER_LEFT);
            shown.add(new Row(dot, name, bar, value));
            rows.getChildren().add(line);
        }
    }

    private static Label axis(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().addAll("formula", "muted");
        return label;
    }

    private static Label muted(Label label) {
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
