package dev.crescent.ui.bars;

import dev.crescent.experiment.Optimizer;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.jspecify.annotations.Nullable;

/// The settings of one optimizer of a race, in a card beside its name: kind, learning rate and whatever else it has, and
/// a button that takes it out. Changes apply at once.
public final class RacerForm {
    private final VBox content = new VBox(8);
    private @Nullable PopOver card;
    private Optimizer optimizer = Choices.optimizers(1).getFirst();
    private Listener listener = new Listener() {};

    public RacerForm() {
        content.getStyleClass().add("popover-card");
        content.setMinWidth(272);
        // A closed combo box keeps the key to itself.
        content.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            boolean choosing = e.getTarget() instanceof ComboBox<?> box && box.isShowing();
            if (e.getCode() == KeyCode.ESCAPE && !choosing) {
                close();
                e.consume();
            }
        });
    }

    /// What the user sets; every method may be left out.
    public interface Listener {
        /// Another kind is wanted, at whatever rate suits it.
        ///
        /// @return the optimizer as it is now
        default Optimizer kindChosen(Optimizer kind) {
            return kind;
        }

        /// Another setting is wanted.
        default void changed(Optimizer next) {}

        default void removed() {}
    }

    /// Opens it beside a node, which must be shown.
    ///
    /// @param removable false for the last one of a race
    public void open(Node beside, Optimizer now, boolean removable, Listener next) {
        close();
        optimizer = now;
        listener = next;
        fill(removable);
        card = FormCard.show(content, PopOver.ArrowLocation.BOTTOM_LEFT, beside);
        content.lookupAll(".combo-box").stream().findFirst().ifPresent(Node::requestFocus);
    }

    /// Closes it if it is open.
    ///
    /// @return whether it was
    public boolean dismiss() {
        boolean open = card != null && card.isShowing();
        close();
        return open;
    }

    public void close() {
        Optional.ofNullable(card).ifPresent(PopOver::hide);
        card = null;
    }

    private void fill(boolean removable) {
        List<Node> rows = new ArrayList<>();
        rows.add(OptimizerRows.row(Texts.get("set.optimizer"), kinds(removable)));
        rows.add(new NumberRow(Texts.get("set.rate"), Texts.get("set.rateHint"), optimizer.learningRate(), value -> {
            optimizer = optimizer.withLearningRate(value);
            listener.changed(optimizer);
        }));
        rows.addAll(OptimizerRows.of(optimizer, (next, what) -> {
            optimizer = next.withLearningRate(optimizer.learningRate());
            listener.changed(optimizer);
        }, () -> fill(removable)));
        Button remove = new Button(Texts.get("race.remove"));
        remove.setId("racer.remove");
        remove.getStyleClass().add("danger");
        remove.setDisable(!removable);
        remove.setMaxWidth(Double.MAX_VALUE);
        remove.setOnAction(e -> {
            close();
            listener.removed();
        });
        rows.add(OptimizerRows.line());
        rows.add(remove);
        content.getChildren().setAll(rows);
    }

    private ComboBox<String> kinds(boolean removable) {
        List<Optimizer> kinds = Choices.optimizers(optimizer.learningRate());
        ComboBox<String> box = new ComboBox<>();
        kinds.forEach(kind -> box.getItems().add(Choices.name(kind)));
        box.setValue(Choices.name(optimizer));
        box.setId("racer.kind");
        box.getStyleClass().add("small-control");
        box.setOnAction(e -> {
            optimizer = listener.kindChosen(kinds.get(box.getSelectionModel().getSelectedIndex()));
            fill(removable);
        });
        return box;
    }
}
