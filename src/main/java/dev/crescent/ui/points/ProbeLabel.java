package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.insight.Region;
import dev.crescent.ui.ClassDot;
import dev.crescent.ui.HoverCard;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/// The little card beside the mouse: where it is, and what the model says there.
final class ProbeLabel extends HoverCard {
    private static final double NAME = 140;

    private final Label names1 = new Label();
    private final Label names2 = new Label();
    private final GridPane where = new GridPane(6, 2);
    private final Label x1 = new Label();
    private final Label x2 = new Label();
    private final GridPane outputs = new GridPane(8, 2);
    private final List<ClassDot> dots = new ArrayList<>();
    private final List<Label> names = new ArrayList<>();
    private final List<Label> values = new ArrayList<>();
    private Axes axes = Axes.PLAIN;

    ProbeLabel() {
        super(4);
        names1.setMaxWidth(NAME);
        names2.setMaxWidth(NAME);
        getChildren().setAll(where, outputs);
        showAxes(Axes.PLAIN);
    }

    /// All of its words, line by line, as a screen reader says them.
    String text() {
        StringBuilder text = new StringBuilder(names1.getText()).append(' ').append(x1.getText()).append(' ')
                .append(names2.getText()).append(' ').append(x2.getText());
        for (int k = 0; k < values.size(); k++) {
            text.append('\n').append(names.get(k).getText()).append(' ').append(values.get(k).getText());
        }
        return text.toString();
    }

    /// @param region on screen, which says how exact the coordinates need to be
    void showPlace(Axes names, Region region, Spot spot) {
        if (!names.equals(axes)) {
            showAxes(names);
        }
        x1.setText(Axes.x1(spot.x1(), region));
        x2.setText(Axes.x2(spot.x2(), region));
    }

    /// Variables stand side by side, words below each other.
    private void showAxes(Axes to) {
        axes = to;
        where.getChildren().clear();
        AxisName.show(names1, to.x1(), to);
        AxisName.show(names2, to.x2(), to);
        if (to.named()) {
            where.addRow(0, names1, x1);
            where.addRow(1, names2, x2);
        } else {
            where.addRow(0, names1, x1, names2, x2);
        }
    }

    /// @param now one probability a class, or the one value of a regression
    void show(double[] now, Task task, List<String> classNames, Palette palette) {
        boolean classes = task == Task.CLASSIFICATION;
        rows(now.length, classes);
        for (int k = 0; k < now.length; k++) {
            dots.get(k).show(palette, k);
            names.get(k).setText(classes ? OutputNames.of(classNames, k) : Texts.get("output.value"));
            values.get(k).setText(OutputNames.output(task, now[k]));
        }
        setVisible(true);
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
            ClassDot dot = new ClassDot(4, Palette.of(Theme.LIGHT), dots.size());
            dot.setVisible(classes);
            dot.setManaged(classes);
            Label name = new Label("", dot);
            name.getStyleClass().add("muted");
            name.setMaxWidth(NAME);
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
}
