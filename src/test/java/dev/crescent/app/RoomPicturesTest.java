package dev.crescent.app;

import static dev.crescent.app.SheetLooks.count;
import static dev.crescent.app.SheetLooks.drawn;
import static dev.crescent.app.SheetLooks.isDrawnAtEverySize;
import static dev.crescent.app.SheetLooks.svg;
import static dev.crescent.app.SheetLooks.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import dev.crescent.ui.lens.LensStrip;
import dev.crescent.ui.picture.Look;
import dev.crescent.ui.picture.PictureForm;
import dev.crescent.ui.picture.ShownView;
import dev.crescent.ui.theme.Fonts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Pictures of what only the descent room, the digit room, the hidden space, the curves and the lens show.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class RoomPicturesTest {
    @TempDir
    private Path home = Path.of("");
    private WindowBench app;

    @AfterEach
    void close() {
        app.close();
    }

    private List<ShownView> views() {
        return app.window.views().pictures();
    }

    private ShownView view(String id) {
        return views().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError("There is no " + id + " among " + ids()));
    }

    private List<String> ids() {
        return views().stream().map(ShownView::id).toList();
    }

    @Test
    void theHiddenSpaceIsDrawnAsItIsShown() throws Exception {
        app = WindowBench.on(home, Builtins.read("moons"));
        FxExtension.pulse(app.scene());
        assertThat(ids()).isEmpty();
        app.click("output.mode.hidden");
        app.await("a space", () -> ids().equals(List.of("space")));
        assertThat(words(svg(view("space")))).contains("Two moons", "hidden space")
                .anyMatch(word -> word.startsWith("Layer 2 of 3")).doesNotContain("2-D", "3-D");
        app.find("hidden.space").requestFocus();
        app.press("Home");
        app.await("the inputs", () -> words(unchecked("space")).stream().anyMatch(word -> word.startsWith("Input")));
        isDrawnAtEverySize(view("space"));
        app.click("output.mode.output");
        assertThat(ids()).isEmpty();
    }

    @Test
    void theNetworkUnderTheLensIsDrawnWithItsNumbersAndFormulas() throws Exception {
        app = WindowBench.on(home, Builtins.read("moons"));
        FxExtension.pulse(app.scene());
        app.press("L");
        app.await("the lens, with the keys", () -> ids().contains("lens") && app.scene().getFocusOwner() instanceof LensStrip);
        Document sample = svg(view("lens"));
        assertThat(words(sample)).contains("Two moons", "step 1 under the lens, sample 1 of 10", "tanh", "softmax", "t 1");
        app.press("Right");
        Document forward = svg(view("lens"));
        assertThat(words(forward)).contains(((Label) app.find("step.caption")).getText()).doesNotContain("t 1", "w");
        assertThat(count(forward, "path")).as("formulas as outlines").isGreaterThan(count(sample, "path") + 20);
        isDrawnAtEverySize(view("lens"));
        app.press("L");
        assertThat(ids()).doesNotContain("lens");
    }

    @Test
    void theCurvesAreDrawnAsTheyAreShownWithTheRunsToCompareWith() throws Exception {
        app = WindowBench.on(home, Builtins.read("moons"));
        for (int i = 0; i < 3; i++) {
            long step = i;
            app.press("S");
            app.awaitSnapshot("a step", s -> s.step() > step);
        }
        FxExtension.pulse(app.scene());
        assertThat(ids()).as("what render draws").isEmpty();
        app.clickButton(Texts.get("curves.pin"));
        app.await("the pinned run", () -> ids().equals(List.of("curves")));
        assertThat(words(svg(view("curves")))).contains("Two moons", "Loss", "Accuracy", "A")
                .anyMatch(word -> word.contains("6-4-2 adam 0.01"));
        isDrawnAtEverySize(view("curves"));
        app.clickButton(Texts.get("curves.loss"));
        assertThat(words(svg(view("curves")))).contains("Loss", "loss").doesNotContain("Accuracy", "log");
    }

    private void descend(Experiment experiment, int part) {
        app = WindowBench.on(home, experiment);
        app.click("rail.descent");
        app.click("descent.part." + part);
        FxExtension.pulse(app.scene());
    }

    @Test
    void aRaceDownAFunctionIsDrawnWithItsWordsAsWords() throws Exception {
        descend(Experiment.defaults(), 2);
        for (int i = 0; i < 30; i++) {
            app.press("S");
        }
        FxExtension.pulse(app.scene());
        assertThat(ids()).containsExactly("map", "surface", "lanes", "race-curves");
        assertThat(view("map").file()).isEqualTo("himmelblau");
        for (ShownView view : views()) {
            Document svg = svg(view);
            assertThat(words(svg)).as(view.id()).contains("Himmelblau", "Momentum", "RMSprop", "step 30");
            assertThat(count(svg, "image")).as(view.id()).isEqualTo(List.of("map", "surface").contains(view.id()) ? 1 : 0);
            isDrawnAtEverySize(view);
            for (int[] size : new int[][] {{240, 200}, {1920, 1080}, {400, 1600}}) {
                assertThat(words(svg(view, size[0], size[1]))).as(view.id()).contains("Himmelblau", "Momentum", "step 30");
            }
        }
        assertThat(words(svg(view("map")))).contains("start").anyMatch(word -> word.startsWith("Four minima"));
        assertThat(count(svg(view("map")), "path")).as("contours and ways").isGreaterThan(20);
        for (String landscape : List.of("map", "surface")) {
            assertThat(words(svg(view(landscape)))).as("in the key and on the ball").filteredOn("S"::equals).hasSize(2);
        }
        assertThat(count(svg(view("surface")), "path")).as("a casing and a core for each way").isGreaterThanOrEqualTo(4 + 4);
        assertThat(count(svg(view("race-curves")), "path")).isGreaterThanOrEqualTo(4);
        NodeList rects = svg(view("lanes")).getElementsByTagName("rect");
        assertThat(IntStream.range(0, rects.getLength()).mapToObj(i -> (Element) rects.item(i))
                .filter(rect -> rect.getAttribute("width").equals("4") && rect.getAttribute("height").equals("4")))
                .as("the squares of four flags").hasSize(4 * 6);
    }

    @Test
    void aRaceOnTheNetworkIsDrawnWithItsResults() throws Exception {
        descend(Builtins.read("moons"), 1);
        for (int i = 0; i < 12; i++) {
            long before = i;
            app.press("S");
            app.await("the step", () -> svgSays("lanes", "step " + (before + 1)));
        }
        app.await("a landscape", () -> ids().contains("map"));
        assertThat(ids()).containsExactly("map", "surface", "lanes", "race-curves");
        assertThat(words(svg(view("lanes")))).contains("Two moons", "SGD", "Results", "epochs", "seconds");
        app.await("the lanes' fields", () -> count(unchecked("lanes"), "image") == 4);
        assertThat(words(svg(view("race-curves")))).contains("training loss in the race", "SGD", "finish");
        assertThat(words(svg(view("map")))).anyMatch(word -> word.startsWith("The plane holds"));
        for (ShownView view : views()) {
            isDrawnAtEverySize(view);
        }
    }

    private boolean svgSays(String id, String word) {
        return !ids().isEmpty() && words(unchecked(id)).contains(word);
    }

    private Document unchecked(String id) {
        try {
            return svg(view(id));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theLandscapeOfTheNetworkIsDrawnAsItIsSeen() throws Exception {
        descend(Experiment.defaults(), 0);
        assertThat(ids()).as("nothing to be seen yet").isEmpty();
        app.press("Space");
        app.await("a landscape", () -> ids().equals(List.of("map", "surface")));
        app.press("Space");
        for (ShownView view : views()) {
            assertThat(words(svg(view))).anyMatch(word -> word.startsWith("The plane holds")).anyMatch(word -> word.startsWith("epoch"));
            isDrawnAtEverySize(view);
        }
    }

    @Test
    void howLargeTheWindowsTextsAreIsNothingToThem() throws Exception {
        descend(Experiment.defaults(), 2);
        PictureForm form = new PictureForm(1000, 750, Look.LIGHT, false, true);
        for (ShownView view : views()) {
            byte[] usual = drawn(view, form);
            Fonts.setLeast(24);
            try {
                assertThat(Arrays.equals(drawn(view, form), usual)).as(view.id()).isTrue();
            } finally {
                Fonts.setLeast(0);
            }
        }
    }

    @Test
    void whatIsReadIsDrawnWithTheDrawing() throws Exception {
        Experiment digits = Builtins.read("digits");
        app = WindowBench.on(home, digits);
        RoomHands room = new RoomHands(app);
        app.await("the digit room", room::inDigits);
        app.await("the weights", () -> Arrays.equals(app.latest().parameters(), ShippedWeights.of(digits)));
        room.frame();
        assertThat(ids()).as("nothing is drawn").doesNotContain("prediction", "why", "inside");
        room.drawOnly(RoomHands.FOUR);
        app.await("all reasons and mistakes", () -> ids().equals(List.of("prediction", "why", "inside", "misread"))
                && count(unchecked("why"), "image") == 3 + 5);
        Document prediction = svg(view("prediction"));
        assertThat(words(prediction)).contains("Digits", "0", "4", "9").anyMatch(word -> word.endsWith("%"));
        assertThat(count(prediction, "image")).as("the drawing").isEqualTo(1);
        assertThat(words(svg(view("why")))).contains("Saliency", "Occlusion", "speaks for it", "erase");
        assertThat(count(svg(view("inside")), "path")).as("a chevron before each layer").isEqualTo(6);
        assertThat(words(svg(view("inside")))).contains("Conv", "Max-pool", "Dense", "9");
        assertThat(words(svg(view("misread")))).contains("Worst mistakes").anyMatch(word -> word.startsWith("1 to 9 of"));
        assertThat(count(svg(view("misread")), "image")).isEqualTo(9);
        for (ShownView view : views()) {
            isDrawnAtEverySize(view);
        }
    }

    @Test
    void theMenuOffersThemFirstAndCopies() {
        descend(Experiment.defaults(), 2);
        ClipboardContent before = new ClipboardContent();
        before.putString("before");
        Clipboard.getSystemClipboard().setContent(before);
        MenuButton menu = (MenuButton) Objects.requireNonNull(app.scene().lookup(".file-menu"));
        menu.show();
        Menu copy = (Menu) menu.getItems().stream().filter(item -> "file.copyPicture".equals(item.getId())).findFirst().orElseThrow();
        assertThat(copy.getItems().stream().map(item -> item instanceof SeparatorMenuItem ? "" : item.getText()))
                .startsWith(Texts.get("pictures.map"), Texts.get("pictures.surface"), Texts.get("pictures.lanes"),
                        Texts.get("pictures.race-curves"), "", Texts.get("pictures.boundary"))
                .endsWith("", Texts.get("pictures.screen"));
        copy.getItems().get(2).fire();
        menu.hide();
        app.await("the sentence", () -> app.line().equals(Texts.get("picture.copied")));
        @Nullable Image image = Clipboard.getSystemClipboard().getImage();
        assertThat(image).isNotNull();
        assertThat(image == null ? 0 : image.getWidth()).isEqualTo(1600);
    }
}
