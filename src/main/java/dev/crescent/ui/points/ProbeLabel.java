package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.insight.OutputField;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// The little card beside the mouse: where it is, and what the model says there.
final class ProbeLabel extends VBox {
    private static final double GAP = 14;

    private final Label x1 = new Label();
    private final Label x2 = new Label();
    private final GridPane outputs = new GridPane(8, 2);
    private final List<Circle> dots = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();

    ProbeLabel() {
        super(4);
        getStyleClass().add("tooltip-label");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        HBox where = new HBox(6, name("axis.x1"), x1, name("axis.x2"), x2);
        where.setAlignment(Pos.BASELINE_LEFT);
        getChildren().setAll(where, outputs);
    }

    /// The texts of all rows, for tests and for screen readers.
    String text() {
        StringBuilder text = new StringBuilder(x1.getText()).append(' ').append(x2.getText());
        for (int k = 0; k < values.size(); k++) {
            text.append('\n').append(names.get(k).getText()).append(' ').append(values.get(k).getText());
        }
        return text.toString();
    }

    void show(OutputField field, List<String> classNames, Palette palette, double atX1, double atX2) {
        double[] now = field.outputsAt(atX1, atX2);
        boolean classes = field.task() == Task.CLASSIFICATION;
        rows(now.length, classes);
        x1.setText(OutputNames.coordinate(atX1));
        x2.setText(OutputNames.coordinate(atX2));
        for (int k = 0; k < now.length; k++) {
            dots.get(k).setFill(palette.classColor(k));
            names.get(k).setText(classes ? OutputNames.of(classNames, k) : Texts.get("output.value"));
            values.get(k).setText(OutputNames.output(field.task(), now[k]));
        }
        setVisible(true);
    }

    /// Lies to the lower right of the point, or on another side where there is no room within `size`.
    void place(double x, double y, double size) {
        applyCss();
        autosize();
        layout();
        double left = x + GAP + getWidth() <= size ? x + GAP : x - GAP - getWidth();
        double top = y + GAP + getHeight() <= size ? y + GAP : y - GAP - getHeight();
        relocate(Math.clamp(left, 4, Math.max(4, size - getWidth() - 4)),
                Math.clamp(top, 4, Math.max(4, size - getHeight() - 4)));
    }

    private void rows(int count, boolean classes) {
        if (values.size() == count && dots.getFirst().isVisible() == classes) {
            return;
        }
        outputs.getChildren().clear();
        dots.clear();
        names.clear();
        values.clear();
        for (int k = 0; k < count; k++) {
            Circle dot = new Circle(4);
            dot.setVisible(classes);
            dot.setManaged(classes);
            Label name = new Label("", dot);
            name.getStyleClass().add("muted");
            name.setMaxWidth(140);
            Label value = new Label();
            value.getStyleClass().add("value");
            value.setMaxWidth(Double.MAX_VALUE);
            value.setAlignment(Pos.CENTER_RIGHT);
            dots.add(dot);
            names.add(name);
            values.add(value);
            outputs.addRow(k, name, value);
        }
    }

    private static Label name(String key) {
        Label label = new Label(Texts.get(key));
        label.getStyleClass().addAll("formula", "muted");
        return label;
    }
}
