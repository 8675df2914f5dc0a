package dev.crescent.ui.network;

import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Padding;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How a filter or a pooling window moves over the image: its stride, and what it does at the border.
final class WindowRows extends VBox {
    private static final int MOST_STRIDE = 15;

    private final Edit edit;
    private final Runnable onResize;
    private final Stepper stride;
    private final ComboBox<String> padding = new ComboBox<>();
    private final HBox paddingRow;
    private final Label problem = LayerForm.problem();
    private String kept = Padding.VALID.id();
    private boolean showing;

    /// Changes the layer, or answers why that is not possible.
    @FunctionalInterface
    interface Edit {
        Optional<String> apply(UnaryOperator<Layer> change, String what);
    }

    /// @param onResize the rows have become higher or lower
    WindowRows(Edit edit, Runnable onResize) {
        super(8);
        this.edit = edit;
        this.onResize = onResize;
        stride = new Stepper(Texts.get("network.stride"), this::chooseStride, onResize);
        stride.setId("layer.stride");
        stride.setPrefWidth(LayerForm.STEPPER);
        stride.setMinWidth(LayerForm.STEPPER);
        padding.setId("layer.padding");
        padding.getItems().setAll(Arrays.stream(Padding.values()).map(Padding::id).toList());
        padding.setMaxWidth(Double.MAX_VALUE);
        Hint.give(padding, Texts.get("network.paddingHint"));
        padding.setOnAction(e -> choosePadding());
        paddingRow = LayerForm.row("network.padding", padding);
        getChildren().setAll(LayerForm.row("network.stride", new HBox(), stride), stride.problem(), paddingRow, problem);
    }

    private Optional<String> chooseStride(int value) {
        return edit.apply(layer -> switch (layer) {
            case Layer.Conv c -> new Layer.Conv(c.filters(), c.kernel(), value, c.padding(), c.activation(), c.initializer(),
                    c.bias(), c.biasInitializer());
            case Layer.MaxPool p -> new Layer.MaxPool(p.size(), value, p.rounding());
            case Layer.Dense _, Layer.Maxout _, Layer.Dropout _, Layer.Noise _, Layer.BatchNorm _, Layer.Flatten _ -> layer;
        }, Texts.get("network.did.stride", value));
    }

    private void choosePadding() {
        if (showing || padding.getValue() == null) {
            return;
        }
        Padding value = Padding.values()[padding.getSelectionModel().getSelectedIndex()];
        Optional<String> refusal = edit.apply(layer -> layer instanceof Layer.Conv c
                ? new Layer.Conv(c.filters(), c.kernel(), c.stride(), value, c.activation(), c.initializer(), c.bias(),
                        c.biasInitializer()) : layer, Texts.get("network.did.padding", value.id()));
        refusal.ifPresent(sentence -> {
            showing = true;
            padding.setValue(kept);
            showing = false;
            say(sentence);
        });
    }

    private void say(String sentence) {
        LayerForm.say(problem, sentence);
        onResize.run();
    }

    /// Shows a layer's window; nothing of a layer without one.
    void show(Layer layer) {
        showing = true;
        boolean conv = layer instanceof Layer.Conv;
        LayerForm.show(this, conv || layer instanceof Layer.MaxPool);
        LayerForm.show(paddingRow, conv);
        LayerForm.say(problem, "");
        if (layer instanceof Layer.Conv c) {
            stride.show(c.stride(), 1, MOST_STRIDE);
            kept = c.padding().id();
            padding.setValue(kept);
        } else if (layer instanceof Layer.MaxPool p) {
            stride.show(p.stride(), 1, MOST_STRIDE);
        }
        showing = false;
    }
}
