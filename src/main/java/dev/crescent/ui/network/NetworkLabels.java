package dev.crescent.ui.network;

import dev.crescent.experiment.Activation;
import dev.crescent.ui.ClassDot;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.ShapeText;
import dev.crescent.ui.Texts;
import dev.crescent.ui.theme.Fonts;
import dev.crescent.ui.theme.Palette;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The words beside the units: features' names on the left, outputs' names and values on the right.
final class NetworkLabels extends Pane {
    private static final double LEAST_PITCH = 15;
    private static final double GAP = 9;
    private static final double DOT_ROOM = 14;
    /// How much of the view's width the names beside one of the outer columns may take.
    private static final double MOST_LEFT = 0.16;
    private static final double MOST_RIGHT = 0.21;
    private static final double LINE = 20;

    private final List<Output> outputs = new ArrayList<>();
    private Activation activation = Activation.LINEAR;

    private record Output(Label name, ClassDot dot, Label value, VBox box) {}

    NetworkLabels() {
        getStyleClass().add("network-labels");
        setManaged(false);
        setPickOnBounds(false);
    }

    /// How much room the features' names ask for in a view of some width.
    static double leftRoom(List<InputName> inputNames, double width) {
        double most = 0;
        for (InputName name : inputNames.subList(0, Math.min(64, inputNames.size()))) {
            most = Math.max(most, FeatureName.width(name));
        }
        return Math.min(MOST_LEFT * width, most) + GAP;
    }

    /// How much room the outputs' names and values ask for.
    static double rightRoom(List<String> outputNames, double width) {
        double most = measure(Numbers.percent(1, 0), Fonts.bold(13));
        for (String name : outputNames.subList(0, Math.min(64, outputNames.size()))) {
            most = Math.max(most, measure(name, Fonts.sans(13)) + DOT_ROOM);
        }
        return Math.min(MOST_RIGHT * width, most) + GAP;
    }

    static double measure(String name, Font font) {
        Text text = new Text(name);
        text.setFont(font);
        return Math.ceil(text.getLayoutBounds().getWidth()) + 2;
    }

    /// @param classes whether outputs are classes, which have a color
    void show(List<InputName> inputNames, List<String> outputNames, NetworkLayout layout, Palette palette,
              Activation outputActivation, boolean classes) {
        activation = outputActivation;
        getChildren().clear();
        outputs.clear();
        showFeatures(inputNames, layout.columns().getFirst());
        showOutputs(outputNames, layout.columns().getLast(), palette, classes);
    }

    private void showFeatures(List<InputName> inputNames, NetworkLayout.Column column) {
        if (column.height() + column.gap() < LEAST_PITCH) {
            return;
        }
        double right = column.centerX() - column.width() / 2 - GAP;
        double room = Math.max(0, right - NetworkLayout.EDGE);
        for (int i = 0; i < Math.min(column.shown(), inputNames.size()); i++) {
            FeatureName label = new FeatureName(inputNames.get(i), room);
            double width = Math.min(room, label.prefWidth(-1));
            label.setManaged(false);
            label.resizeRelocate(Math.rint(right - width), Math.rint(column.portY(i)) - 10, width, 20);
            getChildren().add(label);
        }
    }

    /// Says all of what there is no room for when the mouse is there.
    static void tell(Node cut, String whole) {
        cut.setMouseTransparent(false);
        Tooltip.install(cut, new Tooltip(whole));
    }

    private void showOutputs(List<String> outputNames, NetworkLayout.Column column, Palette palette, boolean classes) {
        double pitch = column.height() + column.gap();
        boolean single = column.shown() == 1 && outputNames.size() == 2;
        for (int k = 0; k < column.shown(); k++) {
            int named = single ? 1 : k;
            double left = Math.ceil(column.unit(k).right() + GAP);
            double room = column.across() > 1 ? column.pitch() - column.width() - GAP
                    : Math.max(0, getWidth() - NetworkLayout.EDGE - left);
            ClassDot dot = new ClassDot(4, palette, named);
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
            name.setMinHeight(USE_PREF_SIZE);
            double height = LINE * (name.getText().lines().count() + (pitch >= 40 ? 1 : 0));
            box.resizeRelocate(left, Math.rint(column.portY(k)) - height / 2, room, height);
            box.setMouseTransparent(true);
            if (measure(name.getText(), Fonts.sans(13)) + DOT_ROOM > room + 2) {
                tell(box, name.getText());
            }
            outputs.add(new Output(name, dot, value, box));
            getChildren().add(box);
        }
    }

    /// Says below each card what its layer gives out, such as "8 x 24 x 24", closer where there is less room.
    void showShapes(Structure structure, NetworkLayout layout) {
        // The image's own card has its shape, but where it is too narrow.
        int first = layout.size() == NetworkLayout.CardSize.TINY ? 0 : 1;
        for (int i = first; i < layout.shapes().size(); i++) {
            Box box = layout.shapes().get(i);
            String shape = ShapeText.of(structure.shapeOf(i));
            Label label = new Label(measure(shape, Fonts.caption()) <= box.width() ? shape : ImageLayout.close(shape));
            label.getStyleClass().addAll("caption", "layer-shape");
            label.setManaged(false);
            label.setMouseTransparent(true);
            label.setAlignment(Pos.CENTER);
            label.resizeRelocate(box.x(), box.y(), box.width(), box.height());
            getChildren().add(label);
        }
    }

    /// Says under a column how many of its units there was no room for.
    void showMore(NetworkLayout.Column column, int hidden) {
        Label label = new Label(Texts.get("network.more", hidden));
        label.getStyleClass().add("caption");
        label.setManaged(false);
        label.setMouseTransparent(true);
        label.setAlignment(Pos.CENTER);
        label.resizeRelocate(column.centerX() - 52, column.bottom() + NetworkLayout.MORE_GAP, 104, 16);
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

    /// The outputs' values as they are written.
    List<String> values() {
        return outputs.stream().map(output -> output.value().getText()).toList();
    }
}
