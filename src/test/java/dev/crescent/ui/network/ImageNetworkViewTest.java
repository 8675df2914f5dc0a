package dev.crescent.ui.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Networks that see images, in a window.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class ImageNetworkViewTest {
    /// digits-conv: the image, conv, pool, conv, pool, dense, dropout, output.
    private static final int DENSE = 4;
    private static final int SECOND_CONV = 2;

    private NetworkBench bench;

    private void show(String name) throws Exception {
        bench = NetworkBench.ofDigits(Builtins.read(name));
    }

    @AfterEach
    void hide() {
        bench.view.insertMenu().menu().hide();
        bench.close();
    }

    private List<String> shapes() {
        return bench.view.lookupAll(".layer-shape").stream().map(node -> ((Label) node).getText().replace(" ", "")).toList();
    }

    private Node find(String id) {
        return withId(bench.view.popover().callout().root(), id);
    }

    private static Node withId(Node root, String id) {
        return root.lookupAll("*").stream().filter(node -> id.equals(node.getId())).findFirst().orElseThrow();
    }

    private void open(int layer) {
        FxEvents.click(Objects.requireNonNull(bench.view.cards().cardOf(layer)), 3, 3);
        FxExtension.pulse(bench.view.popover().callout().root().getScene());
    }

    private Button button(String stepper, int number) {
        return (Button) List.copyOf(find(stepper).lookupAll(".stepper-button")).get(number);
    }

    private List<String> problems() {
        return bench.view.popover().callout().root().lookupAll(".danger-text").stream().filter(Node::isVisible)
                .map(node -> ((Label) node).getText()).filter(text -> !text.isEmpty()).toList();
    }

    private void type(String stepper, String number) {
        TextField field = (TextField) Objects.requireNonNull(find(stepper).lookup(".text-field"));
        field.setText(number);
        FxEvents.press(field, KeyCode.ENTER);
    }

    @Test
    void whatEachLayerGivesOutStandsBelowItsCardAndFollowsEveryEdit() throws Exception {
        show("digits-conv");
        assertThat(shapes()).containsExactly("28\u00d728", "16\u00d724\u00d724", "16\u00d712\u00d712", "32\u00d78\u00d78",
                "32\u00d74\u00d74", "128", "128", "10");
        open(0);
        button("layer.size", 1).fire();
        assertThat(shapes()).startsWith("28\u00d728", "16\u00d723\u00d723", "16\u00d711\u00d711", "32\u00d77\u00d77");
        for (Node label : bench.view.lookupAll(".layer-shape")) {
            assertThat(((Label) label).prefWidth(-1)).as(((Label) label).getText())
                    .isLessThanOrEqualTo(((Label) label).getWidth() + 0.5);
        }
    }

    @Test
    void shapesOfManyLayersHaveRoomBelowEachOther() throws Exception {
        show("mnist-conv");
        List<Node> labels = List.copyOf(bench.view.lookupAll(".layer-shape"));
        assertThat(labels).hasSize(13);
        for (Node label : labels) {
            assertThat(((Label) label).prefWidth(-1)).as(((Label) label).getText())
                    .isLessThanOrEqualTo(((Label) label).getWidth() + 0.5);
            assertThat(labels).filteredOn(other -> other != label)
                    .noneMatch(other -> other.getBoundsInParent().intersects(label.getLayoutX() + 1, label.getLayoutY() + 1,
                            ((Label) label).getWidth() - 2, ((Label) label).getHeight() - 2));
        }
        NetworkLayout layout = bench.view.networkLayout();
        assertThat(layout.columns()).allSatisfy(column -> assertThat(column.top())
                .isGreaterThan(labels.stream().mapToDouble(label -> label.getBoundsInParent().getMaxY()).max().orElseThrow()));
        for (int c = 1; c < layout.columns().size(); c++) {
            assertThat(layout.columns().get(c).left()).as("columns apart").isGreaterThan(layout.columns().get(c - 1).right());
        }
    }

    @Test
    void aUnitPointedAtShowsItsWeightsLargeAndFollowsTheTraining() throws Exception {
        show("mnist-softmax");
        float[] parameters = new float[7850];
        Arrays.fill(parameters, 3 * 784, 3 * 784 + 392, 0.5f); // the upper half of the template of 3
        parameters[3 * 784 + 783] = -0.25f;
        parameters[7843] = 0.125f;
        bench.view.show(parameters);
        Box box = bench.unit(1, 3);
        FxEvents.move(bench.picture(), box.centerX(), NetworkBench.down(box.centerY()));
        UnitTip tip = bench.view.unitTip();
        assertThat(tip.isVisible()).isTrue();
        assertThat(tip.said()).isEqualTo("output 3, 28 \u00d7 28 weights, one for each pixel, \u22120.2500 to +0.5000");
        Palette palette = Palette.of(Theme.LIGHT);
        assertThat(tip.pixels()[0]).isEqualTo(palette.weightArgb(1));
        assertThat(tip.pixels()[tip.pixels().length / 2 + 10]).isEqualTo(palette.weightArgb(0));
        assertThat(tip.getBoundsInParent().getMinX()).isGreaterThanOrEqualTo(0);
        assertThat(tip.getLayoutX() + tip.getWidth() <= box.x() || tip.getLayoutX() >= box.right()).as("beside").isTrue();
        bench.view.show(new float[7850]);
        assertThat(tip.said()).endsWith("+0.0000 to +0.0000");
        FxEvents.exit(bench.picture());
        assertThat(tip.isVisible()).isFalse();
    }

    @Test
    void aDeeperFilterShowsItsStrongestChannelAndSaysSo() throws Exception {
        show("digits-conv");
        float[] parameters = new float[bench.layout().total()];
        int second = bench.layout().slice(SECOND_CONV).orElseThrow().weightOffset();
        parameters[second + 16 * 25 + 6 * 25] = -1; // the second filter's seventh channel
        bench.view.show(parameters);
        Box filter = bench.unit(1, 5);
        FxEvents.move(bench.picture(), filter.centerX(), NetworkBench.down(filter.centerY()));
        assertThat(bench.view.unitTip().said()).startsWith("layer 1, unit 6, a filter of 5 \u00d7 5 weights");
        Box box = bench.unit(2, 1);
        FxEvents.move(bench.picture(), box.centerX(), NetworkBench.down(box.centerY()));
        assertThat(bench.view.unitTip().said()).contains("16 channels; the picture shows channel 7")
                .endsWith("\u22121.0000 to +0.0000");
        assertThat(bench.view.unitTip().pixels()[0]).isEqualTo(Palette.of(Theme.LIGHT).weightArgb(-1));
        Box dense = bench.unit(3, 0);
        FxEvents.move(bench.picture(), dense.centerX(), NetworkBench.down(dense.centerY()));
        assertThat(bench.view.unitTip().said()).contains("512 weights");
        assertThat(bench.view.unitTip().pixels()).as("no picture").isEmpty();
    }

    @Test
    void unitsOfThePlaneHaveNoSuchCard() {
        bench = new NetworkBench(Experiment.defaults());
        Box box = bench.unit(1, 1);
        FxEvents.move(bench.picture(), box.centerX(), NetworkBench.down(box.centerY()));
        assertThat(bench.heard).contains("unit 0 1");
        assertThat(bench.view.unitTip().isVisible()).isFalse();
    }

    @Test
    void strideAndPaddingOfAConvolutionAreEdited() throws Exception {
        show("digits-conv");
        open(0);
        ComboBox<?> padding = (ComboBox<?>) find("layer.padding");
        padding.getSelectionModel().select(1);
        assertThat(((Layer.Conv) bench.network().layers().getFirst()).padding()).isEqualTo(Padding.SAME);
        assertThat(shapes()).contains("16\u00d728\u00d728");
        button("layer.stride", 1).fire();
        assertThat(problems()).containsExactly("Padding same needs stride 1.");
        assertThat(((Layer.Conv) bench.network().layers().getFirst()).stride()).isEqualTo(1);
        padding.getSelectionModel().select(2);
        button("layer.stride", 1).fire();
        assertThat(problems()).isEmpty();
        assertThat(shapes()).as("32 positions at every second").contains("16\u00d716\u00d716");
        assertThat(bench.heard).containsExactly("padding same", "padding full", "stride 2");
        padding.getSelectionModel().select(1);
        assertThat(problems()).containsExactly("Padding same needs stride 1.");
        assertThat(padding.getValue()).as("what it still is").isEqualTo("full");
    }

    @Test
    void thePoolingWindowAndItsStrideAreEdited() throws Exception {
        show("digits-conv");
        open(1);
        button("layer.stride", 0).fire();
        assertThat(bench.network().layers().get(1)).isEqualTo(new Layer.MaxPool(2, 1, Rounding.DOWN));
        assertThat(shapes()).contains("16\u00d723\u00d723");
        type("layer.size", "3");
        assertThat(bench.network().layers().get(1)).isEqualTo(new Layer.MaxPool(3, 1, Rounding.DOWN));
        assertThat(find("layer.padding").getParent().isVisible()).isFalse();
    }

    @Test
    void sizesThatLeaveNothingAreRefusedInASentenceAndNothingChanges() throws Exception {
        show("digits-conv");
        open(SECOND_CONV);
        type("layer.size", "13");
        assertThat(problems()).containsExactly("The kernel of hidden layer 2 is 13 \u00d7 13, but the image that comes in is "
                + "only 12 \u00d7 12; choose a smaller kernel, or take a pooling layer before it away.");
        type("layer.size", "12");
        assertThat(problems()).containsExactly("Max pooling takes windows of 2 \u00d7 2, but the image that comes in is "
                + "only 1 \u00d7 1; choose a smaller window, or take a pooling layer before it away.");
        assertThat(bench.heard).isEmpty();
    }

    @Test
    void aConvolutionBehindADenseLayerIsRefusedInASentence() throws Exception {
        show("digits-conv");
        open(DENSE + 1); // the dropout behind it
        ComboBox<?> type = (ComboBox<?>) find("layer.type");
        assertThat(type.getItems().stream().map(Object::toString)).contains("conv", "max-pool", "batch-norm", "flatten");
        type.getSelectionModel().select(type.getItems().stream().map(Object::toString).toList().indexOf("conv"));
        assertThat(problems()).containsExactly("A convolution needs an image, but a row of 128 numbers comes in; it can be "
                + "only before the first dense or flatten layer.");
        assertThat(type.getValue()).isEqualTo("dropout");
        type.getSelectionModel().select(type.getItems().stream().map(Object::toString).toList().indexOf("batch-norm"));
        assertThat(problems()).isEmpty();
        assertThat(bench.heard).containsExactly("batch-norm");
        assertThat(bench.network().layers().get(DENSE + 1)).isEqualTo(new Layer.BatchNorm());
    }

    private List<String> offered(int plus) {
        bench.view.insertMenu().menu().hide();
        FxEvents.click(List.copyOf(bench.view.lookupAll(".layer-plus")).get(plus), 5, 5);
        assertThat(bench.view.insertMenu().menu().isShowing()).isTrue();
        return bench.view.insertMenu().menu().getItems().stream().filter(item -> !item.isDisable()).map(MenuItem::getText).toList();
    }

    private String reason() {
        return ((Text) ((CustomMenuItem) bench.view.insertMenu().menu().getItems().getLast()).getContent()).getText();
    }

    private void insert(int plus, String kind) {
        offered(plus);
        bench.view.insertMenu().menu().getItems().stream().filter(item -> kind.equals(item.getText())).findFirst().orElseThrow().fire();
        bench.pulse();
    }

    @Test
    void thePlusOffersWhatIsPossibleAndSaysWhyTheRestIsNot() throws Exception {
        show("digits-conv");
        assertThat(offered(0)).as("before a convolution").containsExactly("Convolution", "Dropout",
                "Batch normalization", "Noise");
        assertThat(reason()).startsWith("Max pooling takes windows of 2 \u00d7 2, but the image that comes in is only 1 \u00d7 1");
        assertThat(offered(6)).as("before the output").containsExactly("Dense", "Dropout", "Batch normalization",
                "Flatten", "Noise", "Maxout");
        assertThat(reason()).isEqualTo("A convolution needs an image, but a row of 128 numbers comes in; it can be only before "
                + "the first dense or flatten layer.");
        insert(6, "Batch normalization");
        assertThat(bench.heard).containsExactly("new layer");
        assertThat(bench.layers()).endsWith("128 relu, dropout, batch-norm, 10 softmax");
        insert(0, "Convolution");
        assertThat(bench.network().layers().getFirst()).isInstanceOfSatisfying(Layer.Conv.class, conv -> {
            assertThat(conv.filters()).isEqualTo(8);
            assertThat(conv.kernel()).isEqualTo(3);
        });
        assertThat(shapes()).startsWith("28\u00d728", "8\u00d728\u00d728");
    }

    @Test
    void poolingEndsWhereNothingWouldBeLeft() throws Exception {
        show("mnist-softmax");
        for (int i = 0; i < 4; i++) {
            insert(0, "Max pooling");
        }
        assertThat(shapes()).as("14, 7, 3, 1 in all").endsWith("7\u00d77", "3\u00d73", "1\u00d71", "10");
        assertThat(offered(0)).doesNotContain("Max pooling");
        assertThat(reason()).startsWith("Max pooling takes windows of 2 \u00d7 2, but the image that comes in is only 1 \u00d7 1");
    }

    @Test
    void aLayerDraggedWhereItCannotBeStaysAndASentenceSaysWhyUntilTheNextPress() throws Exception {
        show("digits-conv");
        LayerCard dense = Objects.requireNonNull(bench.view.cards().cardOf(DENSE));
        LayerCard first = Objects.requireNonNull(bench.view.cards().cardOf(0));
        FxEvents.drag(dense, MouseButton.PRIMARY, 10, 10, first.getLayoutX() - dense.getLayoutX(), 12);
        Label refusal = (Label) withId(bench.view, "network.refusal");
        assertThat(refusal.isVisible()).isTrue();
        assertThat(refusal.getText()).startsWith("A convolution needs an image, but a row of 128 numbers comes in");
        assertThat(refusal.getHeight()).isGreaterThan(20);
        assertThat(bench.heard).isEmpty();
        FxEvents.click(bench.picture(), 2, 2);
        assertThat(refusal.isVisible()).isFalse();
    }
}
