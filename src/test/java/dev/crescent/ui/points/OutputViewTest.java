package dev.crescent.ui.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.experiment.Task;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.Region;
import dev.crescent.insight.ValueRange;
import dev.crescent.ui.ClassDot;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.demo.Samples;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import dev.crescent.ui.zoom.Zoom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class OutputViewTest {
    private static final int SIDE = 200;
    private static final Region HOME = new Region(-1, 1, -1, 1);

    private final List<String> heard = new ArrayList<>();
    private OutputView view;
    private Node picture;
    private Stage stage;

    @BeforeEach
    void show() {
        view = new OutputView();
        view.setListener(new Ear());
        view.setHome(HOME);
        view.show(slope(HOME));
        stage = FxEvents.stage(view, SIDE, SIDE + 24);
        picture = view.lookup(".output-picture");
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    @Test
    void hoverShowsTheCoordinatesAndEveryOutput() {
        FxEvents.move(picture, 150, 50);
        assertThat(heard).containsExactly("probed 0.50 0.50");
        assertThat(label().text()).isEqualTo("x\u2081 0.50 x\u2082 0.50\nClass 0 0.250\nClass 1 0.750");
        assertThat(label().isVisible()).isTrue();
        FxEvents.exit(picture);
        assertThat(label().isVisible()).isFalse();
        assertThat(heard).last().isEqualTo("unprobed");
    }

    @Test
    void aRealMouseProbes() {
        Point2D at = picture.localToScreen(50, 150);
        new Robot().mouseMove(at);
        for (int i = 0; i < 100 && heard.isEmpty(); i++) {
            pulse();
        }
        assertThat(heard).isNotEmpty().last().isEqualTo("probed \u22120.50 \u22120.50".replace('\u2212', '-'));
    }

    @Test
    void theLabelNeverLeavesThePictureNorCoversTheMouse() {
        for (double[] at : new double[][] {{1, 1}, {199, 1}, {1, 199}, {199, 199}, {100, 100}}) {
            FxEvents.move(picture, at[0], at[1]);
            assertThat(label().getBoundsInParent().contains(at[0], at[1])).isFalse();
            assertThat(label().getLayoutX()).isBetween(0.0, SIDE - label().getWidth());
            assertThat(label().getLayoutY()).isBetween(0.0, SIDE - label().getHeight());
        }
    }

    @Test
    void aClickPinsAndASecondOneAtTheSamePlaceUnpins() {
        FxEvents.click(picture, 150, 100);
        FxEvents.click(picture, 50, 100);
        FxEvents.click(picture, 52, 101);
        assertThat(heard).containsExactly("pinned 0.50 0.00", "pinned -0.50 0.00", "unpinned");
        heard.clear();
        FxEvents.click(picture, 150, 100);
        FxEvents.press(view, KeyCode.ESCAPE);
        FxEvents.press(view, KeyCode.ESCAPE);
        assertThat(heard).containsExactly("pinned 0.50 0.00", "unpinned");
    }

    @Test
    void scrollingZoomsAboutTheMouse() {
        FxEvents.scroll(picture, 150, 50, 80);
        Region region = view.region();
        assertThat(region.width()).isCloseTo(2 / 1.5625, within(1e-9));
        assertThat(region.x1Min() + 0.75 * region.width()).isCloseTo(0.5, within(1e-9));
        assertThat(region.x2Max() - 0.25 * region.height()).isCloseTo(0.5, within(1e-9));
        assertThat(heard).hasSize(1).first().asString().startsWith("region");
    }

    @Test
    void zoomingEndsAtItsLimits() {
        for (int i = 0; i < 100; i++) {
            FxEvents.scroll(picture, 100, 100, 400);
        }
        assertThat(view.region().width()).isCloseTo(2e-3, within(1e-6));
        for (int i = 0; i < 100; i++) {
            FxEvents.scroll(picture, 100, 100, -400);
        }
        assertThat(view.region().width()).isCloseTo(16, within(1e-6));
    }

    @Test
    void aDragPansAndDoesNotPin() {
        FxEvents.drag(picture, MouseButton.PRIMARY, 100, 100, 150, 80);
        assertThat(view.region().x1Min()).isCloseTo(-1.5, within(1e-9));
        assertThat(view.region().x2Min()).isCloseTo(-1.2, within(1e-9));
        assertThat(heard).allMatch(each -> each.startsWith("region"));
    }

    @Test
    void aDoubleClickShowsAllAndLeavesThePinAlone() {
        view.zoomIn();
        FxEvents.doubleClick(picture, 100, 100);
        assertThat(view.region()).isEqualTo(HOME);
        assertThat(heard).last().asString().startsWith("region");
        assertThat(heard).containsSubsequence("pinned 0.00 0.00", "unpinned");
    }

    @Test
    void aDoubleClickLeavesAPinWhereItWas() {
        FxEvents.click(picture, 150, 100);
        FxEvents.doubleClick(picture, 50, 50);
        assertThat(heard).last().isEqualTo("pinned 0.50 0.00");
        heard.clear();
        FxEvents.doubleClick(picture, 152, 100);
        assertThat(heard).as("on the pin itself").containsExactly("unpinned", "pinned 0.50 0.00");
    }

    @Test
    void theButtonsZoomInAndOutAndShowAll() {
        List<Button> buttons = Objects.requireNonNull(view.lookup(".zoom-buttons")).lookupAll(".button").stream()
                .map(Button.class::cast).toList();
        assertThat(buttons).extracting(Button::getAccessibleText).containsExactly("Zoom in", "Zoom out", "Show all");
        buttons.get(0).fire();
        assertThat(view.region()).isEqualTo(HOME.zoomed(1 / 1.5, 0, 0));
        buttons.get(1).fire();
        buttons.get(1).fire();
        assertThat(view.region().width()).isCloseTo(3, within(1e-9));
        view.pan(20, 0);
        buttons.get(2).fire();
        assertThat(view.region()).isEqualTo(HOME);
        assertThat(heard).hasSize(5).allMatch(each -> each.startsWith("region"));
        view.showZoom(false);
        assertThat(buttons.getFirst().getParent().isVisible()).isFalse();
    }

    @Test
    void theButtonsHaveACardWhileThePointerIsAtThePicture() {
        VBox buttons = (VBox) Objects.requireNonNull(view.lookup(".zoom-buttons"));
        FxEvents.mouse(view, MouseEvent.MOUSE_EXITED, MouseButton.NONE, -5, 100, 0);
        assertThat(isOpaque(buttons)).as("points behind it are seen").isFalse();
        FxEvents.mouse(view, MouseEvent.MOUSE_ENTERED, MouseButton.NONE, 100, 100, 0);
        assertThat(isOpaque(buttons)).isTrue();
        FxEvents.mouse(view, MouseEvent.MOUSE_EXITED, MouseButton.NONE, -5, 100, 0);
        assertThat(isOpaque(buttons)).isFalse();
    }

    private boolean isOpaque(VBox buttons) {
        FxExtension.pulse(view.getScene());
        return buttons.getBackground() != null && buttons.getBackground().getFills().stream()
                .anyMatch(fill -> fill.getFill() instanceof Color color && color.isOpaque());
    }

    @Test
    void theLabelFollowsTheFieldAndGoesWithIt() {
        FxEvents.move(picture, 150, 50);
        float[] certain = {1, 1, 1, 1};
        view.show(new OutputField(HOME, 2, 2, Task.CLASSIFICATION, 2, new float[][] {certain}));
        assertThat(label().text()).endsWith("Class 0 0.000\nClass 1 1.000");
        view.clearField();
        assertThat(label().isVisible()).isFalse();
        view.show(slope(HOME));
        assertThat(label().isVisible()).isTrue();
    }

    @Test
    void theLabelNamesTheClassesBesideTheirColors() {
        view.showPoints(PointsModel.classes(new float[0], new int[0], 0, List.of("cat", "7")));
        FxEvents.move(picture, 150, 50);
        assertThat(label().text()).endsWith("\ncat 0.250\nClass 7 0.750");
        assertThat(label().lookupAll("*").stream().filter(ClassDot.class::isInstance).map(dot -> ((ClassDot) dot).getFill()))
                .containsExactly(Palette.of(Theme.LIGHT).classColor(0), Palette.of(Theme.LIGHT).classColor(1));
    }

    @Test
    void aScreenReaderHearsWhatTheKeysPointAt() {
        String keys = view.getAccessibleText();
        assertThat(keys).contains("Arrow keys");
        FxEvents.press(view, KeyCode.RIGHT);
        assertThat(view.getAccessibleText()).isEqualTo("x\u2081 0.02 x\u2082 0.00\nClass 0 0.490\nClass 1 0.510");
        FxEvents.move(picture, 150, 50);
        assertThat(view.getAccessibleText()).isEqualTo(keys);
    }

    @Test
    void whereTheBrushIsNothingIsProbed() {
        view.setPaintMode(true);
        FxEvents.press(view, KeyCode.RIGHT);
        assertThat(label().isVisible()).isTrue();
        FxEvents.move(picture, 150, 50);
        assertThat(label().isVisible()).isFalse();
        assertThat(heard).last().isEqualTo("unprobed");
    }

    @Test
    void afterThePlaneHasMovedTheProbeIsWhereTheMouseIs() {
        FxEvents.move(picture, 100, 100);
        FxEvents.drag(picture, MouseButton.PRIMARY, 100, 100, 150, 100);
        assertThat(label().text()).as("the place goes with the mouse").startsWith("x\u2081 0.00 x\u2082 0.00\n");
        FxEvents.doubleClick(picture, 150, 100);
        assertThat(view.region()).isEqualTo(HOME);
        assertThat(label().text()).startsWith("x\u2081 0.50 x\u2082 0.00\n");
        assertThat(heard).last().isEqualTo("probed 0.50 0.00");
    }

    @Test
    void aProbeOfTheKeysGoesWhereItIsOutOfSight() {
        FxEvents.press(view, KeyCode.RIGHT);
        assertThat(label().isVisible()).isTrue();
        view.setHome(new Region(5, 7, 5, 7));
        assertThat(label().isVisible()).isFalse();
        assertThat(heard).last().isEqualTo("unprobed");
    }

    @Test
    void inPaintModeADragPaintsAndTheRightButtonErases() {
        view.setPaintMode(true);
        view.setBrushRadius(20);
        FxEvents.drag(picture, MouseButton.PRIMARY, 100, 100, 150, 100);
        assertThat(heard).containsExactly("painted 0.00 0.00 0.20 0.20 false false", "painted 0.25 0.00 0.20 0.20 false true",
                "painted 0.50 0.00 0.20 0.20 false true");
        heard.clear();
        FxEvents.drag(picture, MouseButton.SECONDARY, 100, 100, 150, 100);
        assertThat(heard).first().isEqualTo("painted 0.00 0.00 0.20 0.20 true false");
        assertThat(view.region()).isEqualTo(HOME);
    }

    @Test
    void whereTheAxesHaveScalesOfTheirOwnTheBrushHasTwoRadii() {
        view.setHome(new Region(0, 100, -1, 1));
        view.setPaintMode(true);
        view.setBrushRadius(20);
        FxEvents.drag(picture, MouseButton.PRIMARY, 100, 100, 101, 100);
        assertThat(heard).first().isEqualTo("painted 50.00 0.00 10.00 0.20 false false");
    }

    @Test
    void anotherHomeMayLeaveTheViewAlone() {
        view.changeHome(new Region(-2, 2, -2, 2));
        assertThat(view.region()).isEqualTo(HOME);
        view.fit();
        assertThat(view.region()).isEqualTo(new Region(-2, 2, -2, 2));
    }

    @Test
    void theProbeNamesTheColumnsOfATableAndKeepsTheDigitsThatCount() {
        view.showAxes(new Axes("petal length", "petal width"));
        view.setHome(new Region(0, 2e9, 0, 0.002));
        FxEvents.move(picture, 100, 100);
        assertThat(label().text()).startsWith("petal length 1.000e9 petal width 0.00100");
        assertThat(label().lookupAll(".label")).extracting(node -> ((javafx.scene.control.Label) node).getText())
                .contains("petal length", "petal width").doesNotContain("x\u2081");
    }

    @Test
    void theAxisSaysAllOfAColumnsNameOnlyWhereItIsCut() {
        Node axis = view.getChildrenUnmodifiable().get(1);
        view.showAxes(new Axes("a", "b"));
        FxExtension.pulse(stage.getScene());
        assertThat(axis.isMouseTransparent()).isTrue();
        view.showAxes(new Axes("the length of the bill in millimetres", "b"));
        FxExtension.pulse(stage.getScene());
        assertThat(axis.isMouseTransparent()).isFalse();
        FxEvents.move(axis, 150, 12);
        assertThat(((Tooltip) axis.getProperties().get("javafx.scene.control.Tooltip")).getText())
                .isEqualTo("the length of the bill in millimetres");
    }

    @Test
    void theVerticalAxisIsWithinTheLeftEdge() {
        view.contoursProperty().set(false);
        view.clearField();
        long before = dark(0, 30);
        assertThat(before).isGreaterThan(20);
        assertThat(dark(40, 120)).isZero();
    }

    @Test
    void aTrainingValueStandsOutFromItsOwnColorAndATestValueIsHollow() {
        view.contoursProperty().set(false);
        view.show(new OutputField(HOME, 2, 2, Task.REGRESSION, 0, new float[][] {{1, 1, 1, 1}}));
        view.showPoints(PointsModel.values(new float[] {0.5f, 0.5f, 0.5f, -0.5f}, new float[] {1, 1}, 1, -1, 1));
        Palette palette = Palette.of(Theme.LIGHT);
        Color training = pixel(150, 50);
        assertThat(near(training, palette.weightColor(1))).isTrue();
        assertThat(near(training, pixel(120, 50))).isFalse();
        assertThat(near(pixel(150, 150), palette.weightColor(1))).as("inside of a test point").isFalse();
    }

    @Test
    void aUnitsFieldHasItsOwnScaleAndOnlyItsMiddleLine() {
        float[] values = slope(HOME).values()[0].clone();
        for (int i = 0; i < values.length; i++) {
            values[i] = 6 * values[i] - 3;
        }
        view.show(new OutputField(HOME, 64, 64, Task.REGRESSION, 0, new float[][] {values}), new ValueRange(-3, 3), null);
        Palette palette = Palette.of(Theme.LIGHT);
        assertThat(near(pixel(4, 100), Palette.color(palette.fieldArgb(-0.96)))).isTrue();
        assertThat(pixel(100, 150).getBrightness()).as("the line at 0").isLessThan(0.4);
        assertThat(pixel(50, 150).getBrightness()).as("no line at a quarter").isGreaterThan(0.8);
        FxEvents.move(picture, 150, 100);
        assertThat(label().text().lines()).last().isEqualTo("Output 1.5000");
    }

    @Test
    void keysMoveTheProbePinAndZoom() {
        FxEvents.press(view, KeyCode.RIGHT);
        FxEvents.press(view, KeyCode.UP);
        FxEvents.press(view, KeyCode.ENTER);
        assertThat(heard).containsExactly("probed 0.02 0.00", "probed 0.02 0.02", "pinned 0.02 0.02");
        FxEvents.press(view, KeyCode.PLUS);
        assertThat(view.region().width()).isLessThan(2);
    }

    @Test
    void theFieldIsPaintedWhereItLies() {
        Palette palette = Palette.of(Theme.LIGHT);
        view.contoursProperty().set(false);
        assertThat(near(pixel(4, 100), Palette.color(palette.fieldArgb(-0.96)))).isTrue();
        assertThat(near(pixel(150, 150), Palette.color(palette.fieldArgb(0.5)))).isTrue();
        view.discretizeProperty().set(true);
        assertThat(near(pixel(110, 150), Palette.color(palette.fieldArgb(1)))).isTrue();
    }

    @Test
    void aPictureNeedsNoWindow() {
        OutputView alone = new OutputView();
        alone.contoursProperty().set(false);
        alone.setHome(HOME);
        alone.show(slope(HOME));
        new Scene(alone, SIDE, SIDE + 24);
        Color color = alone.snapshot(null, null).getPixelReader().getColor(150, 150);
        assertThat(near(color, Palette.color(Palette.of(Theme.LIGHT).fieldArgb(0.5)))).isTrue();
    }

    @Test
    void anotherRegionsFieldIsShownWhereItBelongs() {
        view.contoursProperty().set(false);
        view.setHome(new Region(-3, 1, -3, 1));
        assertThat(near(pixel(102, 10), Palette.color(Palette.of(Theme.LIGHT).fieldArgb(-0.96)))).isTrue();
        assertThat(near(pixel(40, 150), Palette.color(Palette.of(Theme.LIGHT).fieldArgb(-0.96)))).isFalse();
    }

    @Test
    void contoursCanBeTurnedOff() {
        assertThat(pixel(100, 150).getBrightness()).isLessThan(0.4);
        view.contoursProperty().set(false);
        assertThat(pixel(100, 150).getBrightness()).isGreaterThan(0.9);
    }

    @Test
    void testPointsCanBeTurnedOff() {
        Palette palette = Palette.of(Theme.LIGHT);
        view.showPoints(PointsModel.classes(new float[] {-0.5f, 0.5f, -0.5f, -0.5f}, new int[] {0, 1}, 1,
                List.of("0", "1")));
        assertThat(pixel(50, 50)).satisfies(color -> assertThat(near(color, palette.classColor(0))).as("%s", color).isTrue());
        Color ring = pixel(50, 150);
        view.showTestProperty().set(false);
        assertThat(near(pixel(50, 150), ring)).isFalse();
        assertThat(near(pixel(50, 50), palette.classColor(0))).isTrue();
    }

    @Test
    void manyClassesAndValuesArePaintedToo() {
        view.show(Samples.blobField(HOME, 32, 5));
        view.showPoints(Samples.blobs(5, 50));
        FxEvents.move(picture, 50, 50);
        assertThat(label().text().lines()).hasSize(6);
        view.show(Samples.hillField(HOME, 32));
        view.showPoints(Samples.hills(50));
        FxEvents.move(picture, 60, 50);
        assertThat(label().text().lines()).hasSize(2).last().asString().startsWith("Output");
        assertThat(pixel(100, 100).isOpaque()).isTrue();
    }

    private final class Ear implements OutputView.Listener {
        @Override
        public void regionChanged(Region region) {
            heard.add("region " + region);
        }

        @Override
        public void probed(double x1, double x2) {
            heard.add("probed " + rounded(x1, x2));
        }

        @Override
        public void unprobed() {
            heard.add("unprobed");
        }

        @Override
        public void pinned(double x1, double x2) {
            heard.add("pinned " + rounded(x1, x2));
        }

        @Override
        public void unpinned() {
            heard.add("unpinned");
        }

        @Override
        public void painted(double x1, double x2, double radius1, double radius2, boolean erase, boolean dragging) {
            heard.add("painted " + rounded(x1, x2, radius1, radius2) + " " + erase + " " + dragging);
        }
    }

    private static String rounded(double... values) {
        return Arrays.stream(values)
                .mapToObj(value -> String.format(Locale.ROOT, "%.2f", value).replace("-0.00", "0.00"))
                .collect(Collectors.joining(" "));
    }

    /// p(class 1) rises evenly from the left edge to the right.
    private static OutputField slope(Region region) {
        int size = 64;
        float[] p = new float[size * size];
        for (int i = 0; i < p.length; i++) {
            p[i] = (i % size + 0.5f) / size;
        }
        return new OutputField(region, size, size, Task.CLASSIFICATION, 2, new float[][] {p});
    }

    private ProbeLabel label() {
        return (ProbeLabel) view.lookup(".tooltip-label");
    }

    private Color pixel(int x, int y) {
        pulse();
        SnapshotParameters whole = new SnapshotParameters();
        whole.setViewport(new Rectangle2D(0, 0, SIDE, SIDE));
        WritableImage image = view.snapshot(whole, null);
        return image.getPixelReader().getColor(x, y);
    }

    /// How many pixels of some columns are neither white nor nearly so, away from the corners.
    private long dark(int from, int to) {
        pulse();
        WritableImage image = view.snapshot(null, null);
        long count = 0;
        for (int x = from; x < to; x++) {
            for (int y = 20; y < SIDE - 20; y++) {
                count += image.getPixelReader().getColor(x, y).getBrightness() < 0.7 ? 1 : 0;
            }
        }
        return count;
    }

    private static boolean near(Color a, Color b) {
        return Math.abs(a.getRed() - b.getRed()) < 0.06 && Math.abs(a.getGreen() - b.getGreen()) < 0.06
                && Math.abs(a.getBlue() - b.getBlue()) < 0.06;
    }

    private void pulse() {
        FxExtension.pulse(stage.getScene());
    }
}
