package dev.crescent.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.insight.UnitSpreads;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class NetworkViewTest {
    private static final Links.LinkRef LINK = new Links.LinkRef(2, 1, 3);
    /// The default network's parameters: 6 x 2 and 6, 4 x 6 and 4, 2 x 4 and 2.
    private static final int LINK_INDEX = 18 + 3 * 6 + 1;

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
    void theHeaderSaysWhatTheNetworkConsistsOf() {
        NetworkHeader header = (NetworkHeader) bench.view.lookup(".network-header");
        assertThat(header.subject()).isEqualTo("2 hidden layers, 56 parameters");
        ((Button) bench.view.lookup(".layers-minus")).fire();
        assertThat(header.subject()).isEqualTo("1 hidden layer, 32 parameters");
    }

    /// A timer would go on drawing for nobody, and keep the window in memory.
    @Test
    void linksDoNotFlowInAClosedWindow() {
        bench.view.setRunning(true);
        assertThat(asksForLayout()).as("flowing").isTrue();
        bench.stage.hide();
        assertThat(asksForLayout()).as("closed").isFalse();
        bench.stage.show();
        assertThat(asksForLayout()).as("shown again").isTrue();
    }

    /// Whether the picture wants to be painted within some frames.
    private boolean asksForLayout() {
        bench.picture().layout();
        boolean[] asked = new boolean[1];
        ChangeListener<Boolean> listener = (o, was, is) -> asked[0] |= is;
        bench.picture().needsLayoutProperty().addListener(listener);
        AnimationTimer frames = new AnimationTimer() {
            private int left = 20;

            @Override
            public void handle(long now) {
                if (--left == 0) {
                    Platform.exitNestedEventLoop(this, null);
                }
            }
        };
        frames.start();
        Platform.enterNestedEventLoop(frames);
        frames.stop();
        bench.picture().needsLayoutProperty().removeListener(listener);
        return asked[0];
    }

    @Test
    void hoveringALinkSaysItsWeightWithFourDigits() {
        bench.hover(LINK);
        assertThat(tip().isVisible()).isTrue();
        assertThat(tip().text()).isEqualTo("w +0.3700");
        FxEvents.exit(bench.picture());
        assertThat(tip().isVisible()).isFalse();
    }

    @Test
    void theTipFollowsTheTraining() {
        bench.hover(LINK);
        float[] next = new float[56];
        next[LINK_INDEX] = -1.14242f;
        bench.view.show(next);
        assertThat(tip().text()).isEqualTo("w \u22121.1424");
    }

    @Test
    void scrollingOverALinkOrABiasEditsIt() {
        Box at = bench.view.handle(LINK);
        bench.hover(LINK);
        FxEvents.scroll(bench.picture(), at.x(), NetworkBench.down(at.y()), 40);
        assertThat(bench.heard).containsExactly("parameter 37 0.4700");
        assertThat(tip().text()).isEqualTo("w +0.4700");
        FxEvents.scroll(bench.picture(), at.x(), NetworkBench.down(at.y()), -80);
        assertThat(bench.heard).last().isEqualTo("parameter 37 0.2700");
        Box dot = bench.bias(3, 1);
        FxEvents.move(bench.picture(), dot.centerX(), NetworkBench.down(dot.centerY()));
        assertThat(tip().text()).isEqualTo("b +0.5500");
        FxEvents.scroll(bench.picture(), dot.centerX(), NetworkBench.down(dot.centerY()), -40);
        assertThat(bench.heard).last().isEqualTo("parameter 55 0.4500");
    }

    @Test
    void theTipNamesTheLinkOrTheUnit() {
        bench.hover(LINK);
        assertThat(tip().subject()).isEqualTo("unit 2 \u2192 layer 2, unit 4");
        bench.hover(new Links.LinkRef(1, 0, 2));
        assertThat(tip().subject()).isEqualTo("x\u2081 \u2192 layer 1, unit 3");
        Box dot = bench.bias(2, 1);
        FxEvents.move(bench.picture(), dot.centerX(), NetworkBench.down(dot.centerY()));
        assertThat(tip().subject()).isEqualTo("layer 2, unit 2");
        assertThat(tip().getWidth()).isLessThan(140);
    }

    @Test
    void theOutputsBiasIsTyped() {
        ValueCard card = openBias(3, 1);
        assertThat(card.isShowing()).isTrue();
        assertThat(card.field().getText()).isEqualTo("+0.5500");
        card.field().setText("\u22121,25");
        card.field().getOnAction().handle(new javafx.event.ActionEvent());
        assertThat(bench.heard).last().isEqualTo("parameter 55 -1.2500");
        assertThat(card.isShowing()).isFalse();
    }

    @Test
    void escapeRestoresABias() {
        ValueCard card = openBias(1, 0);
        FxEvents.press(card.field(), KeyCode.UP);
        assertThat(bench.heard).last().isEqualTo("parameter 12 0.2200");
        FxEvents.press(card.field(), KeyCode.ESCAPE);
        assertThat(bench.heard).last().isEqualTo("parameter 12 0.1200");
        assertThat(card.isShowing()).isFalse();
    }

    @Test
    void nonsenseIsNotTakenAsABias() {
        ValueCard card = openBias(1, 0);
        card.field().setText("much");
        card.field().getOnAction().handle(new javafx.event.ActionEvent());
        assertThat(bench.heard).isEmpty();
        assertThat(card.isShowing()).isTrue();
        assertThat(card.problem()).isEqualTo("\"much\" is not a number; write one such as 0.01.");
        bench.view.show(new float[56]);
        assertThat(card.problem()).as("while training goes on").isNotEmpty();
        card.field().setText("2");
        assertThat(card.problem()).isEmpty();
    }

    @Test
    void theKeyboardGoesOnAtTheUnitWhoseBiasWasEdited() {
        ValueCard card = openBias(1, 1);
        FxEvents.press(card.field(), KeyCode.ESCAPE);
        FxEvents.exit(bench.picture());
        assertThat(bench.picture().isFocused()).isTrue();
        assertThat(bench.heard).as("nothing is pointed at by the mouse").doesNotContain("unit 0 1", "unit 0 0");
        FxEvents.press(bench.picture(), KeyCode.DOWN);
        assertThat(bench.heard).last().isEqualTo("unit 0 2");
        FxEvents.press(bench.picture(), KeyCode.ENTER);
        FxEvents.press(card.field(), KeyCode.ESCAPE);
        assertThat(bench.heard).last().isEqualTo("unit 0 2");
    }

    @Test
    void theUnitReachedByKeyboardIsLetGoWithTheFocus() {
        FxEvents.press(bench.card(1), KeyCode.DOWN);
        assertThat(bench.heard).containsExactly("unit 0 0");
        bench.card(2).requestFocus();
        assertThat(bench.heard).containsExactly("unit 0 0", "no unit");
    }

    @Test
    void plusAndMinusChangeUnitsAndLayers() {
        click(bench.card(1).plus());
        assertThat(bench.layers()).isEqualTo("7 tanh, 4 tanh, 2 softmax");
        click(bench.card(2).minus());
        assertThat(bench.layers()).isEqualTo("7 tanh, 3 tanh, 2 softmax");
        click(bench.view.lookup(".layers-plus"));
        assertThat(bench.layers()).isEqualTo("7 tanh, 3 tanh, 3 tanh, 2 softmax");
        click(bench.view.lookup(".layers-minus"));
        click(bench.view.lookup(".layers-minus"));
        assertThat(bench.layers()).isEqualTo("7 tanh, 2 softmax");
        assertThat(bench.heard).containsExactly("7 units", "3 units", "new layer", "layer removed", "layer removed");
        assertThat(bench.view.popover().isShowing()).isFalse();
    }

    @Test
    void aLayerNeverLosesItsLastUnitNorTheOutputAny() {
        for (int i = 0; i < 10; i++) {
            FxEvents.press(bench.card(2), KeyCode.MINUS);
        }
        assertThat(bench.layers()).isEqualTo("6 tanh, 1 tanh, 2 softmax");
        assertThat(bench.card(2).minus().isDisabled()).isTrue();
        FxEvents.press(bench.card(3), KeyCode.MINUS);
        FxEvents.press(bench.card(3), KeyCode.DELETE);
        FxEvents.press(bench.card(0), KeyCode.PLUS);
        assertThat(bench.layers()).isEqualTo("6 tanh, 1 tanh, 2 softmax");
        assertThat(bench.card(3).minus().isVisible()).isFalse();
    }

    @Test
    void theRoundPlusInsertsALayer() {
        List<Node> pluses = new ArrayList<>(bench.view.lookupAll(".layer-plus"));
        click(pluses.get(1));
        assertThat(bench.layers()).isEqualTo("6 tanh, 6 tanh, 4 tanh, 2 softmax");
    }

    @Test
    void draggingACardReordersLayers() {
        LayerCard card = bench.card(1);
        FxEvents.drag(card, MouseButton.PRIMARY, 58, 10, 58 + 160, 12);
        assertThat(bench.layers()).isEqualTo("4 tanh, 6 tanh, 2 softmax");
        assertThat(card.getTranslateX()).isZero();
        assertThat(bench.view.popover().isShowing()).isFalse();
        FxEvents.drag(bench.card(1), MouseButton.PRIMARY, 58, 10, 58 + 20, 12);
        assertThat(bench.layers()).isEqualTo("4 tanh, 6 tanh, 2 softmax");
    }

    @Test
    void theOutputAndTheFeaturesStayWhereTheyAre() {
        FxEvents.drag(bench.card(3), MouseButton.PRIMARY, 58, 10, -200, 12);
        FxEvents.drag(bench.card(0), MouseButton.PRIMARY, 58, 10, 300, 12);
        assertThat(bench.heard).isEmpty();
    }

    @Test
    void draggingTheCountChangesUnits() {
        FxEvents.drag(bench.card(1), MouseButton.PRIMARY, 58, 40, 60, 40 - 32);
        assertThat(bench.layers()).startsWith("10 tanh");
        FxEvents.drag(bench.card(1), MouseButton.PRIMARY, 58, 40, 60, 1000);
        assertThat(bench.layers()).startsWith("1 tanh");
    }

    @Test
    void theWheelOverACardChangesUnits() {
        FxEvents.scroll(bench.card(1), 58, 40, 80);
        assertThat(bench.layers()).startsWith("8 tanh");
        FxEvents.scroll(bench.card(3), 58, 40, 80);
        assertThat(bench.layers()).endsWith("2 softmax");
    }

    @Test
    void hoveringAUnitTellsTheListener() {
        hoverUnit(1, 2);
        hoverUnit(0, 1);
        hoverUnit(3, 0);
        FxEvents.exit(bench.picture());
        assertThat(bench.heard).containsExactly("unit 0 2", "unit -1 1", "unit 2 0", "no unit");
    }

    @Test
    void cardsAreReachedAndChangedByKeyboard() {
        bench.card(1).requestFocus();
        FxEvents.press(bench.card(1), KeyCode.RIGHT);
        assertThat(bench.card(2).isFocused()).isTrue();
        FxEvents.press(bench.card(2), KeyCode.PLUS);
        assertThat(bench.layers()).isEqualTo("6 tanh, 5 tanh, 2 softmax");
        NetworkBench.press(bench.card(2), KeyCode.LEFT, true);
        assertThat(bench.layers()).isEqualTo("5 tanh, 6 tanh, 2 softmax");
        assertThat(bench.card(1).isFocused()).isTrue();
        NetworkBench.press(bench.card(1), KeyCode.RIGHT, true);
        assertThat(bench.layers()).isEqualTo("6 tanh, 5 tanh, 2 softmax");
        FxEvents.press(bench.card(2), KeyCode.DELETE);
        assertThat(bench.layers()).isEqualTo("6 tanh, 2 softmax");
        FxEvents.press(bench.card(1), KeyCode.ENTER);
        assertThat(bench.view.popover().isShowing()).isTrue();
    }

    @Test
    void unitsAreReachedAndTheirBiasEditedByKeyboard() {
        FxEvents.press(bench.card(1), KeyCode.DOWN);
        assertThat(bench.picture().isFocused()).isTrue();
        FxEvents.press(bench.picture(), KeyCode.DOWN);
        FxEvents.press(bench.picture(), KeyCode.RIGHT);
        FxEvents.press(bench.picture(), KeyCode.LEFT);
        FxEvents.press(bench.picture(), KeyCode.LEFT);
        assertThat(bench.heard).containsExactly("unit 0 0", "unit 0 1", "unit 1 0", "unit 0 1", "unit -1 0");
        FxEvents.press(bench.picture(), KeyCode.RIGHT);
        FxEvents.press(bench.picture(), KeyCode.ENTER);
        ValueCard card = bench.view.editors().card();
        assertThat(card.subject()).isEqualTo("Bias layer 1, unit 3");
        FxEvents.press(card.field(), KeyCode.ESCAPE);
        assertThat(bench.picture().isFocused()).isTrue();
    }

    @Test
    void theLinksOfAUnitAreStridThroughByKeyboard() {
        FxEvents.press(bench.card(2), KeyCode.DOWN);
        FxEvents.press(bench.picture(), KeyCode.PAGE_DOWN);
        FxEvents.press(bench.picture(), KeyCode.PAGE_DOWN);
        assertThat(tip().text()).isEqualTo("w +0.1900");
        FxEvents.press(bench.picture(), KeyCode.PLUS);
        assertThat(bench.heard).last().isEqualTo("parameter 19 0.2900");
        FxEvents.press(bench.picture(), KeyCode.ENTER);
        assertThat(bench.view.editors().card().isShowing()).isTrue();
    }

    @Test
    void upFromTheFirstUnitGoesToTheCard() {
        FxEvents.press(bench.card(2), KeyCode.DOWN);
        FxEvents.press(bench.picture(), KeyCode.UP);
        assertThat(bench.card(2).isFocused()).isTrue();
    }

    @Test
    void withoutAPlaneUnitsShowHowTheirOutputsAreSpread() {
        int[][] bins = new int[UnitSpreads.BINS][2];
        bins[0][0] = 9;
        bins[UnitSpreads.BINS - 1][1] = 9;
        int[][][] units = IntStream.range(0, 8).mapToObj(unit -> bins).toArray(int[][][]::new);
        bench.view.show(new UnitSpreads(IntStream.rangeClosed(0, bench.network().layers().size()).mapToObj(layer -> units)
                .toArray(int[][][][]::new), spreadEnds()));
        Palette palette = Palette.of(Theme.LIGHT);
        Box box = bench.unit(1, 0);
        assertThat(argbAt(box.x() + 5, box.bottom() - 14)).isEqualTo(Palette.argb(palette.bgInset().interpolate(palette.classColor(0), 0.82)));
        assertThat(argbAt(box.right() - 5, box.bottom() - 14)).isEqualTo(Palette.argb(palette.bgInset().interpolate(palette.classColor(1), 0.82)));
        assertThat(argbAt(box.centerX(), box.bottom() - 14)).isEqualTo(Palette.argb(palette.bgInset()));
        FxEvents.move(bench.picture(), box.centerX(), NetworkBench.down(box.centerY()));
        assertThat(bench.view.spreadTip().said())
                .isEqualTo("layer 1, unit 1, what it says to 18 training samples, class by class, \u22121.00 to 1.00");
        FxEvents.exit(bench.picture());
        assertThat(bench.view.spreadTip().said()).isEmpty();
        bench.view.show(NetworkBench.slopes(bench.network(), 8));
        assertThat(argbAt(box.centerX(), box.bottom() - 14)).as("fields take their place").isNotEqualTo(Palette.argb(palette.bgInset()));
    }

    private double[][][] spreadEnds() {
        double[][] each = IntStream.range(0, 8).mapToObj(unit -> new double[] {-1, 1}).toArray(double[][]::new);
        return IntStream.rangeClosed(0, bench.network().layers().size()).mapToObj(layer -> each).toArray(double[][][]::new);
    }

    private int argbAt(double x, double y) {
        return Palette.argb(colorAt(x, y));
    }

    @Test
    void thumbnailsShowTheFieldsOfTheUnits() {
        bench.view.show(NetworkBench.slopes(bench.network(), 24));
        bench.pulse();
        WritableImage shot = bench.stage.getScene().snapshot(null);
        Box box = bench.unit(1, 0);
        Color left = shot.getPixelReader().getColor((int) box.x() + 4, (int) box.y() + 8);
        Color right = shot.getPixelReader().getColor((int) box.right() - 5, (int) box.y() + 8);
        assertThat(left.getRed()).isGreaterThan(left.getBlue());
        assertThat(right.getBlue()).isGreaterThan(right.getRed());
        // The first of two classes is what the second is not: both thumbnails have the classes' colors.
        Box output = bench.unit(3, 0);
        Color first = shot.getPixelReader().getColor((int) output.x() + 4, (int) output.y() + 8);
        assertThat(first.getBlue()).isGreaterThan(first.getRed());
    }

    @Test
    void withoutAPlaneEveryUnitIsNeutralAtOnce() {
        bench.view.show(NetworkBench.slopes(bench.network(), 24));
        bench.view.setProbe(0, 0);
        bench.view.showActivations(new float[][] {{0, 0}, {1, 1, 1, 1, 1, 1}, {-1, 0, 0, 0}, {0.012f, 0.988f}});
        bench.pulse();
        bench.view.clearFields();
        bench.pulse();
        WritableImage shot = bench.stage.getScene().snapshot(null);
        Box box = bench.unit(1, 0);
        Color neutral = shot.getPixelReader().getColor((int) box.x() + 4, (int) box.y() + 8);
        assertThat(shot.getPixelReader().getColor((int) box.right() - 6, (int) box.y() + 10)).isEqualTo(neutral);
        assertThat(shot.getPixelReader().getColor((int) box.centerX(), (int) box.centerY())).isEqualTo(neutral);
        assertThat(((NetworkLabels) bench.view.lookup(".network-labels")).values()).containsExactly("", "");
    }

    @Test
    void aBarIsPointedAtAlmostEverywhere() {
        bench.networkChanged(new Model.Network(1, List.of(new Layer.Dense(32, Activation.TANH),
                new Layer.Dense(2, Activation.SOFTMAX))), "", true);
        bench.heard.clear();
        Box box = bench.unit(1, 5);
        FxEvents.move(bench.picture(), box.x() + 10, NetworkBench.down(box.centerY()));
        assertThat(bench.heard).containsExactly("unit 0 5");
        FxEvents.move(bench.picture(), box.x() + 1, NetworkBench.down(box.y() + 1));
        assertThat(bench.heard).containsExactly("unit 0 5");
        FxEvents.move(bench.picture(), bench.bias(1, 5).centerX(), NetworkBench.down(bench.bias(1, 5).centerY()));
        assertThat(tip().subject()).isEqualTo("layer 1, unit 6");
    }

    @Test
    void aColumnsNameBesideFormulasKeepsItsVariableAndIsCutBehindIt() {
        bench.view.show(bench.experiment, List.of(2), List.of(new InputName("x1", "length of the bill from tip to feathers"),
                InputName.formula("x1^2")), List.of("0", "1"), bench.layout());
        bench.pulse();
        FeatureName name = (FeatureName) cut().getFirst();
        Node variable = name.getChildren().getFirst();
        Node word = name.getChildren().getLast();
        assertThat(variable.getBoundsInParent().getWidth()).isGreaterThan(10);
        assertThat(word.getBoundsInParent().getMinX()).isGreaterThan(variable.getBoundsInParent().getMaxX());
        assertThat(name.getBoundsInParent().getMinX()).isGreaterThanOrEqualTo(NetworkLayout.EDGE);
    }

    @Test
    void namesAreCutOnlyWhereThereIsNoRoom() {
        bench.view.show(bench.experiment, List.of(2), InputName.formulas(List.of("x1", "sin(3*x1)*x2")), List.of("Iris versicolor", "Iris virginica"),
                bench.layout());
        bench.pulse();
        assertThat(cut()).isEmpty();
        bench.view.show(bench.experiment, List.of(2), InputName.formulas(List.of("x1", "sin(3*x1)*x2 + cos(x1)*sin(x1*x2)")),
                List.of("Iris versicolor with long and narrow petals", "Iris virginica"), bench.layout());
        bench.pulse();
        assertThat(cut()).hasSize(2);
        for (Node node : cut()) {
            assertThat(node.getBoundsInParent().getMinX()).isGreaterThanOrEqualTo(NetworkLayout.EDGE);
            assertThat(node.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(600 - NetworkLayout.EDGE + 0.5);
        }
    }

    /// The names that say all of themselves in a tooltip.
    private List<Node> cut() {
        return ((NetworkLabels) bench.view.lookup(".network-labels")).getChildren().stream()
                .filter(node -> !node.isMouseTransparent()).toList();
    }

    @Test
    void narrowCardsKeepTheirNameAndButtons() {
        click(bench.view.lookup(".layers-plus"));
        bench.pulse();
        assertThat(bench.layers()).isEqualTo("6 tanh, 4 tanh, 4 tanh, 2 softmax");
        LayerCard card = bench.card(2);
        assertThat(((Label) card.lookup(".layer-name")).isVisible()).isTrue();
        assertThat(card.minus().isVisible()).isTrue();
        assertThat(card.plus().isVisible()).isTrue();
        for (String part : List.of(".layer-icon", ".layer-name", ".layer-caret")) {
            Node shown = Objects.requireNonNull(bench.card(4).lookup(part));
            assertThat(shown.isVisible()).as("%s of softmax", part).isTrue();
            assertThat(shown.getBoundsInParent().getWidth()).isPositive();
        }
        assertThat(((Label) bench.card(4).lookup(".layer-name")).prefWidth(-1))
                .isLessThanOrEqualTo(((Label) bench.card(4).lookup(".layer-name")).getWidth());
        assertThat(List.of(1, 2, 3, 4)).as("one size").allMatch(layer ->
                ((Label) bench.card(layer).lookup(".layer-name")).getFont().getSize() == 12);
        assertThat(bench.view.lookupAll(".layer-plus")).hasSize(4)
                .allMatch(plus -> plus.isVisible() && !plus.getStyleClass().contains("crowded"));
    }

    @Test
    void aProbeIsMarkedInEveryThumbnailAndSaysItsOutputs() {
        bench.view.show(NetworkBench.slopes(bench.network(), 24));
        bench.view.setProbe(0, 0);
        bench.view.showActivations(new float[][] {{0, 0}, {1, 1, 1, 1, 1, 1}, {-1, 0, 0, 0}, {0.012f, 0.988f}});
        bench.pulse();
        WritableImage shot = bench.stage.getScene().snapshot(null);
        Box box = bench.unit(1, 0);
        assertThat(shot.getPixelReader().getColor((int) box.centerX(), (int) box.centerY())).isEqualTo(Color.WHITE);
        Color level = shot.getPixelReader().getColor((int) box.right() - 6, (int) box.y() + 10);
        assertThat(level.getBlue() - level.getRed()).isGreaterThan(0.4);
        NetworkLabels labels = (NetworkLabels) bench.view.lookup(".network-labels");
        assertThat(labels.values()).containsExactly("1\u00a0%", "99\u00a0%");
        bench.view.clearProbe();
        assertThat(labels.values()).containsExactly("", "");
    }

    @Test
    void tenLayersOfThirtyTwoUnitsAreBarsThatPaint() {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            layers.add(new Layer.Dense(32, Activation.TANH));
        }
        layers.add(new Layer.Dense(2, Activation.SOFTMAX));
        bench.networkChanged(new Model.Network(1, layers), "", true);
        bench.view.show(NetworkBench.slopes(bench.network(), 24));
        bench.view.setProbe(0.5, 0.5);
        bench.view.setRunning(true);
        bench.pulse();
        bench.view.layout();
        assertThat(bench.view.networkLayout().columns().get(5).bars()).isTrue();
        WritableImage shot = bench.stage.getScene().snapshot(null);
        Box box = bench.unit(5, 16);
        Color right = shot.getPixelReader().getColor((int) box.right() - 4, (int) box.centerY());
        assertThat(right.getBlue()).isGreaterThan(right.getRed());
        assertThat(((Button) bench.view.lookup(".layers-plus")).isDisabled()).isTrue();
    }

    @Test
    void aModelWithoutLayersIsSaidInWords() {
        bench.view.show(bench.experiment.withModel(new Model.Perceptron()), List.of(2), InputName.formulas(List.of("x1", "x2")), List.of("0", "1"), null);
        bench.pulse();
        assertThat(bench.picture().isVisible()).isFalse();
        bench.view.show(bench.experiment, List.of(2), InputName.formulas(List.of("x1", "x2")), List.of("0", "1"), null);
        bench.pulse();
        assertThat(bench.picture().isVisible()).isTrue();
        FxEvents.move(bench.picture(), 300, 200);
        assertThat(tip().isVisible()).isFalse();
    }

    @Test
    void parametersOfAnotherNetworkAreWaitedFor() {
        bench.view.show(new float[7]);
        bench.hover(LINK);
        assertThat(tip().isVisible()).isFalse();
    }

    @Test
    void bothThemesPaint() {
        Theme.DARK.apply(bench.stage.getScene());
        bench.view.setTheme(Theme.DARK);
        bench.pulse();
        WritableImage shot = bench.stage.getScene().snapshot(null);
        Box card = bench.view.networkLayout().cards().get(1);
        assertThat(shot.getPixelReader().getColor((int) card.x() + 10, (int) card.y() + 8).getBrightness()).isLessThan(0.3);
    }

    @Test
    void theLinksOfAnotherUnitFadeAndThePointedLinkHasAHandle() {
        float[] parameters = new float[56];
        parameters[LINK_INDEX] = 3;
        bench.view.showEdited(parameters);
        Box at = bench.view.handle(LINK);
        Color alone = colorAt(at.x(), at.y());
        assertThat(alone.getBlue()).isGreaterThan(alone.getRed() + 0.4);
        hoverUnit(1, 1);
        assertThat(colorAt(at.x(), at.y())).as("a link of the unit").isEqualTo(alone);
        hoverUnit(1, 5);
        assertThat(colorAt(at.x(), at.y()).getSaturation()).isLessThan(alone.getSaturation() - 0.3);
        bench.hover(LINK);
        assertThat(colorAt(at.x(), at.y())).isEqualTo(Color.WHITE);
        Box dot = bench.bias(1, 2);
        FxEvents.exit(bench.picture());
        double bare = colorAt(dot.centerX(), dot.y() - 2.5).getBrightness();
        FxEvents.move(bench.picture(), dot.centerX(), NetworkBench.down(dot.centerY()));
        assertThat(colorAt(dot.centerX(), dot.y() - 2.5).getBrightness()).isLessThan(bare - 0.3);
    }

    private Color colorAt(double x, double y) {
        bench.pulse();
        return bench.stage.getScene().snapshot(null).getPixelReader().getColor((int) x, (int) y);
    }

    @Test
    void oneOutputOfTwoClassesIsNamedAfterTheSecond() {
        Experiment before = bench.experiment;
        Model.Network network = new Model.Network(1, List.of(new Layer.Dense(3, Activation.TANH),
                new Layer.Dense(1, Activation.SIGMOID)));
        bench.experiment = new Experiment(before.title(), before.notes(), before.data(), before.features(), network,
                before.training().withLoss(Loss.BINARY_CROSS_ENTROPY), before.device());
        bench.view.show(bench.experiment, List.of(2), InputName.formulas(List.of("x1", "x2")), List.of("ill", "well"), bench.layout());
        bench.view.show(new float[bench.layout().size()]);
        bench.pulse();
        assertThat(bench.view.lookupAll(".output-name")).extracting(node -> ((Label) node).getText())
                .containsExactly("well");
        assertThat(bench.card(2).getAccessibleText()).isEqualTo("Output layer, sigmoid, 1 output");
        Box dot = bench.bias(2, 0);
        FxEvents.move(bench.picture(), dot.centerX(), NetworkBench.down(dot.centerY()));
        assertThat(tip().subject()).isEqualTo("output");
    }

    @Test
    void outputsAreNamedAfterTheirClasses() {
        bench.view.show(bench.experiment, List.of(2), InputName.formulas(List.of("x1", "x2")), List.of("ill", "well"), bench.layout());
        bench.pulse();
        assertThat(bench.view.lookupAll(".output-name")).extracting(node -> ((Label) node).getText())
                .containsExactly("ill", "well");
        Box dot = bench.bias(3, 1);
        FxEvents.move(bench.picture(), dot.centerX(), NetworkBench.down(dot.centerY()));
        assertThat(tip().subject()).isEqualTo("output well");
    }

    @Test
    void pageUpGoesThroughTheLinksBackwards() {
        FxEvents.press(bench.card(2), KeyCode.DOWN);
        FxEvents.press(bench.picture(), KeyCode.PAGE_UP);
        assertThat(tip().text()).isEqualTo("w +0.2300");
        FxEvents.press(bench.picture(), KeyCode.PAGE_UP);
        assertThat(tip().text()).isEqualTo("w +0.2200");
    }

    @Test
    void aScreenReaderHearsWhatIsPointedAt() {
        assertThat(bench.card(1).getAccessibleText()).isEqualTo("Hidden layer 1, tanh, 6 units");
        hoverUnit(1, 2);
        assertThat(bench.picture().getAccessibleText()).isEqualTo("layer 1, unit 3");
        bench.hover(LINK);
        assertThat(bench.picture().getAccessibleText()).isEqualTo("w +0.3700, unit 2 \u2192 layer 2, unit 4");
        FxEvents.exit(bench.picture());
        assertThat(bench.picture().getAccessibleText()).startsWith("Units and weights.");
    }

    private void hoverUnit(int column, int unit) {
        Box box = bench.unit(column, unit);
        FxEvents.move(bench.picture(), box.centerX(), NetworkBench.down(box.centerY()));
    }

    private ValueCard openBias(int column, int unit) {
        Box dot = bench.bias(column, unit);
        FxEvents.click(bench.picture(), dot.centerX(), NetworkBench.down(dot.centerY()));
        return bench.view.editors().card();
    }

    private ValueTip tip() {
        return bench.view.editors().tip();
    }

    private static void click(Node node) {
        FxEvents.click(node, node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY());
    }
}
