package dev.crescent.ui.network;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.ui.Hint;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Switch;
import dev.crescent.ui.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;

/// Every setting of one layer in one column. Shows what it is told to and asks for changes.
final class LayerForm extends VBox {
    private static final double NAME = 88;
    /// Room for five digits between the buttons.
    static final double STEPPER = 122;
    private static final double MOST_DROPOUT = 0.9;
    private static final double STEP = 0.05;
    /// Files may have larger ones.
    private static final int MOST_KERNEL = 15;

    private final Changes changes;
    private final ComboBox<String> type = new ComboBox<>();
    private final HeldSlider units = new HeldSlider(1, NetworkEdits.OFFERED_UNITS, 1, (v, f) -> setUnits((int) Math.round(v), f));
    private final Stepper unitsField;
    private final Stepper pieces;
    private final ActivationGrid activations;
    private final InitializerBox initializer;
    private final HeldSlider dropout = new HeldSlider(0, MOST_DROPOUT, STEP, this::setDropout);
    private final Label dropoutValue = number();
    private final HeldSlider amount = new HeldSlider(0, 1, STEP, this::setAmount);
    private final Label amountValue = number();
    private final Label amountName = new Label();
    private final Switch bias = new Switch();
    private final Label activationTitle = new Label(Texts.get("network.activation"));
    private final HBox unitsRow;
    private final HBox piecesRow;
    private final HBox initializerRow;
    private final HBox dropoutRow;
    private final HBox amountRow;
    private final HBox biasRow;
    private final WindowRows window;
    private final Label typeProblem = problem();
    private final Label problem = problem();
    private boolean showing;

    /// What the form asks for.
    interface Changes {
        /// The network and the layer's number in it, as they are now.
        Model.Network network();

        int layer();

        /// @param finished false while a drag goes on, all of which is one change
        void change(Model.Network next, String what, boolean finished);

        /// Why a network is not possible; empty if it is.
        Optional<String> refusal(Model.Network next);

        /// Whether images come in.
        boolean seesImages();

        /// The form has become higher or lower.
        void resized();
    }

    LayerForm(Changes changes) {
        super(8);
        this.changes = changes;
        getStyleClass().add("layer-form");
        unitsField = new Stepper(Texts.get("network.unitsName"), n -> changeIfPossible(
                NetworkEdits.withUnits(changes.network(), changes.layer(), n), Texts.get("network.units", n)), changes::resized);
        pieces = new Stepper(Texts.get("network.pieces"), n -> changeIfPossible(
                NetworkEdits.withSize(changes.network(), changes.layer(), n),
                Texts.get(changes.network().layers().get(changes.layer()) instanceof Layer.Maxout ? "network.did.pieces"
                        : "network.size", n)), changes::resized);
        activations = new ActivationGrid(a -> change(
                NetworkEdits.withActivation(changes.network(), changes.layer(), a), a.id()));
        initializer = new InitializerBox(i -> change(
                NetworkEdits.withInitializer(changes.network(), changes.layer(), i), i.id()));
        window = new WindowRows(this::edit, changes::resized);
        type.setId("layer.type");
        unitsField.setId("layer.units");
        pieces.setId("layer.size");
        type.setMaxWidth(Double.MAX_VALUE);
        type.setPrefWidth(198);
        Hint.give(type, Texts.get("network.typeHint"));
        type.setOnAction(e -> chooseType());
        // Without a text of its own the switch is as wide as its thumb's area.
        bias.setMinWidth(32);
        bias.setMaxWidth(32);
        Hint.give(bias, Texts.get("network.biasHint"));
        bias.selectedProperty().addListener((p, was, is) -> change(
                NetworkEdits.withBias(changes.network(), changes.layer(), is),
                Texts.get(is ? "network.did.bias" : "network.did.noBias")));
        hint(units, "network.unitsHint");
        hint(dropout, "network.dropoutHint");
        units.getStyleClass().add("units-slider");
        dropout.getStyleClass().add("dropout-slider");
        amount.getStyleClass().add("amount-slider");
        unitsField.setPrefWidth(STEPPER);
        unitsField.setMinWidth(STEPPER);
        unitsRow = row("network.unitsName", units, unitsField);
        piecesRow = row("network.pieces", spacer(), pieces);
        pieces.setPrefWidth(STEPPER);
        pieces.setMinWidth(STEPPER);
        initializerRow = row("network.initializer", initializer);
        dropoutRow = row("network.dropout", dropout, dropoutValue);
        amountRow = row("network.rate", amount, amountValue);
        biasRow = row("network.bias", bias);
        activationTitle.getStyleClass().add("form-title");
        amountName.setMinWidth(NAME);
        amountRow.getChildren().set(0, amountName);
        getChildren().setAll(row("network.type", type), typeProblem, unitsRow, unitsField.problem(), piecesRow, pieces.problem(),
                window, activationTitle, activations, initializerRow, dropoutRow, amountRow, biasRow, problem);
    }

