package dev.crescent.ui.network;

import dev.crescent.experiment.Activation;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The words beside the units: features' names on the left, outputs' names and values on the right.
final class NetworkLabels extends Pane {
    private static final double MOST = 76;
    private static final double LEAST_PITCH = 15;
    private static final double GAP = 9;

    private final List<Label> names = new ArrayList<>();
    private final List<Output> outputs = new ArrayList<>();
    private final List<Label> more = new ArrayList<>();
    private Activation activation = Activation.LINEAR;

    private record Output(Label name, Circle dot, Label value, VBox box) {}

    NetworkLabels() {
        getStyleClass().add("network-labels");
        setManaged(false);
        setMouseTransparent(true);
    }

    /// How wide the features' names are.
    static double leftRoom(List<String> inputNames) {
        double most = 0;
        for (String name : inputNames.subList(0, Math.min(64, inputNames.size()))) {
            most = Math.max(most, measure(MathNames.pretty(name), MathNames.isFormula(name)));
        }
        return Math.min(MOST, most) + GAP;
    }

    /// How wide the outputs' names and values are.
    static double rightRoom(List<String> outputNames) {
        double most = 38;
        for (String name : outputNames.subList(0, Math.min(64, outputNames.size()))) {
            most = Math.max(most, measure(name, false) + 14);
        }
        return Math.min(MOST, most) + GAP;
    }

    private static double measure(String name, boolean formula) {
        Text text = new Text(name);
        text.setFont(formula ? Fonts.formula(15) : Fonts.sans(13));
        return Math.ceil(text.getLayoutBounds().getWidth()) + 2;
    }

    /// @param classes whether outputs are classes, which have a color
    void show(List<String> inputNames, List<String> outputNames, NetworkLayout layout, Palette palette,
              Activation outputActivation, boolean classes) {
        activation = outputActivation;
        getChildren().clear();
        names.clear();
        outputs.clear();
        more.clear();
        showFeatures(inputNames, layout.columns().getFirst());
        showOutputs(outputNames, layout.columns().getLast(), palette, classes);
    }

    private void showFeatures(List<String> inputNames, NetworkLayout.Column column) {
        if (column.height() + column.gap() < LEAST_PITCH) {
            return;
        }
        for (int i = 0; i < Math.min(column.shown(), inputNames.size()); i++) {
            Label label = new Label(MathNames.pretty(inputNames.get(i)));
            label.getStyleClass().add(MathNames.isFormula(inputNames.get(i)) ? "formula" : "muted");
            label.setAlignment(Pos.CENTER_RIGHT);
            label.setTextOverrun(OverrunStyle.ELLIPSIS);
            double right = column.centerX() - column.width() / 2 - GAP;
            double width = Math.min(MOST, right - 2);
            label.setManaged(false);
            label.resizeRelocate(right - width, Math.rint(column.portY(i)) - 10, width, 20);
            names.add(label);
            getChildren().add(label);
        }
    }

    private void showOutputs(List<String> outputNames, NetworkLayout.Column column, Palette palette, boolean classes) {
        double pitch = column.height() + column.gap();
        boolean single = column.shown() == 1 && outputNames.size() == 2;
        for (int k = 0; k < column.shown(); k++) {
            int named = single ? 1 : k;
            Circle dot = new Circle(4, palette.classColor(named));
            dot.setVisible(classes);
            dot.setManaged(classes);
            Label name = new Label(named < outputNames.size() ? outputNames.get(named) : Integer.toString(k), dot);
            name.getStyleClass().addAll("muted", "output-name");
            Label value = new Label();
            value.getStyleClass().add("value");
            VBox box = new VBox(name);
            if (pitch >= 40) {
                box.getChildren().add(value);
            }
            box.setAlignment(Pos.CENTER_LEFT);
            box.setManaged(false);
            box.setVisible(pitch >= LEAST_PITCH);
            double height = pitch >= 40 ? 40 : 20;
            box.resizeRelocate(column.centerX() + column.width() / 2 + GAP, Math.rint(column.portY(k)) - height / 2, MOST,
                    height);
            outputs.add(new Output(name, dot, value, box));
            getChildren().add(box);
        }
    }

    /// Says under a column how many of its units there was no room for.
    void showMore(NetworkLayout.Column column, int hidden) {
        Label label = new Label(Texts.get("network.more", hidden));
        label.getStyleClass().add("caption");
        label.setManaged(false);
        label.setAlignment(Pos.CENTER);
        label.resizeRelocate(column.centerX() - 40, column.bottom() - 1, 80, 16);
        more.add(label);
        getChildren().add(label);
    }

    /// Writes what each output says at the pinned place.
    ///
    /// @param values null for nothing
    void showValues(float @Nullable [] values) {
        boolean share = activation == Activation.SIGMOID || activation == Activation.SOFTMAX;
        for (int k = 0; k < outputs.size(); k++) {
            String text = values == null || k >= values.length ? ""
                    : share ? Numbers.percent(values[k], 0) : Numbers.fixed(values[k], 2);
            outputs.get(k).value().setText(text);
        }
    }

    /// The values as they are read, for tests and screen readers.
    List<String> values() {
        return outputs.stream().map(output -> output.value().getText()).toList();
    }
}
