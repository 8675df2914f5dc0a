package dev.crescent.ui.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.digits.Drawing;
import dev.crescent.data.digits.InkImage;
import dev.crescent.data.digits.PadStroke;
import dev.crescent.ui.FxDrops;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class PadViewTest {
    private static final double HEADER = 40;

    private final Palette palette = Palette.of(Theme.LIGHT);
    private final List<Drawing> told = new ArrayList<>();
    private final List<String> given = new ArrayList<>();
    private PadView view;
    private Node pad;
    private Stage stage;

    @BeforeEach
    void show() {
        view = new PadView();
        view.setListener(new PadView.Listener() {
            @Override
            public void drawn(Drawing drawing) {
                told.add(drawing);
            }

            @Override
            public void imageWanted() {
                given.add("wanted");
            }

            @Override
            public void imageGiven(Image image) {
                given.add("image " + (int) image.getWidth());
            }

            @Override
            public void fileGiven(Path file) {
                given.add("file " + file.getFileName());
            }
        });
        stage = FxEvents.stage(view, 288, 288 + HEADER);
        pad = view.lookup("#pad");
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    private PixelReader shot() {
        FxExtension.pulse(stage.getScene());
        return stage.getScene().snapshot(null).getPixelReader();
    }

    /// The color at a place of the pad.
    private Color at(PixelReader pixels, double x, double y) {
        return pixels.getColor((int) x, (int) (y + HEADER));
    }

    private void stroke(double x1, double y1, double x2, double y2) {
        FxEvents.drag(pad, MouseButton.PRIMARY, x1, y1, x2, y2);
    }

    private void key(KeyCode code, boolean control, boolean shift) {
        Event.fireEvent(pad, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
    }

    private void type(String character) {
        Event.fireEvent(pad, new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
    }

    private Rectangle box() {
        return (Rectangle) view.lookup("#pad-box");
    }

    private Node byId(String id) {
        return view.lookup("#" + id.replace('.', '-'));
    }

    @Test
    void aDragLeavesInkFromItsStartToItsEnd() {
        assertThat(at(shot(), 90, 80)).isEqualTo(palette.color("ink-0"));
        stroke(60, 80, 220, 80);
        PixelReader pixels = shot();
        for (int x : new int[] {60, 120, 200, 220}) {
            assertThat(at(pixels, x, 80)).as("at %d", x).isEqualTo(palette.color("ink-1"));
        }
        assertThat(at(pixels, 90, 110)).isEqualTo(palette.color("ink-0"));
        assertThat(told).last().isSameAs(view.drawing());
        assertThat(view.drawing().strokes()).singleElement().satisfies(s -> assertThat(s.points()).isEqualTo(3));
    }

    @Test
    void aClickIsADot() {
        FxEvents.click(pad, 100, 200);
        PixelReader pixels = shot();
        assertThat(at(pixels, 92, 196)).isEqualTo(palette.color("ink-1"));
        assertThat(at(pixels, 80, 200)).isEqualTo(palette.color("ink-0"));
        assertThat(view.drawing().strokes().getFirst().x(0)).isCloseTo(99.0 / 286, within(1e-9));
    }

    @Test
    void allPointsOfAFrameAreDrawnAndToldAtOnce() {
        stroke(40, 40, 60, 90);
        stroke(60, 90, 200, 200);
        assertThat(told).isEmpty();
        shot();
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().strokes()).hasSize(2);
        shot();
        assertThat(told).hasSize(1);
    }

    @Test
    void aStrokeGoesOnBeyondTheEdgeAndBack() {
        stroke(250, 100, 500, 100);
        PixelReader pixels = shot();
        assertThat(at(pixels, 285, 100)).isEqualTo(palette.color("ink-1"));
        assertThat(view.drawing().strokes().getFirst().x(2)).isGreaterThan(1.5);
    }

    @Test
    void otherButtonsAndPressesOutsideDrawNothing() {
        FxEvents.drag(pad, MouseButton.MIDDLE, 50, 50, 90, 90);
        FxEvents.drag(pad, MouseButton.PRIMARY, -5, 50, 90, 90);
        assertThat(view.drawing()).isEqualTo(Drawing.EMPTY);
        assertThat(told).isEmpty();
    }

    @Test
    void theEraserTakesInkAway() {
        stroke(60, 80, 220, 80);
        ((ToggleButton) byId("pad.eraser")).fire();
        stroke(180, 40, 180, 120);
        PixelReader pixels = shot();
        assertThat(at(pixels, 180, 80)).isEqualTo(palette.color("ink-0"));
        assertThat(at(pixels, 80, 80)).isEqualTo(palette.color("ink-1"));
        assertThat(((ToggleButton) byId("pad.pen")).isSelected()).isFalse();
        key(KeyCode.P, false, false);
        assertThat(((ToggleButton) byId("pad.pen")).isSelected()).isTrue();
        stroke(180, 40, 180, 120);
        assertThat(at(shot(), 180, 80)).isEqualTo(palette.color("ink-1"));
    }

    @Test
    void strokesAreTakenBackAndTakenAgain() {
        stroke(60, 80, 220, 80);
        stroke(60, 180, 220, 180);
        key(KeyCode.Z, true, false);
        PixelReader pixels = shot();
        assertThat(at(pixels, 200, 180)).isNotEqualTo(palette.color("ink-1"));
        assertThat(at(pixels, 200, 80)).isEqualTo(palette.color("ink-1"));
        key(KeyCode.Z, true, true);
        assertThat(at(shot(), 200, 180)).isEqualTo(palette.color("ink-1"));
        ((Button) byId("pad.undo")).fire();
        ((Button) byId("pad.undo")).fire();
        shot();
        assertThat(told).last().isEqualTo(Drawing.EMPTY);
        assertThat(byId("pad.undo").isDisabled()).isTrue();
        assertThat(byId("pad.clear").isDisabled()).isTrue();
    }

    @Test
    void deleteAndTheRightButtonAndTheButtonClearThePad() {
        List<Runnable> ways = List.of(
                () -> key(KeyCode.DELETE, false, false),
                () -> key(KeyCode.BACK_SPACE, false, false),
                () -> FxEvents.drag(pad, MouseButton.SECONDARY, 100, 100, 120, 120),
                () -> ((Button) byId("pad.clear")).fire());
        for (int i = 0; i < ways.size(); i++) {
            stroke(60, 80, 220, 80);
            ways.get(i).run();
            assertThat(at(shot(), 100, 80)).as("way %d", i).isEqualTo(palette.color("ink-0"));
            assertThat(told).last().isEqualTo(Drawing.EMPTY);
        }
        key(KeyCode.Z, true, false);
        assertThat(view.drawing().strokes()).as("what was cleared comes back").hasSize(1);
    }

    @Test
    void thePenGetsWiderByKeysAndWheel() {
        FxEvents.click(pad, 100, 100);
        type("]");
        FxEvents.scroll(pad, 100, 100, 40);
        FxEvents.click(pad, 100, 100);
        List<PadStroke> dots = view.drawing().strokes();
        assertThat(dots.get(1).radius()).isCloseTo(dots.get(0).radius() * 1.15 * 1.15, within(1e-9));
        for (int i = 0; i < 40; i++) {
            type("[");
        }
        FxEvents.click(pad, 100, 100);
        assertThat(view.drawing().strokes().get(2).radius()).isEqualTo(0.012);
        FxEvents.scroll(pad, 100, 100, -40);
        FxEvents.click(pad, 100, 100);
        assertThat(view.drawing().strokes().get(3).radius()).isEqualTo(0.012);
    }

    @Test
    void howWideThePenIsCanBeSeen() {
        Circle tip = (Circle) byId("pad.tip");
        assertThat(tip.isVisible()).isFalse();
        type("]");
        shot();
        assertThat(tip.isVisible()).isTrue();
        assertThat(tip.getRadius()).isCloseTo(0.04 * 1.15 * 286, within(1e-9));
        assertThat(at(shot(), 144, 144)).as("a dot in the middle").isEqualTo(palette.color("ink-1"));
        FxEvents.move(pad, 50, 60);
        assertThat(tip.getCenterX()).isEqualTo(50);
        assertThat(tip.getCenterY()).isEqualTo(60);
    }

    @Test
    void theBoxAndTheCenterOfMassAreThereWithInk() {
        shot();
        assertThat(box().isVisible()).isFalse();
        assertThat(byId("pad.mass").isVisible()).isFalse();
        stroke(60, 80, 220, 80);
        shot();
        assertThat(box().isVisible()).isTrue();
        double radius = 0.04 * 286;
        assertThat(box().getX()).isCloseTo(60 - radius - 3, within(2.0));
        assertThat(box().getY()).isCloseTo(80 - radius - 3, within(2.0));
        assertThat(box().getWidth()).isCloseTo(160 + 2 * radius + 6, within(3.0));
        assertThat(box().getHeight()).isCloseTo(2 * radius + 6, within(3.0));
        assertThat(byId("pad.mass").getBoundsInParent().getCenterX()).isCloseTo(140, within(1.0));
        assertThat(byId("pad.mass").getBoundsInParent().getCenterY()).isCloseTo(80, within(1.0));
        key(KeyCode.DELETE, false, false);
        shot();
        assertThat(box().isVisible()).isFalse();
    }

    @Test
    void anEmptyPadSaysWhatItIsFor() {
        shot();
        assertThat(view.lookup(".pad-hint").isVisible()).isTrue();
        stroke(60, 80, 220, 80);
        shot();
        assertThat(view.lookup(".pad-hint").isVisible()).isFalse();
    }

    @Test
    void inkAndPaperChangePlaces() {
        stroke(60, 80, 220, 80);
        key(KeyCode.I, false, false);
        PixelReader pixels = shot();
        assertThat(at(pixels, 100, 80)).isEqualTo(palette.color("ink-0"));
        assertThat(at(pixels, 100, 200)).isEqualTo(palette.color("ink-1"));
        stroke(60, 200, 220, 200);
        assertThat(at(shot(), 100, 200)).as("the pen is inverted, too").isEqualTo(palette.color("ink-0"));
        assertThat(told.getLast().inverted()).isTrue();
    }

    @Test
    void aDarkPadHasLightInk() {
        Palette dark = Palette.of(Theme.DARK);
        stroke(60, 80, 220, 80);
        shot();
        Theme.DARK.apply(stage.getScene());
        view.setTheme(dark);
        PixelReader pixels = shot();
        assertThat(at(pixels, 100, 80)).isEqualTo(Color.web("#f0f6fc"));
        assertThat(at(pixels, 100, 200)).isEqualTo(Color.web("#010409"));
        assertThat(at(pixels, 60, 0)).isEqualTo(dark.border());
    }

    @Test
    void thePadGrowsWithItsRoomAndTheDrawingWithThePad() {
        stroke(72, 80, 216, 80);
        view.resize(400, 440);
        view.layout();
        PixelReader pixels = shot();
        assertThat(pad.getLayoutBounds().getWidth()).isEqualTo(400);
        assertThat(at(pixels, 110, 111)).isEqualTo(palette.color("ink-1"));
        FxEvents.click(pad, 200, 300);
        assertThat(view.drawing().strokes().getLast().x(0)).isCloseTo(0.5, within(1e-9));
        view.resize(600, 240);
        view.layout();
        assertThat(pad.getLayoutBounds().getWidth()).isEqualTo(200);
    }

    @Test
    void whatIsShownIsNotToldButCanBeUndone() {
        Drawing shown = Drawing.EMPTY.with(PadStroke.at(PadStroke.Tool.PEN, 0.1, 0.5, 0.3));
        view.show(shown);
        assertThat(at(shot(), 130, 90)).isEqualTo(palette.color("ink-1"));
        assertThat(told).isEmpty();
        view.undo();
        shot();
        assertThat(told).containsExactly(Drawing.EMPTY);
    }

    @Test
    void anImageBecomesTheDrawing() {
        stroke(60, 80, 220, 80);
        view.setBackground(new InkImage(1, 2, new float[] {1, 0}));
        PixelReader pixels = shot();
        assertThat(at(pixels, 100, 140)).isEqualTo(palette.color("ink-1"));
        assertThat(at(pixels, 200, 140)).isEqualTo(palette.color("ink-0"));
        assertThat(told.getLast().background()).isNotNull();
        assertThat(view.preparation().fittedRows()).isEqualTo(20);
    }

    @Test
    void droppedAndPastedImagesAreHandedOn() {
        FxDrops.file(pad, DragEvent.DRAG_DROPPED, new File("three.PNG"));
        DragEvent over = FxDrops.file(pad, DragEvent.DRAG_OVER, new File("table.csv"));
        assertThat(over.isAccepted()).isFalse();
        assertThat(FxDrops.file(pad, DragEvent.DRAG_OVER, new File("four.jpeg")).isAccepted()).isTrue();
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.IMAGE, new WritableImage(17, 5)));
        key(KeyCode.V, true, false);
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, "7"));
        key(KeyCode.V, true, false);
        ((Button) byId("pad.image")).fire();
        assertThat(given).containsExactly("file three.PNG", "image 17", "wanted");
    }

    @Test
    void anImageLosesItsColorsAndLiesOnWhite() {
        WritableImage image = new WritableImage(3, 2);
        image.getPixelWriter().setColor(0, 0, Color.BLACK);
        image.getPixelWriter().setColor(1, 0, Color.WHITE);
        image.getPixelWriter().setColor(2, 0, Color.LIME);
        image.getPixelWriter().setColor(0, 1, Color.rgb(0, 0, 0, 0.5));
        GreyImage grey = GreyImage.of(image);
        assertThat(grey.rows()).isEqualTo(2);
        assertThat(grey.columns()).isEqualTo(3);
        assertThat(grey.grey()).containsExactly(new float[] {0, 1, 0.7152f, 0.5f, 1, 1}, within(0.005f));
    }
}
