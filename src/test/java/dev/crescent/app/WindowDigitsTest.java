package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.export.DrawingFile;
import dev.crescent.insight.Confusion;
import dev.crescent.insight.image.ImageNetwork;
import dev.crescent.insight.image.MistakeFinder;
import dev.crescent.insight.image.Mistakes;
import dev.crescent.train.Command;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The digit room of a whole window, driven by the mouse and keys.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowDigitsTest {
    private static final List<Integer> SHAPE = List.of(1, 28, 28);

    @TempDir
    private Path home = Path.of("");
    private WindowBench app;
    private RoomHands room;

    @AfterEach
    void close() {
        app.close();
    }

    private void open(Experiment experiment) {
        app = WindowBench.on(home, experiment);
        room = new RoomHands(app);
        app.await("the digit room", room::inDigits);
        app.await("the weights", () -> Arrays.equals(app.latest().parameters(), ShippedWeights.of(experiment)));
        room.frame();
    }

    private Model.Network network() {
        return (Model.Network) app.experiment().model();
    }

    private float[] ink() {
        return room.pad().preparation().centered();
    }

    @Test
    void theRailLeadsToANetworkThatReadsWhatIsDrawnInTheSameFrame() throws Exception {
        app = new WindowBench(home);
        room = new RoomHands(app);
        app.click("rail.digits");
        app.await("the shipped digits", () -> app.experiment().equals(Experiment.defaults()) ? false : room.inDigits());
        assertThat(app.experiment()).isEqualTo(Builtins.read("digits"));
        app.await("their weights", () -> Arrays.equals(app.latest().parameters(), ShippedWeights.of(app.experiment())));
        app.await("an empty pad", () -> room.said().equals("Nothing is drawn."));
        assertThat(app.scene().getFocusOwner()).as("the pad's keys work at once").isSameAs(app.find("pad"));
        assertThat(app.latest().step()).isZero();

        room.draw(RoomHands.FOUR);
        assertThat(room.said()).as("before the frame").isEqualTo("Nothing is drawn.");
        room.frame();
        assertThat(room.said()).startsWith("4 ");
        room.type(KeyCode.DELETE);
        room.frame();
        assertThat(room.said()).isEqualTo("Nothing is drawn.");
        room.draw(RoomHands.ONE);
        room.frame();
        assertThat(room.said()).startsWith("1 ");
        room.drawOnly(RoomHands.ZERO);
        assertThat(room.said()).startsWith("0 ");
        assertThat(app.line()).isEmpty();
    }

    @Test
    void aFileWithATrainedReaderOpensInTheRoomWhereItReads() throws Exception {
        open(RoomHands.few());
        app.await("where its training stands", () -> app.bench().progress() != null);
        Path file = home.resolve("reader.crescent");
        assertThat(Documents.write(app.bench().document(), app.bench().progress(), List.of(), file)).isEmpty();
        app.close();
        app = new WindowBench(home.resolve("another"), file.toString());
        room = new RoomHands(app);
        app.await("the digit room", room::inDigits);
        assertThat(app.experiment()).isEqualTo(RoomHands.few());
    }

    @Test
    void whatIsOnThePadOutlivesTheWindow() throws Exception {
        open(RoomHands.few());
        room.drawOnly(RoomHands.FOUR);
        app.close();
        open(RoomHands.few());
        app.await("the drawing is there and read", () -> room.said().startsWith("4 "));
        room.type(KeyCode.DELETE);
        room.frame();
        app.close();
        Path file = new UserFolder(home).pad();
        assertThat(file).doesNotExist();
        Files.writeString(file, "no drawing");
        open(RoomHands.few());
        app.await("empty paper in place of a damaged one", () -> room.said().equals("Nothing is drawn."));
        room.drawOnly(RoomHands.ZERO);
        app.close();
        assertThat(DrawingFile.read(file).strokes()).hasSize(32);
    }

    @Test
    void aFaceIsUnlikeAllThatItLearned() throws Exception {
        open(RoomHands.few());
        room.drawOnly(RoomHands.FOUR);
        app.await("an answer, once it is known what is usual", () -> room.said().startsWith("4 "));
        room.drawOnly(RoomHands.SMILEY);
        app.await("no answer", () -> room.said().startsWith("not sure, unlike all it learned: "));
        room.drawOnly(RoomHands.FOUR);
        assertThat(room.said()).startsWith("4 ");
    }

    @Test
    void thePadsKeysWorkFromTheBarsToo() throws Exception {
        open(RoomHands.few());
        room.drawOnly(RoomHands.FOUR);
        Node run = app.scene().lookup(".top-bar .button");
        run.requestFocus();
        room.type(KeyCode.DIGIT7);
        assertThat(((ToggleButton) app.find("teach-7")).isSelected()).isTrue();
        room.type(KeyCode.DELETE);
        room.frame();
        assertThat(room.said()).isEqualTo("Nothing is drawn.");
        assertThat(app.scene().getFocusOwner()).isSameAs(run);
    }

    @Test
    void whatComesTrainedKeepsTheDigitsAndKnowsNothingOfClothes() throws Exception {
        open(RoomHands.few());
        float[] trained = app.latest().parameters();
        Experiment clothes = app.experiment().withData(new Data(new Source.Images(ImageSet.FASHION_MNIST, null, 0), 1, 0, Scaling.UNIT));
        app.bench().change(clothes, "", true);
        app.awaitSnapshot("no images", s -> s.experiment().equals(clothes));
        app.await("another name", () -> ((Label) app.find("prediction-subject")).getText().equals("your own"));
        assertThat(app.bench().beganTrained()).isFalse();
        assertThat(app.latest().parameters()).isNotEqualTo(trained);
        app.await("no lessons", () -> ((Label) app.find("teach-title")).getText().startsWith("Own drawings are digits"));
        app.bench().undo();
        app.awaitSnapshot("as before", s -> Arrays.equals(s.parameters(), trained));
        assertThat(app.bench().beganTrained()).isTrue();
    }

    @Test
    void whyComesForADrawingAndTheTargetIsTheUsersChoice() throws Exception {
        open(RoomHands.few());
        room.draw(RoomHands.FOUR);
        Node saliency = room.called(Texts.get("digits.accessible.saliency"));
        Node occlusion = room.called(Texts.get("digits.accessible.occlusion"));
        Node change = room.called(Texts.get("digits.accessible.counterfactual"));
        assertThat(RoomHands.isFilled(saliency)).isFalse();
        app.await("all answers", () -> RoomHands.isFilled(saliency) && RoomHands.isFilled(occlusion)
                && RoomHands.isFilled(change));
        assertThat(room.texts("neighbor-label").stream().filter(text -> !text.isEmpty())).hasSize(5).contains("4");

        MenuButton target = (MenuButton) app.find("why-target");
        assertThat(target.getText()).isEqualTo("To read " + second(ink()));
        int other = (1 + second(ink())) % 10 == 4 ? 5 : (1 + second(ink())) % 10;
        target.getItems().get(other).fire();
        room.frame();
        assertThat(target.getText()).as("the other question").isEqualTo("To read " + other);
        room.drawOnly(RoomHands.ZERO);
        assertThat(target.getText()).as("another winner has another second").isEqualTo("To read " + second(ink()));
        room.drawOnly(RoomHands.STAR);
        app.await("no answer, once it is known how sure it may be", () -> room.said().startsWith("not sure"));
        room.type(KeyCode.DELETE);
        room.frame();
        assertThat(RoomHands.isFilled(saliency) || RoomHands.isFilled(change)).isFalse();
        assertThat(room.texts("neighbor-label")).isEmpty();
    }

    /// The second best class for a drawing.
    private int second(float[] ink) {
        float[] outputs = new ImageNetwork(new CpuEngine(), network(), SHAPE).outputs(app.latest().parameters(), ink);
        return IntStream.range(0, outputs.length).boxed().sorted(Comparator.comparingDouble(k -> -outputs[k])).skip(1)
                .findFirst().orElseThrow();
    }

    @Test
    void everyLayerIsShownInOrderAndTheLoupeHasTheEnginesNumbers() throws Exception {
        open(RoomHands.few());
        room.draw(RoomHands.FOUR);
        room.frame();
        List<Label> captions = app.find("inside-strip").lookupAll(".layer-caption").stream().map(Label.class::cast).toList();
        assertThat(captions.stream().map(Label::getText)).containsExactly("Image", "Conv", "Max-pool", "Conv", "Max-pool",
                "Dense", "Dense");

        Node strip = app.find("inside-strip");
        double x = Objects.requireNonNull(captions.get(3).getParent()).getLayoutX() + 3;
        double y = placeOfMap(strip, x, 0.05);
        String tip = room.texts("tooltip-label").getFirst();
        assertThat(tip).matches("Conv \\d+, row \\d+, column \\d+: .+");
        int[] at = Arrays.stream(tip.replaceAll("[^0-9 ,]", "").split(":")[0].trim().split("[ ,]+")).limit(3)
                .mapToInt(part -> Integer.parseInt(part) - 1).toArray();
        ((ToggleButton) app.button("Kernel loupe")).fire();
        FxEvents.move(strip, x + 1000, y);
        FxEvents.move(strip, x, y);
        ImageNetwork engine = new ImageNetwork(new CpuEngine(), network(), SHAPE);
        List<Integer> shape = Shapes.of(network(), SHAPE).get(2);
        float output = engine.activations(app.latest().parameters(), ink())[2]
                [(at[0] * shape.get(1) + at[1]) * shape.get(2) + at[2]];
        assertThat(room.text("loupe-result")).endsWith("activation gives " + Numbers.fixed(output, 2));
        double before = Double.parseDouble(room.text("loupe-result").replaceAll(".*= ", "").replaceAll(",.*", "")
                .replace('\u2212', '-'));
        assertThat(before).isPositive().isEqualTo(Double.parseDouble(Numbers.fixed(output, 2)));
        ((ToggleButton) app.button("Kernel loupe")).fire();
        assertThat(room.text("loupe-result")).isEmpty();
    }

    /// A place of the strip with a pixel of a map below it that is more than that.
    private double placeOfMap(Node strip, double x, double least) {
        for (double y = 4; y < strip.getLayoutBounds().getHeight(); y += 3) {
            FxEvents.move(strip, x, y);
            boolean map = room.texts("tooltip-label").stream().anyMatch(text -> text.startsWith("Conv ")
                    && Double.parseDouble(text.replaceAll(".*: ", "").replace('\u2212', '-')) > least);
            if (map) {
                return y;
            }
        }
        throw new AssertionError("No map at " + x);
    }

    @Test
    void aUnitsCardHasWhatExcitesItEvenWithoutADrawing() throws Exception {
        open(RoomHands.few());
        Node strip = app.find("inside-strip");
        double x = Objects.requireNonNull(strip.lookupAll(".layer-caption").stream().skip(1).findFirst().orElseThrow()
                .getParent()).getLayoutX() + 3;
        FxEvents.click(strip, x, placeOfMap(strip, x, -1));
        assertThat(room.text("unit-title")).isEqualTo("Conv, layer 1, map 1");
        app.await("its images", () -> room.everywhere().filter(node -> "unit-words".equals(node.getId()))
                .noneMatch(Node::isVisible));
        assertThat(room.everywhere().filter(node -> node.getStyleClass().contains("unit-card")).findFirst().orElseThrow()
                .lookupAll(".pixel-frame")).as("a kernel and nine images").hasSize(10);
        app.bench().change(app.experiment().withModel(((Model.Network) Builtins.read("digits-mlp").model())), "", true);
        app.await("the unit is gone", () -> Window.getWindows().stream().noneMatch(w -> w.isShowing() && w != app.stage));
        assertThat(app.stage.isShowing()).isTrue();
    }

    @Test
    void mistakesAreThoseOfTheTestPartAndACellListsItsOwn() throws Exception {
        enter(RoomHands.few().withTitle("Untrained"));
        app.send(new Command.Epoch());
        Snapshot trained = app.awaitSnapshot("an epoch", s -> s.epoch() == 1 && !s.running());
        Mistakes mistakes = Objects.requireNonNull(new MistakeFinder(new CpuEngine(), network(), SHAPE,
                app.experiment().training().loss()).find(trained.parameters(), trained.dataset().test(), () -> false));
        Confusion confusion = mistakes.confusion(10);
        int[] cell = worstCell(confusion);
        int count = confusion.counts()[cell[0]][cell[1]];
        Node matrix = app.find("digits.confusion").lookup(".focusable");
        app.await("the counts", () -> {
            hover(matrix, cell);
            return room.text("digits.confusion.sentence").equals(cell[0] + " read as " + cell[1] + ": "
                    + confusion.counts()[cell[0]][cell[1]] + " of " + confusion.samples(cell[0]));
        });
        assertThat(room.text("mistakes-title")).isEqualTo("Worst mistakes");
        Button worst = (Button) app.find("mistake-0");
        int first = mistakes.worst(1)[0];
        assertThat(worst.getTooltip().getText()).startsWith(mistakes.labels()[first] + " read as "
                + mistakes.predictions()[first]).endsWith("loss " + Numbers.loss(mistakes.losses()[first]));

        FxEvents.click(matrix, middle(matrix, cell[1]), middle(matrix, cell[0]));
        assertThat(room.text("mistakes-title")).isEqualTo(cell[0] + " read as " + cell[1]);
        assertThat(room.text("mistakes-subject")).isEqualTo(count > 9 ? "1 to 9 of " + count
                : count + " of " + confusion.samples(cell[0]));
        app.click("mistake-0");
        room.frame();
        int shown = mistakes.cell(cell[0], cell[1])[0];
        assertThat(Objects.requireNonNull(room.pad().drawing().background()).ink()).as("the image is on the pad")
                .isEqualTo(Arrays.copyOfRange(trained.dataset().test().inputs(), shown * 784, shown * 784 + 784));
        assertThat(room.said()).isNotEqualTo("Nothing is drawn.");
        app.click("mistakes-back");
        assertThat(room.text("mistakes-title")).isEqualTo("Worst mistakes");

        app.press("R");
        app.awaitSnapshot("the start", s -> s.step() == 0);
        room.frame();
        assertThat(worst.isVisible() && worst.getTooltip().getText().endsWith(Numbers.loss(mistakes.losses()[first])))
                .as("those of another run are gone at once").isFalse();
    }

    private void enter(Experiment experiment) {
        app = WindowBench.on(home, experiment);
        room = new RoomHands(app);
        app.click("rail.digits");
        assertThat(room.inDigits()).isTrue();
        room.frame();
    }

    private static int[] worstCell(Confusion confusion) {
        int[] worst = {0, 1};
        for (int of = 0; of < confusion.classes(); of++) {
            for (int as = 0; as < confusion.classes(); as++) {
                worst = of != as && confusion.counts()[of][as] > confusion.counts()[worst[0]][worst[1]]
                        ? new int[] {of, as} : worst;
            }
        }
        return worst;
    }

    /// The middle of a row or column of the matrix.
    private static double middle(Node matrix, int k) {
        double room = Math.min(matrix.getLayoutBounds().getWidth(), matrix.getLayoutBounds().getHeight()) - 36;
        double cell = Math.clamp(Math.floor((room + 2) / 10) - 2, 6, 36);
        return 36 + k * (cell + 2) + cell / 2;
    }

    private static void hover(Node matrix, int[] cell) {
        FxEvents.move(matrix, middle(matrix, cell[1]), middle(matrix, cell[0]));
    }

    @Test
    void keysGoWhereTheUserLooks() throws Exception {
        open(RoomHands.few());
        room.draw(RoomHands.ONE);
        room.draw(new double[][] {{0.3, 0.5, 0.7, 0.5}});
        room.frame();
        Experiment changed = app.experiment().withTraining(app.experiment().training().withBatchSize(7));
        app.bench().change(changed, "", true);
        app.settle();
        app.press("Ctrl+Z");
        room.frame();
        assertThat(room.pad().drawing().strokes()).as("a stroke less").hasSize(1);
        assertThat(app.experiment()).as("not the experiment").isEqualTo(changed);
        app.press("Ctrl+Shift+Z");
        assertThat(room.pad().drawing().strokes()).hasSize(2);
        app.press("Ctrl+Z");
        app.press("Ctrl+Z");
        app.press("Ctrl+Z");
        assertThat(room.pad().drawing().isEmpty()).isTrue();
        assertThat(app.experiment()).as("one too many does no harm").isEqualTo(changed);
        app.press("Ctrl+Shift+Z");
        app.find("rail.digits").requestFocus();
        app.press("Ctrl+Z");
        assertThat(room.pad().drawing().isEmpty()).as("who came by the rail means the drawing").isTrue();
        assertThat(app.experiment()).isEqualTo(changed);
        app.button("Run").requestFocus();
        app.press("Ctrl+Z");
        assertThat(app.experiment()).isEqualTo(RoomHands.few());

        room.pad().requestFocus();
        room.draw(RoomHands.FOUR);
        room.frame();
        room.type(KeyCode.DIGIT7);
        assertThat(((ToggleButton) app.find("teach-7")).isSelected()).isTrue();
        room.type(KeyCode.NUMPAD3);
        assertThat(((ToggleButton) app.find("teach-3")).isSelected()).isTrue();

        app.click("settings.browse");
        assertThat(room.everywhere()).anyMatch(node -> node.getStyleClass().contains("gallery-panel"));
        room.type(KeyCode.DIGIT5);
        assertThat(((ToggleButton) app.find("teach-3")).isSelected()).as("what is covered stays").isTrue();
        assertThat(RoomHands.isShown(app.find("pad"))).as("the keyboard cannot get there").isFalse();
        app.find("settings.browse").requestFocus();
        room.type(KeyCode.ESCAPE);
        assertThat(RoomHands.isShown(app.find("pad"))).isTrue();
        assertThat(room.everywhere()).noneMatch(node -> node.getStyleClass().contains("gallery-panel"));
        assertThat(app.scene().getFocusOwner()).isSameAs(app.find("pad"));

        app.press("Space");
        app.awaitSnapshot("it trains", Snapshot::running);
        app.press("Space");
        app.awaitSnapshot("a pause", s -> !s.running());
        assertThat(room.pad().drawing().isEmpty()).isFalse();
    }
}
