package dev.crescent.ui.bars;

import dev.crescent.experiment.Optimizer;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Switch;
import dev.crescent.ui.Texts;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The settings of an optimizer beyond its learning rate, as rows of a form.
final class OptimizerRows {
    private final BiConsumer<Optimizer, String> change;
    private final Runnable again;

    private OptimizerRows(BiConsumer<Optimizer, String> change, Runnable again) {
        this.change = change;
        this.again = again;
    }

    /// @param change takes the optimizer with another setting, and what changed, a few words
    /// @param again builds the form anew, as its rows may be others now
    static List<Node> of(Optimizer optimizer, BiConsumer<Optimizer, String> change, Runnable again) {
        return new OptimizerRows(change, again).rows(optimizer);
    }

    private List<Node> rows(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> List.of(
                    number("momentum", sgd.momentum(), value ->
                            new Optimizer.Sgd(sgd.learningRate(), value, sgd.nesterov() && value > 0)),
                    nesterov(sgd));
            case Optimizer.RmsProp r -> List.of(number("rho", r.rho(), value ->
                    new Optimizer.RmsProp(r.learningRate(), value, r.epsilonInside())));
            case Optimizer.AdaGrad _ -> List.of(note(Texts.get("optimizer.nothing")));
            case Optimizer.AdaDelta a -> List.of(number("rho", a.rho(), value ->
                    new Optimizer.AdaDelta(a.learningRate(), value)));
            case Optimizer.Adam a -> List.of(
                    number("beta1", a.beta1(), v -> new Optimizer.Adam(a.learningRate(), v, a.beta2())),
                    number("beta2", a.beta2(), v -> new Optimizer.Adam(a.learningRate(), a.beta1(), v)));
            case Optimizer.AdamW a -> List.of(
                    number("beta1", a.beta1(), v ->
                            new Optimizer.AdamW(a.learningRate(), v, a.beta2(), a.weightDecay())),
                    number("beta2", a.beta2(), v ->
                            new Optimizer.AdamW(a.learningRate(), a.beta1(), v, a.weightDecay())),
                    number("weightDecay", a.weightDecay(), v ->
                            new Optimizer.AdamW(a.learningRate(), a.beta1(), a.beta2(), v)));
            case Optimizer.NAdam a -> List.of(
                    number("beta1", a.beta1(), v -> new Optimizer.NAdam(a.learningRate(), v, a.beta2())),
                    number("beta2", a.beta2(), v -> new Optimizer.NAdam(a.learningRate(), a.beta1(), v)));
            case Optimizer.Lion a -> List.of(
                    number("beta1", a.beta1(), v -> new Optimizer.Lion(a.learningRate(), v, a.beta2())),
                    number("beta2", a.beta2(), v -> new Optimizer.Lion(a.learningRate(), a.beta1(), v)));
        };
    }

    private Node number(String key, double value, DoubleFunction<Optimizer> with) {
        return new NumberRow(Texts.get("optimizer." + key), Texts.get("optimizer." + key + "Hint"), value, typed -> {
            change.accept(with.apply(typed), Texts.get("optimizer." + key) + " " + Numbers.exact(typed));
            again.run();
        });
    }

    private Node nesterov(Optimizer.Sgd sgd) {
        Switch box = new Switch();
        box.setSelected(sgd.nesterov());
        box.setDisable(sgd.momentum() == 0);
        Hint.give(box, Texts.get("optimizer.nesterovHint"));
        box.selectedProperty().subscribe((was, is) -> {
            change.accept(new Optimizer.Sgd(sgd.learningRate(), sgd.momentum(), is), is ? "Nesterov" : "Momentum");
            again.run();
        });
        return row("Nesterov", box);
    }

    /// A name and its control.
    static Node row(String name, Node control) {
        Label label = note(name);
        label.setLabelFor(control);
        control.setAccessibleText(name);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox row = new HBox(12, label, space, control);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label note(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    static Region line() {
        Region line = new Region();
        line.getStyleClass().add("group-line");
        return line;
    }
}
