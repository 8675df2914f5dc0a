package dev.crescent.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.TextFit;
import dev.crescent.ui.theme.Fonts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class LayerPopoverTest {
    private NetworkBench bench;

    @BeforeEach
    void show() {
        bench = new NetworkBench(Experiment.defaults());
    }

    @AfterEach
    void hide() {
        bench.close();
    }

    @Test
    void aClickOnACardOpensItAndEscapeClosesItWithWhatWasChanged() {
        open(1);
        assertThat(bench.view.popover().isShowing()).isTrue();
        ((Slider) find(".units-slider")).setValue(9);
        ((ToggleSwitch) find(".toggle-switch")).setSelected(false);
        tile(Activation.RELU).fire();
        assertThat(bench.layers()).isEqualTo("9 relu, 4 tanh, 2 softmax");
        assertThat(((Layer.Dense) bench.network().layers().getFirst()).bias()).isFalse();
        assertThat(bench.heard).containsExactly("9 units", "no bias", "relu");
        escape();
        assertThat(bench.view.popover().isShowing()).isFalse();
        assertThat(bench.layers()).isEqualTo("9 relu, 4 tanh, 2 softmax");
        assertThat(bench.heard).containsExactly("9 units", "no bias", "relu");
    }

    @Test
    void escapeBringsBackWhatWasTakenLastAndOnlyThenCloses() {
        open(1);
        TextField field = (TextField) find(".stepper > .text-field");
        field.requestFocus();
        field.setText("10");
        field.getOnAction().handle(new javafx.event.ActionEvent());
        field.setText("12");
        FxEvents.press(field, KeyCode.ESCAPE);
        assertThat(bench.view.popover().isShowing()).isTrue();
        assertThat(field.getText()).isEqualTo("10");
        FxEvents.press(field, KeyCode.ESCAPE);
        assertThat(bench.view.popover().isShowing()).isFalse();
        assertThat(bench.layers()).startsWith("10 tanh");
        assertThat(bench.heard).containsExactly("10 units");
    }

    @Test
    void aClickOnTheFeaturesOpensNothing() {
        open(0);
        assertThat(bench.view.popover().isShowing()).isFalse();
    }

    @Test
    void unitsAreSteppedAndTyped() {
        open(1);
        TextField field = (TextField) find(".stepper > .text-field");
        field.setText("17");
        field.getOnAction().handle(new javafx.event.ActionEvent());
        assertThat(bench.layers()).startsWith("17 tanh");
        field.setText("625");
        field.getOnAction().handle(new javafx.event.ActionEvent());
        assertThat(bench.layers()).startsWith("625 tanh");
        List<Node> buttons = List.copyOf(root().lookupAll(".stepper-button"));
        ((Button) buttons.get(1)).fire();
        assertThat(bench.layers()).startsWith("626 tanh");
        ((Button) buttons.getFirst()).fire();
        ((Button) buttons.getFirst()).fire();
        assertThat(bench.layers()).startsWith("624 tanh");
    }

    @Test
    void aNumberThatALayerCannotHaveIsRefusedInASentence() {
        open(1);
        TextField field = (TextField) find(".stepper > .text-field");
        double height = ((javafx.scene.layout.Region) find(".layer-popover")).getHeight();
        for (String wrong : List.of("99999", "0", "2.5")) {
            field.setText(wrong);
            field.getOnAction().handle(new javafx.event.ActionEvent());
            assertThat(problems()).as(wrong).containsExactly("Use a whole number from 1 to 65,536.");
            assertThat(field.getText()).isEqualTo(wrong);
        }
        FxExtension.pulse(root().getScene());
        assertThat(((javafx.scene.layout.Region) find(".layer-popover")).getHeight()).as("room for it").isGreaterThan(height);
        field.setText("many");
        assertThat(problems()).as("while it is typed anew").isEmpty();
        field.getOnAction().handle(new javafx.event.ActionEvent());
        assertThat(problems()).containsExactly("\"many\" is not a number; write one such as 100.");
        assertThat(bench.heard).isEmpty();
        FxEvents.press(field, KeyCode.ESCAPE);
        assertThat(problems()).isEmpty();
        assertThat(field.getText()).isEqualTo("6");
    }

    @Test
    void aNetworkThatWouldBeTooLargeIsRefusedInASentence() {
        open(1);
        typeUnits("65536");
        FxExtension.pulse(root().getScene());
        assertThat(((TextField) find(".stepper > .text-field")).getWidth()).as("room for all digits")
                .isGreaterThanOrEqualTo(TextFit.width("65536", Fonts.bold(13)) + 6);
        bench.view.popover().close();
        open(2);
        typeUnits("65536");
        assertThat(problems()).singleElement().asString().contains("the network may have 2^30");
        assertThat(bench.layers()).isEqualTo("65536 tanh, 4 tanh, 2 softmax");
    }

    private void typeUnits(String number) {
        TextField field = (TextField) find(".stepper > .text-field");
        field.setText(number);
        field.getOnAction().handle(new javafx.event.ActionEvent());
    }

    private List<String> problems() {
        return root().lookupAll(".danger-text").stream().filter(Node::isVisible).map(node -> ((Label) node).getText())
                .filter(text -> !text.isEmpty()).toList();
    }

    @Test
    void aTypedNumberLeavesTheTilesToTheMouseAndIsTakenOnce() {
        open(1);
        Node picture = Objects.requireNonNull(tile(Activation.RELU).getGraphic());
        TextField field = (TextField) find(".stepper > .text-field");
        field.setText("17");
        field.getOnAction().handle(new javafx.event.ActionEvent());
        field.getOnAction().handle(new javafx.event.ActionEvent());
        assertThat(bench.heard).containsExactly("17 units");
        assertThat(tile(Activation.RELU).getGraphic()).isSameAs(picture);
        FxEvents.click(tile(Activation.RELU), 5, 5);
        assertThat(bench.heard).containsExactly("17 units", "relu");
        assertThat(tile(Activation.TANH).isSelected()).isFalse();
    }

    @Test
    void aDragOfTheDropoutSliderIsOneChangeAndTheCardStaysUnderTheMouse() {
        open(1);
        FxExtension.pulse(root().getScene());
        double x = root().getScene().getWindow().getX();
        Node thumb = Objects.requireNonNull(find(".dropout-slider").lookup(".thumb"));
        FxEvents.drag(thumb, MouseButton.PRIMARY, 8, 8, 60, 8);
        int percent = (int) Math.round(100 * NetworkEdits.dropout(bench.network(), 0));
        assertThat(percent).isPositive();
        assertThat(bench.heard).hasSizeGreaterThan(1).last().isEqualTo("dropout " + Numbers.percent(percent / 100.0, 0));
        assertThat(bench.heard.subList(0, bench.heard.size() - 1)).containsOnly("dragging");
        assertThat(root().getScene().getWindow().getX()).isEqualTo(x);
    }

    @Test
    void aDragThatTheCardDoesNotOutliveIsEnded() {
        open(1);
        FxExtension.pulse(root().getScene());
        Slider dropout = (Slider) find(".dropout-slider");
        dropout.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, 0, 0, 0, 0, MouseButton.PRIMARY, 1, false, false, false,
                false, true, false, false, false, false, true, null));
        dropout.setValue(0.5);
        bench.heard.clear();
        bench.view.popover().close();
        assertThat(bench.heard).containsExactly("");
    }

    @Test
    void theCardOfMaxoutSaysSoHoweverNarrowItIs() {
        Layer.Dense dense = first();
        for (int layers = 1; layers <= 10; layers++) {
            List<Layer> all = new ArrayList<>(Collections.nCopies(layers, new Layer.Maxout(4, 2, dense.activation(),
                    dense.initializer(), true, dense.biasInitializer())));
            all.add(bench.network().layers().getLast());
            bench.networkChanged(bench.network().withLayers(all), "", true);
            Label name = (Label) Objects.requireNonNull(bench.card(1).lookup(".layer-name"));
            assertThat(name.isVisible()).isTrue();
            assertThat(name.getText()).isIn("maxout", "max");
            assertThat(name.prefWidth(-1)).as(layers + " layers").isLessThanOrEqualTo(bench.card(1).getWidth());
        }
    }

    @Test
    void whatHasNoParametersSaysNothingOfThem() {
        open(1);
        ComboBox<?> type = (ComboBox<?>) find(".combo-box");
        assertThat(((Label) find(".popover-header .caption")).getText()).endsWith("parameters");
        select(type, "noise");
        assertThat(((Label) find(".popover-header .caption")).getText()).isEmpty();
    }

    @Test
    void theInitializerHasANumberWhereItNeedsOne() {
        open(1);
        ComboBox<?> combo = initializer();
        select(combo, "normal");
        assertThat(first().initializer()).isEqualTo(new Initializer.Normal(0.1));
        TextField amount = (TextField) find(".initializer-amount");
        assertThat(amount.isVisible()).isTrue();
        amount.setText("0,5");
        amount.getOnAction().handle(new javafx.event.ActionEvent());
        assertThat(first().initializer()).isEqualTo(new Initializer.Normal(0.5));
        amount.setText("\u22123");
        amount.getOnAction().handle(new javafx.event.ActionEvent());
        assertThat(first().initializer()).isEqualTo(new Initializer.Normal(0.5));
        select(combo, "zeros");
        assertThat(first().initializer()).isEqualTo(Initializer.Standard.ZEROS);
        assertThat(amount.isVisible()).isFalse();
    }

    @Test
    void theDropoutSliderAddsAndTakesAwayALayer() {
        open(1);
        Slider dropout = (Slider) find(".dropout-slider");
        dropout.setValue(0.31);
        assertThat(bench.layers()).isEqualTo("6 tanh, dropout, 4 tanh, 2 softmax");
        assertThat(((Layer.Dropout) bench.network().layers().get(1)).rate()).isEqualTo(0.3);
        assertThat(bench.view.popover().layer()).isZero();
        dropout.setValue(0);
        assertThat(bench.layers()).isEqualTo("6 tanh, 4 tanh, 2 softmax");
    }

    @Test
    void theTypeChangesToMaxoutAndToNoise() {
        open(2);
        ComboBox<?> type = (ComboBox<?>) find(".combo-box");
        select(type, "maxout");
        assertThat(bench.network().layers().get(1)).isInstanceOf(Layer.Maxout.class);
        select(type, "noise");
        assertThat(bench.network().layers().get(1)).isEqualTo(new Layer.Noise(0.1));
        ((Slider) find(".amount-slider")).setValue(0.5);
        assertThat(bench.network().layers().get(1)).isEqualTo(new Layer.Noise(0.5));
    }

    @Test
    void softmaxIsNotOfferedInHiddenLayersAndOnlyWhatFitsTheLossInTheLast() {
        open(1);
        assertThat(tile(Activation.SOFTMAX).isDisabled()).isTrue();
        assertThat(tile(Activation.RELU).isDisabled()).isFalse();
        bench.view.popover().close();
        open(3);
        assertThat(tile(Activation.SOFTMAX).isDisabled()).isFalse();
        assertThat(find(".popover-footer").isVisible()).isFalse();
        assertThat(find(".units-slider").getParent().isVisible()).isFalse();
    }

    @Test
    void theFooterMovesDoublesAndRemoves() {
        open(1);
        button(1).fire();
        assertThat(bench.layers()).isEqualTo("4 tanh, 6 tanh, 2 softmax");
        assertThat(bench.view.popover().layer()).isEqualTo(1);
        button(0).fire();
        assertThat(bench.layers()).isEqualTo("6 tanh, 4 tanh, 2 softmax");
        assertThat(button(0).isDisabled()).isTrue();
        button(2).fire();
        assertThat(bench.layers()).isEqualTo("6 tanh, 6 tanh, 4 tanh, 2 softmax");
        ((Button) find(".layer-remove")).fire();
        assertThat(bench.layers()).isEqualTo("6 tanh, 4 tanh, 2 softmax");
        assertThat(bench.view.popover().isShowing()).isFalse();
        assertThat(bench.heard).containsExactly("layer moved", "layer moved", "layer doubled", "layer removed");
    }

    @Test
    void aWeightIsTypedSlidAndRestored() {
        Links.LinkRef link = new Links.LinkRef(2, 1, 3);
        Box at = bench.view.handle(link);
        bench.view.showStart(new float[56]);
        FxEvents.click(bench.picture(), at.x(), NetworkBench.down(at.y()));
        ValueCard card = bench.view.editors().card();
        assertThat(card.isShowing()).isTrue();
        assertThat(card.field().getText()).isEqualTo("+0.3700");
        card.slider().setValue(-2.5);
        assertThat(bench.heard).last().isEqualTo("parameter 37 -2.5000");
        FxEvents.press(card.field(), KeyCode.UP);
        assertThat(bench.heard).last().isEqualTo("parameter 37 -2.4000");
        Event.fireEvent(card.field(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
        assertThat(bench.heard).last().isEqualTo("parameter 37 0.3700");
        assertThat(card.isShowing()).isFalse();
    }

    @Test
    void enterKeepsATypedWeight() {
        bench.view.editors().openWeight(new Links.LinkRef(2, 1, 3));
        ValueCard card = bench.view.editors().card();
        card.field().setText("lots");
        card.field().getOnAction().handle(new javafx.event.ActionEvent());
        assertThat(card.isShowing()).isTrue();
        card.field().setText("3");
        card.field().getOnAction().handle(new javafx.event.ActionEvent());
        assertThat(bench.heard).containsExactly("parameter 37 3.0000");
        assertThat(card.isShowing()).isFalse();
    }

    @Test
    void theCardShowsTheHistoryFromTheStartOn() {
        bench.view.showStart(new float[56]);
        for (int i = 1; i <= 5; i++) {
            bench.view.show(with37(i));
        }
        bench.view.editors().openWeight(new Links.LinkRef(2, 1, 3));
        HistoryCurve curve = bench.view.editors().card().curve();
        assertThat(curve.values()).containsExactly(0, 1, 2, 3, 4, 5);
        bench.view.show(with37(6));
        assertThat(curve.values()).endsWith(5, 6);
        bench.view.editors().close();
        bench.view.editors().openBias(new UnitRef(1, 0));
        assertThat(curve.values()).hasSize(7).containsOnly(0);
        bench.view.showStart(with37(9));
        assertThat(bench.view.editors().history().of(37)).containsExactly(9);
    }

    @Test
    void biasesHaveTheCardOfWeights() {
        Box dot = bench.bias(1, 1);
        bench.view.showStart(new float[56]);
        FxEvents.click(bench.picture(), dot.centerX(), NetworkBench.down(dot.centerY()));
        ValueCard card = bench.view.editors().card();
        assertThat(card.subject()).isEqualTo("Bias layer 1, unit 2");
        assertThat(card.field().getText()).isEqualTo("+0.1300");
        card.slider().setValue(1.5);
        assertThat(bench.heard).last().isEqualTo("parameter 13 1.5000");
    }

    @Test
    void leavingTheInitializersNumberTakesItOverAndKeepsAllDigits() {
        open(1);
        select(initializer(), "normal");
        TextField amount = (TextField) find(".initializer-amount");
        amount.requestFocus();
        amount.setText("0.00123456");
        tile(Activation.TANH).requestFocus();
        assertThat(first().initializer()).isEqualTo(new Initializer.Normal(0.00123456));
        assertThat(amount.getText()).isEqualTo("0.00123456");
        bench.heard.clear();
        amount.requestFocus();
        tile(Activation.TANH).requestFocus();
        assertThat(bench.heard).as("nothing was typed").isEmpty();
        select(initializer(), "constant");
        amount.setText("1,5");
        amount.getOnAction().handle(new javafx.event.ActionEvent());
        assertThat(first().initializer()).isEqualTo(new Initializer.Constant(1.5));
    }

    @Test
    void aWrongNumberOfTheInitializerIsMarkedAndExplained() {
        open(1);
        select(initializer(), "normal");
        TextField amount = (TextField) find(".initializer-amount");
        amount.setText("lots");
        amount.getOnAction().handle(new javafx.event.ActionEvent());
        assertThat(amount.getPseudoClassStates()).extracting(PseudoClass::getPseudoClassName).contains("wrong");
        assertThat(amount.getTooltip().getText()).isEqualTo("\"lots\" is not a number; write one such as 0.01.");
        amount.setText("-3");
        amount.getOnAction().handle(new javafx.event.ActionEvent());
        assertThat(amount.getTooltip().getText()).startsWith("The number must be ");
        amount.setText("0.2");
        amount.getOnAction().handle(new javafx.event.ActionEvent());
        assertThat(amount.getPseudoClassStates()).extracting(PseudoClass::getPseudoClassName).doesNotContain("wrong");
        assertThat(amount.getTooltip()).isNull();
    }

    @Test
    void theArrowKeysGoThroughTheActivations() {
        open(1);
        tile(Activation.TANH).requestFocus();
        FxEvents.press(tile(Activation.TANH), KeyCode.UP);
        assertThat(tile(Activation.ELU).isFocused()).isTrue();
        FxEvents.press(tile(Activation.ELU), KeyCode.RIGHT);
        assertThat(tile(Activation.GELU).isFocused()).isTrue();
        FxEvents.press(tile(Activation.GELU), KeyCode.LEFT);
        FxEvents.press(tile(Activation.ELU), KeyCode.DOWN);
        assertThat(tile(Activation.TANH).isFocused()).isTrue();
        assertThat(bench.heard).isEmpty();
    }

    @Test
    void aSliderInTheHandStaysWhereItIs() {
        open(1);
        Slider dropout = (Slider) find(".dropout-slider");
        dropout.fireEvent(mouse(MouseEvent.MOUSE_PRESSED));
        dropout.setValue(0.5);
        bench.networkChanged(NetworkEdits.withDropout(bench.network(), 0, 0.2), "", true);
        assertThat(dropout.getValue()).isEqualTo(0.5);
        dropout.fireEvent(mouse(MouseEvent.MOUSE_RELEASED));
        assertThat(NetworkEdits.dropout(bench.network(), 0)).isEqualTo(0.5);
    }

    private static MouseEvent mouse(EventType<MouseEvent> type) {
        return new MouseEvent(type, 0, 0, 0, 0, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false,
                false, false, true, null);
    }

    @Test
    void everySettingHasAName() {
        open(1);
        assertThat(find(".units-slider").getAccessibleText()).isEqualTo("Units");
        assertThat(find(".stepper > .text-field").getAccessibleText()).isEqualTo("Units");
        assertThat(find(".dropout-slider").getAccessibleText()).isEqualTo("Dropout");
        assertThat(find(".toggle-switch").getAccessibleText()).isEqualTo("Bias");
        assertThat(find(".combo-box").getAccessibleText()).isEqualTo("Type");
        assertThat(initializer().getAccessibleText()).isEqualTo("Initializer");
        select((ComboBox<?>) find(".combo-box"), "noise");
        assertThat(find(".amount-slider").getAccessibleText()).isEqualTo("Deviation");
    }

    @Test
    void aStepIsFineWithShiftAndRoundsToWhatIsShown() {
        bench.view.show(with37(0.12345678f));
        bench.view.editors().openWeight(new Links.LinkRef(2, 1, 3));
        ValueCard card = bench.view.editors().card();
        Event.fireEvent(card.field(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.UP, true, false, false, false));
        assertThat(bench.view.parameters()[37]).isEqualTo(0.1335f);
        FxEvents.press(card.field(), KeyCode.DOWN);
        assertThat(bench.view.parameters()[37]).isEqualTo(0.0335f);
        assertThat(card.field().getText()).isEqualTo("+0.0335");
        assertThat(card.slider().getAccessibleText()).isEqualTo("Weight unit 2 \u2192 layer 2, unit 4");
    }

    private static float[] with37(float value) {
        float[] parameters = new float[56];
        parameters[37] = value;
        return parameters;
    }

    private void open(int item) {
        FxEvents.click(bench.card(item), 58, 12);
    }

    private Node root() {
        return bench.view.popover().callout().root();
    }

    private Node find(String selector) {
        Node node = root().lookup(selector);
        assertThat(node).as(selector).isNotNull();
        return node;
    }

    private ToggleButton tile(Activation activation) {
        return ((ActivationGrid) find(".activation-grid")).tile(activation);
    }

    private ComboBox<?> initializer() {
        return (ComboBox<?>) List.copyOf(root().lookupAll(".combo-box")).getLast();
    }

    private Layer.Dense first() {
        return (Layer.Dense) bench.network().layers().getFirst();
    }

    private Button button(int number) {
        return (Button) List.copyOf(root().lookupAll(".popover-footer > .icon-button")).get(number);
    }

    private static void select(ComboBox<?> combo, String value) {
        combo.getSelectionModel().select(combo.getItems().indexOf(value));
        combo.fireEvent(new javafx.event.ActionEvent());
    }

    private void escape() {
        Event.fireEvent(find(".layer-popover"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false,
                false, false));
    }
}
