package dev.crescent.ui.points;

import dev.crescent.experiment.Task;
import dev.crescent.ui.ClassDot;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import dev.crescent.ui.WholeText;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What the model says at the pinned place: a bar and a probability a class, or a value.
public final class PinnedCard extends VBox {
    private static final double NAME = 56;
    private static final double VALUE = 48;

    private final Label name1 = new Label();
    private final Label name2 = new Label();
    private final HBox place = new HBox(4);
    private final HBox baseline = new HBox(place);
    private final GridPane columns = new GridPane(8, 2);
    private final Label x1 = new Label();
    private final Label x2 = new Label();
    private final VBox rows = new VBox(4);
    private final List<Row> lines = new ArrayList<>();
    private Palette palette = Palette.of(Theme.LIGHT);
    private Runnable onClose = () -> {};

    /// One output's line.
    private record Row(ClassDot dot, Label name, LevelBar bar, Label value) {}

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
        Hint.give(close, Texts.get("pinned.close"));
        close.setOnAction(e -> onClose.run());
        place.setAlignment(Pos.BASELINE_LEFT);
        baseline.setAlignment(Pos.CENTER);
        HBox header = new HBox(4, title, space, baseline, close);
        header.setAlignment(Pos.CENTER_LEFT);
        HBox.setMargin(close, new Insets(-4, -6, -4, 0));
        muted(x1);
        muted(x2);
        for (Label name : List.of(name1, name2)) {
            name.setMinWidth(0);
            HBox.setHgrow(name, Priority.SOMETIMES);
            WholeText.whenCut(name);
        }
        columns.getColumnConstraints().setAll(new ColumnConstraints(), new ColumnConstraints());
        columns.getColumnConstraints().getFirst().setHgrow(Priority.ALWAYS);
        columns.getColumnConstraints().getLast().setHalignment(HPos.RIGHT);
        getChildren().setAll(header, columns, rows);
        showAxes(Axes.PLAIN);
    }

    /// Names the coordinates: variables stand in the title's line, words in lines of their own.
    public void showAxes(Axes axes) {
        AxisName.show(name1, axes.x1(), axes);
        AxisName.show(name2, axes.x2(), axes);
        place.getChildren().clear();
        columns.getChildren().clear();
        if (axes.named()) {
            columns.addRow(0, name1, x1);
            columns.addRow(1, name2, x2);
        } else {
            place.getChildren().setAll(name1, x1, name2, x2);
        }
        columns.setVisible(axes.named());
        columns.setManaged(axes.named());
    }

    /// What the cross in the corner does; the card does not hide itself.
    public void setOnClose(Runnable action) {
        onClose = action;
    }

    public void setTheme(Palette colors) {
        palette = colors;
        for (int k = 0; k < lines.size(); k++) {
            lines.get(k).dot.show(colors, k);
            lines.get(k).bar.setFill(colors.classColor(k));
        }
    }

    /// Shows a place and the outputs there.
    ///
    /// @param outputs one probability a class, or the one value of a regression
    /// @param shown the part of the plane on screen, which says how exact the coordinates need to be
    public void show(double atX1, double atX2, dev.crescent.insight.Region shown, Task task, List<String> classNames,
            double[] outputs) {
        x1.setText(Axes.x1(atX1, shown));
        x2.setText(Axes.x2(atX2, shown));
        boolean classes = task == Task.CLASSIFICATION;
        if (lines.size() != outputs.length || !lines.isEmpty() && lines.getFirst().bar.isVisible() != classes) {
            rebuild(outputs.length, classes);
        }
        for (int k = 0; k < outputs.length; k++) {
            Row row = lines.get(k);
            row.name.setText(classes ? OutputNames.of(classNames, k) : Texts.get("output.value"));
            row.value.setText(OutputNames.output(task, outputs[k]));
            row.bar.setLevel(outputs[k]);
        }
    }

    private void rebuild(int count, boolean classes) {
        lines.clear();
        rows.getChildren().clear();
        for (int k = 0; k < count; k++) {
            ClassDot dot = new ClassDot(4.5, palette, k);
            dot.setVisible(classes);
            dot.setManaged(classes);
            Label name = new Label();
            name.setMinWidth(NAME);
            name.setMaxWidth(2 * NAME);
            WholeText.whenCut(name);
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
            lines.add(new Row(dot, name, bar, value));
            rows.getChildren().add(line);
        }
    }

    private static void muted(Label label) {
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
    }
}
