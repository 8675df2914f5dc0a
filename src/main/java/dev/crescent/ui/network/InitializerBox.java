package dev.crescent.ui.network;

import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.InvalidSettingException;
import dev.crescent.experiment.Named;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Sentences;
import dev.crescent.ui.Texts;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// How a layer's weights start: a name, and for some a number.
final class InitializerBox extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ComboBox<String> kind = new ComboBox<>();
    private final TextField amount = new TextField();
    private final Consumer<Initializer> onChange;
    private @Nullable Initializer shown;
    private boolean showing;

    InitializerBox(Consumer<Initializer> onChange) {
        super(8);
        this.onChange = onChange;
        kind.getItems().setAll(Arrays.stream(Initializer.Standard.values()).map(Named::id).toList());
        kind.getItems().addAll("normal", "uniform", "constant");
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.setMinWidth(0);
        kind.setPrefWidth(198);
        HBox.setHgrow(kind, Priority.ALWAYS);
        kind.setTooltip(new Tooltip(Texts.get("network.initializerHint")));
        kind.setAccessibleText(Texts.get("network.initializer"));
        kind.setOnAction(e -> chosen(kind.getValue()));
        amount.getStyleClass().add("initializer-amount");
        amount.setAccessibleText(Texts.get("network.initializerAmount"));
        amount.setPrefWidth(64);
        amount.setMinWidth(64);
        amount.setOnAction(e -> typed());
        amount.focusedProperty().addListener((p, was, is) -> {
            if (was && !is) {
                typed();
            }
        });
        getChildren().setAll(kind, amount);
    }

    ComboBox<String> kind() {
        return kind;
    }

    TextField amount() {
        return amount;
    }

    void show(Initializer initializer) {
        showing = true;
        shown = initializer;
        kind.setValue(initializer.id());
        boolean number = !(initializer instanceof Initializer.Standard);
        amount.setVisible(number);
        amount.setManaged(number);
        String text = switch (initializer) {
            case Initializer.Standard _ -> "";
            case Initializer.Normal normal -> Numbers.exact(normal.stddev());
            case Initializer.Uniform uniform -> Numbers.exact(uniform.limit());
            case Initializer.Constant constant -> Numbers.exact(constant.value());
        };
        if (!amount.isFocused()) {
            amount.setText(text);
        }
        say("");
        showing = false;
    }

    private void chosen(String name) {
        if (!showing && name != null) {
            onChange.accept(of(name, name.equals("uniform") ? 0.5 : 0.1));
        }
    }

    private void typed() {
        if (showing || !amount.isVisible()) {
            return;
        }
        OptionalDouble value = Amounts.parse(amount.getText());
        if (value.isEmpty()) {
            say(Amounts.problem(amount.getText()));
            return;
        }
        try {
            Initializer next = of(kind.getValue(), value.getAsDouble());
            say("");
            if (!next.equals(shown)) {
                onChange.accept(next);
            }
        } catch (InvalidSettingException e) {
            say(Texts.get("number.refused", Sentences.local(e.problem())));
        }
    }

    /// Marks the number and says what is wrong with it when the mouse or a screen reader is there; nothing if empty.
    private void say(String sentence) {
        amount.pseudoClassStateChanged(WRONG, !sentence.isEmpty());
        amount.setTooltip(sentence.isEmpty() ? null : new Tooltip(sentence));
        amount.setAccessibleHelp(sentence);
    }

    private static Initializer of(String name, double number) {
        return switch (name) {
            case "normal" -> new Initializer.Normal(number);
            case "uniform" -> new Initializer.Uniform(number);
            case "constant" -> new Initializer.Constant(number);
            default -> Named.find(Initializer.Standard.class, name).orElse(Initializer.Standard.GLOROT_UNIFORM);
        };
    }
}