    private static Label number() {
        Label label = new Label();
        label.getStyleClass().add("value");
        label.setMinWidth(40);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    private static Node spacer() {
        return new HBox();
    }

    private static void hint(Control control, String key) {
        Hint.give(control, Texts.get(key));
    }

    /// A sentence on what is not possible, without room while there is none.
    static Label problem() {
        Label label = new Label();
        label.getStyleClass().addAll("danger-text", "caption");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        say(label, "");
        return label;
    }

    static void say(Label label, String sentence) {
        label.setText(sentence);
        show(label, !sentence.isEmpty());
    }

    /// Says why something that was asked for elsewhere in the card is not possible, until the next change.
    void say(String sentence) {
        say(problem, sentence);
        changes.resized();
    }

    static HBox row(String key, Node... controls) {
        Label name = new Label(Texts.get(key));
        name.setMinWidth(NAME - 12);
        name.setPrefWidth(NAME - 12);
        HBox row = new HBox(12, name);
        row.getChildren().addAll(controls);
        name.setLabelFor(controls[0]);
        controls[0].setAccessibleText(name.getText());
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(32);
        if (!(controls[0] instanceof ToggleSwitch)) {
            HBox.setHgrow(controls[0], Priority.ALWAYS);
        }
        return row;
    }

    private void chooseType() {
        if (!showing && type.getValue() != null) {
            NetworkEdits.Kind kind = NetworkEdits.Kind.valueOf(type.getValue().toUpperCase(Locale.ROOT).replace('-', '_'));
            Optional<String> refusal = changeIfPossible(
                    NetworkEdits.withKind(changes.network(), changes.layer(), kind), type.getValue());
            refusal.ifPresent(sentence -> {
                refresh();
                say(typeProblem, sentence);
                changes.resized();
            });
        }
    }

    private Optional<String> edit(UnaryOperator<Layer> change, String what) {
        Model.Network network = changes.network();
        try {
            return changeIfPossible(network.withLayer(changes.layer(),
                    change.apply(network.layers().get(changes.layer()))), what);
        } catch (InvalidSettingException e) {
            // All else is between the limits of what is offered.
            return Optional.of(Texts.get("network.refused.same"));
        }
    }

    private void setUnits(int n, boolean finished) {
        changes.change(NetworkEdits.withUnits(changes.network(), changes.layer(), n), Texts.get("network.units", n),
                finished);
    }

    private void setDropout(double value, boolean finished) {
        double rate = Math.rint(value * 20) / 20;
        changes.change(NetworkEdits.withDropout(changes.network(), changes.layer(), rate),
                Texts.get("network.did.dropout", Numbers.percent(rate, 0)), finished);
    }

    private void setAmount(double value, boolean finished) {
        double step = Math.rint(value * 20) / 20;
        boolean noise = changes.network().layers().get(changes.layer()) instanceof Layer.Noise;
        changes.change(NetworkEdits.withAmount(changes.network(), changes.layer(), step),
                noise ? Texts.get("network.did.noise", Amounts.text(step))
                        : Texts.get("network.did.dropout", Numbers.percent(step, 0)), finished);
    }

    private void change(Model.Network next, String what) {
        if (!showing) {
            changes.change(next, what, true);
        }
    }

    private Optional<String> changeIfPossible(Model.Network next, String what) {
        Optional<String> refusal = changes.refusal(next);
        if (refusal.isEmpty()) {
            change(next, what);
        }
        return refusal;
    }

    /// Forgets a drag whose end it will not see.
    void letGo() {
        units.letGo();
        dropout.letGo();
        amount.letGo();
    }

    /// Shows the layer as it is now.
    void refresh() {
        Model.Network network = changes.network();
        int number = changes.layer();
        showing = true;
        say(typeProblem, "");
        say(problem, "");
        Layer layer = network.layers().get(number);
        boolean last = number == network.layers().size() - 1;
        List<String> types = last ? List.of("dense") : types(layer);
        if (!type.getItems().equals(types)) {
            type.getItems().setAll(types);
        }
        type.setValue(layer.id());
        type.setDisable(last);
        Layer.Weighted weighted = layer instanceof Layer.Weighted w ? w : null;
        for (Node node : List.of(unitsRow, dropoutRow)) {
            show(node, weighted != null && !last);
        }
        for (Node node : List.of(activationTitle, activations, initializerRow, biasRow)) {
            show(node, weighted != null);
        }
        show(piecesRow, layer instanceof Layer.Maxout || layer instanceof Layer.Conv || layer instanceof Layer.MaxPool);
        name(unitsRow, layer instanceof Layer.Conv ? "network.filtersName" : "network.unitsName");
        name(piecesRow, layer instanceof Layer.Maxout ? "network.pieces"
                : layer instanceof Layer.Conv ? "network.kernel" : "network.window");
        window.show(layer);
        show(amountRow, layer instanceof Layer.Dropout || layer instanceof Layer.Noise);
        if (weighted != null) {
            showWeighted(network, number, weighted);
        }
        switch (layer) {
            case Layer.Dropout d -> showAmount("network.rate", MOST_DROPOUT, d.rate(), Numbers.percent(d.rate(), 0));
            case Layer.Noise n -> showAmount("network.stddev", Math.max(1, n.stddev()), n.stddev(), Amounts.text(n.stddev()));
            case Layer.Maxout m -> pieces.show(m.pieces(), 2, 16);
            case Layer.Conv c -> pieces.show(c.kernel(), 1, MOST_KERNEL);
            case Layer.MaxPool p -> pieces.show(p.size(), 2, MOST_KERNEL);
            case Layer.Dense _, Layer.BatchNorm _, Layer.Flatten _ -> { }
        }
        showing = false;
    }

    /// What a hidden layer may be: layers for images only where some come in.
    private List<String> types(Layer layer) {
        List<String> types = new ArrayList<>(List.of("dense", "maxout", "dropout", "noise"));
        if (changes.seesImages()) {
            types.addAll(List.of("conv", "max-pool", "batch-norm", "flatten"));
        }
        if (!types.contains(layer.id())) {
            types.add(layer.id());
        }
        return types;
    }

    private static void name(HBox row, String key) {
        ((Label) row.getChildren().getFirst()).setText(Texts.get(key));
    }

    private void showWeighted(Model.Network network, int number, Layer.Weighted weighted) {
        int n = Structure.units(weighted);
        units.show(n, Math.max(NetworkEdits.OFFERED_UNITS, n));
        unitsField.show(n, 1, NetworkEdits.mostUnits(weighted));
        activations.show(weighted.activation(), a -> refusal(network, number, a));
        initializer.show(weighted.initializer());
        double rate = NetworkEdits.dropout(network, number);
        dropout.show(rate, MOST_DROPOUT);
        dropoutValue.setText(rate == 0 ? "0" : Numbers.percent(rate, 0));
        bias.setSelected(weighted.bias());
    }

    private Optional<String> refusal(Model.Network network, int number, Activation activation) {
        Model.Network next = NetworkEdits.withActivation(network, number, activation);
        boolean refused = next == network;
        return refused ? Optional.of(Texts.get("network.softmaxLast")) : changes.refusal(next);
    }

    private void showAmount(String key, double most, double value, String text) {
        amountName.setText(Texts.get(key));
        amount.setAccessibleText(amountName.getText());
        amount.show(value, most);
        amountValue.setText(text);
    }

    static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
