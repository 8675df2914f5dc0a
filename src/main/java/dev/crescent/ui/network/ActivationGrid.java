package dev.crescent.ui.network;

import dev.crescent.experiment.Activation;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Texts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// All activations as curves, one of them chosen.
final class ActivationGrid extends GridPane {
    private static final int COLUMNS = 4;
    private static final double WIDTH = 67;
    private static final double HEIGHT = 56;
    private static final List<Activation> OFFERED = List.of(Activation.LINEAR, Activation.RELU, Activation.LEAKY_RELU,
            Activation.ELU, Activation.GELU, Activation.SOFTPLUS, Activation.SIGMOID, Activation.TANH, Activation.SWISH,
            Activation.MISH, Activation.SINE, Activation.SOFTMAX);

    private final Map<Activation, ToggleButton> tiles = new EnumMap<>(Activation.class);

    ActivationGrid(Consumer<Activation> onChoice) {
        getStyleClass().add("activation-grid");
        setHgap(6);
        setVgap(6);
        for (int i = 0; i < OFFERED.size(); i++) {
            Activation activation = OFFERED.get(i);
            ToggleButton tile = new ToggleButton();
            tile.getStyleClass().setAll("tile", "activation-tile");
            tile.setMinSize(WIDTH, HEIGHT);
            tile.setMaxSize(WIDTH, HEIGHT);
            tile.setAccessibleText(activation.id());
            Hint.give(tile, Texts.get("network.activation." + activation.id()));
            tile.setOnAction(e -> {
                // A toggle that is on stays on: there is always one activation.
                tile.setSelected(true);
                onChoice.accept(activation);
            });
            tiles.put(activation, tile);
            add(tile, i % COLUMNS, i / COLUMNS);
        }
        // A filter: a toggle button takes the arrow keys for its group, even if it has none.
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            int by = e.getCode() == KeyCode.LEFT ? -1 : e.getCode() == KeyCode.RIGHT ? 1
                    : e.getCode() == KeyCode.UP ? -COLUMNS : e.getCode() == KeyCode.DOWN ? COLUMNS : 0;
            if (by != 0) {
                focusNext(by);
                e.consume();
            }
        });
    }

    private void focusNext(int by) {
        for (int i = 0; i < OFFERED.size(); i++) {
            int next = i + by;
            if (tile(OFFERED.get(i)).isFocused() && next >= 0 && next < OFFERED.size()) {
                tile(OFFERED.get(next)).requestFocus();
                return;
            }
        }
    }

    ToggleButton tile(Activation activation) {
        ToggleButton tile = tiles.get(activation);
        if (tile == null) {
            throw new IllegalArgumentException(activation.id() + " is not offered");
        }
        return tile;
    }

    /// @param refusal why an activation is not possible here; empty if it is
    void show(Activation chosen, Function<Activation, Optional<String>> refusal) {
        for (Activation activation : OFFERED) {
            ToggleButton tile = tile(activation);
            Optional<String> reason = refusal.apply(activation);
            boolean possible = reason.isEmpty() || activation == chosen;
            boolean same = tile.getGraphic() != null && tile.isDisable() == !possible;
            tile.setSelected(activation == chosen);
            tile.setDisable(!possible);
            if (!same) {
                tile.getStyleClass().removeAll("dashed");
                if (!possible) {
                    tile.getStyleClass().add("dashed");
                }
                tile.setGraphic(picture(activation, possible));
            }
        }
    }

    private static Node picture(Activation activation, boolean possible) {
        Label name = new Label(activation.id());
        name.getStyleClass().add("activation-name");
        VBox box = new VBox(4, possible ? curve(activation) : new FontIcon(Feather.SLASH), name);
        box.setAlignment(Pos.CENTER);
        // A click is the tile's, whatever is done to its picture between press and release.
        box.setMouseTransparent(true);
        return box;
    }

    private static Node curve(Activation activation) {
        Line across = new Line(0, ActivationCurve.zero(activation, 26), 44, ActivationCurve.zero(activation, 26));
        Line up = new Line(22, 0, 22, 26);
        across.getStyleClass().add("activation-axis");
        up.getStyleClass().add("activation-axis");
        Node curve = ActivationCurve.of(activation, 44, 26);
        for (Node each : new Node[] {across, up, curve}) {
            each.setManaged(false);
        }
        Pane pane = new Pane(across, up, curve);
        pane.setMinSize(44, 26);
        pane.setMaxSize(44, 26);
        return pane;
    }
}
