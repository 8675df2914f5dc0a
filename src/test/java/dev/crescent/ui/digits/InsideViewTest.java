package dev.crescent.ui.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class InsideViewTest {
    private static final double WIDTH = 1192;
    private static final double HEIGHT = 172;

    private final Palette palette = Palette.of(Theme.LIGHT);
    private final List<String> heard = new ArrayList<>();
    private InsideView view;
    private InsideStrip strip;
    private Stage stage;

    @BeforeEach
    void open() {
        heard.clear();
        view = new InsideView();
        view.setListener(new InsideView.Listener() {
            @Override
            public void selected(int layer, int unit) {
                heard.add("selected " + layer + " " + unit);
            }

            @Override
            public void hovered(int layer, int unit, int row, int column) {
                heard.add("hovered " + layer + " " + unit + " " + row + " " + column);
            }

            @Override
            public void left() {
                heard.add("left");
            }
        });
        stage = FxEvents.stage(view, WIDTH, HEIGHT);
        strip = (InsideStrip) view.lookup("#inside-strip");
    }

    @AfterEach
    void close() {
        stage.hide();
    }

    private static float[] ramp(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = i;
        }
        return values;
    }

    private static List<LayerImage> small(float[] maps) {
        return List.of(LayerImage.image("Image", 28, 28, new float[784]), LayerImage.maps("Conv", 2, 2, 2, maps),
                LayerImage.units("Dense", 3, new float[] {1, 2, 4}),
                LayerImage.classes("Dense", List.of("cat", "dog"), new float[] {0.25f, 0.75f}));
    }

    private void show(List<LayerImage> layers) {
        view.show(layers);
        FxExtension.pulse(stage.getScene());
    }

    /// The middle of a pixel of a unit, in the strip.
    private Point2D place(int layer, int unit, double row, double column) {
        InsideLayout.Block block = strip.places().blocks().get(layer);
        LayerImage image = strip.layers().get(layer);
        return new Point2D(block.unitX(unit) + (column + 0.5) / image.columns() * block.side(),
                block.unitY(unit) + (row + 0.5) / image.rows() * block.side());
    }

    private int color(Shot shot, int layer, int unit, int row, int column) {
        Point2D at = strip.localToScene(place(layer, unit, row, column));
        return shot.at(at.getX(), at.getY());
    }

    @Test
    void nothingIsLitWhileNothingIsDrawn() {
        show(small(new float[] {0, 1, 2, 3, 4, 5, 6, 8}));
        view.setIdle(true);
        Shot shot = Shot.of(stage);
        assertThat(color(shot, 1, 1, 1, 1)).isEqualTo(palette.activationArgb(0));
        view.setIdle(false);
        assertThat(color(Shot.of(stage), 1, 1, 1, 1)).isNotEqualTo(palette.activationArgb(0));
    }

    @Test
    void aLayerHasOneScaleForAllItsMaps() {
        show(small(new float[] {0, 1, 2, 3, 4, 5, 6, 8}));
        Shot shot = Shot.of(stage);
        assertThat(color(shot, 1, 0, 0, 0)).isEqualTo(palette.activationArgb(0));
        assertThat(color(shot, 1, 1, 0, 0)).isEqualTo(palette.activationArgb(Math.pow(0.5, 0.8)));
        assertThat(color(shot, 1, 1, 1, 1)).isEqualTo(palette.activationArgb(1));
        assertThat(color(shot, 2, 0, 0, 0)).isEqualTo(palette.activationArgb(Math.pow(0.25, 0.8)));
    }

    @Test
    void negativeValuesHaveARampWithTwoEnds() {
        show(small(new float[] {-4, 0, 2, 0, 0, 0, 0, 0}));
        Shot shot = Shot.of(stage);
        assertThat(color(shot, 1, 0, 0, 0)).isEqualTo(palette.weightArgb(-1));
        assertThat(color(shot, 1, 0, 1, 0)).isEqualTo(palette.weightArgb(0.5));
    }

    @Test
    void probabilitiesAreNotScaledAndTheAnswerIsBold() {
        show(small(new float[8]));
        Shot shot = Shot.of(stage);
        assertThat(color(shot, 3, 1, 0, 0)).isEqualTo(palette.activationArgb(Math.pow(0.75, 0.8)));
        assertThat(strip.lookupAll(".class-name").stream().filter(n -> n.getStyleClass().contains("value"))
                .map(n -> ((javafx.scene.control.Label) n).getText())).containsExactly("dog");
    }

    @Test
    void theCallersArraysCanBeFilledAgain() {
        float[] maps = {8, 8, 8, 8, 8, 8, 8, 8};
        view.show(small(maps));
        Arrays.fill(maps, 0);
        assertThat(color(Shot.of(stage), 1, 0, 0, 0)).isEqualTo(palette.activationArgb(1));
        view.show(small(maps));
        assertThat(color(Shot.of(stage), 1, 0, 0, 0)).isEqualTo(palette.activationArgb(0));
    }

    @Test
    void aClickSelectsAMapAndRingsIt() {
        show(small(ramp(8)));
        Point2D at = place(1, 1, 0, 0);
        FxEvents.click(strip, at.getX(), at.getY());
        assertThat(heard).containsExactly("selected 1 1");
        Point2D corner = strip.localToScene(place(1, 1, -0.5, 0));
        assertThat(Shot.of(stage).at(corner.getX(), corner.getY() - 1)).isEqualTo(Palette.argb(palette.accent()));
        InsideLayout.Block block = strip.places().blocks().get(1);
        FxEvents.click(strip, block.x() + block.width() + 8, 4);
        assertThat(heard).as("between the layers there is nothing").hasSize(1);
    }

    @Test
    void arrowsGoFromUnitToUnitAndEnterSelects() {
        show(small(ramp(8)));
        strip.requestFocus();
        FxEvents.press(strip, KeyCode.RIGHT);
        FxEvents.press(strip, KeyCode.ENTER);
        FxEvents.press(strip, KeyCode.DOWN);
        FxEvents.press(strip, KeyCode.ENTER);
        FxEvents.press(strip, KeyCode.UP);
        FxEvents.press(strip, KeyCode.LEFT);
        FxEvents.press(strip, KeyCode.SPACE);
        assertThat(heard).containsExactly("selected 1 0", "selected 1 1", "selected 0 0");
    }

    @Test
    void pointingSaysUnitAndValue() {
        show(small(ramp(8)));
        Point2D at = place(1, 1, 1, 0);
        FxEvents.move(strip, at.getX(), at.getY());
        assertThat(Shot.words(view)).contains("Conv 2, row 2, column 1: 6.0000");
        Point2D dot = place(3, 0, 0, 0);
        FxEvents.move(strip, dot.getX(), dot.getY());
        assertThat(Shot.words(view)).contains("cat: 0.2500").doesNotContain("row 2");
        FxEvents.exit(strip);
        assertThat(Shot.words(view)).doesNotContain("cat: ");
    }

    @Test
    void theTipFollowsTheValuesWhileTheNetworkLearns() {
        show(small(ramp(8)));
        Point2D at = place(1, 1, 1, 0);
        FxEvents.move(strip, at.getX(), at.getY());
        show(small(new float[] {0, 0, 0, 0, 0, 0, 9, 0}));
        assertThat(Shot.words(view)).contains("Conv 2, row 2, column 1: 9.0000");
    }

    @Test
    void whatHasNoRoomIsCountedAndTheStripScrolls() {
        List<LayerImage> many = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            many.add(LayerImage.maps("Conv", 64, 24, 24, new float[64 * 576]));
        }
        show(many);
        assertThat(Shot.words(view)).contains("+ 32 more");
        assertThat(strip.contentWidth()).isGreaterThan(WIDTH);
        assertThat(strip.getWidth()).isGreaterThan(WIDTH);
        strip.requestFocus();
        double before = strip.localToScene(0, 0).getX();
        for (int i = 0; i < 80; i++) {
            FxEvents.press(strip, KeyCode.RIGHT);
        }
        FxExtension.pulse(stage.getScene());
        assertThat(strip.localToScene(0, 0).getX()).as("the keyboard takes the strip along").isLessThan(before - 200);
    }

    @Test
    void theMockUpsNetworkFitsWithoutScrolling() {
        show(List.of(LayerImage.image("Image", 28, 28, new float[784]), LayerImage.maps("Conv", 8, 24, 24, ramp(8 * 576)),
                LayerImage.maps("Max-pool", 8, 12, 12, ramp(8 * 144)), LayerImage.maps("Conv", 16, 8, 8, ramp(1024)),
                LayerImage.maps("Pool", 16, 4, 4, ramp(256)), LayerImage.classes("Dense",
                        List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), ramp(10))));
        assertThat(strip.contentWidth()).isLessThanOrEqualTo(WIDTH);
        assertThat(Shot.cut(stage)).isEmpty();
        InsideLayout layout = strip.places();
        for (int i = 0; i < 6; i++) {
            InsideLayout.Block block = layout.blocks().get(i);
            assertThat(block.unitY(block.shown() - 1) + block.side()).isLessThanOrEqualTo(layout.height());
            assertThat(block.y()).isGreaterThanOrEqualTo(0);
            assertThat(i == 5 || block.x() + block.width() < layout.blocks().get(i + 1).x()).isTrue();
        }
    }

    @Test
    void theLoupeReportsPixelsOfMapsOnlyWhileItIsOn() {
        show(small(ramp(8)));
        Point2D at = place(1, 1, 1, 0);
        FxEvents.move(strip, at.getX(), at.getY());
        assertThat(heard).isEmpty();
        ToggleButton loupe = (ToggleButton) view.lookup(".quiet-toggle");
        loupe.fire();
        Point2D other = place(1, 0, 0, 1);
        FxEvents.move(strip, other.getX(), other.getY());
        FxEvents.move(strip, other.getX() + 1, other.getY());
        assertThat(heard).as("once a pixel").containsExactly("hovered 1 0 0 1");
        Point2D dense = place(2, 0, 0, 0);
        FxEvents.move(strip, dense.getX(), dense.getY());
        assertThat(heard).containsExactly("hovered 1 0 0 1", "left");
    }

    @Test
    void theLoupesCardSaysTheSum() {
        show(small(ramp(8)));
        ToggleButton loupe = (ToggleButton) view.lookup(".quiet-toggle");
        loupe.fire();
        Loupe computed = new Loupe(new float[] {1, 2, 3, 4}, new float[] {1, 0, 0, -1}, 2, 2, 2, 8, -0.5, 1.25, 0.75);
        view.showLoupe(computed);
        assertThat(popups()).as("no pixel is pointed at").isEmpty();
        Point2D at = place(1, 1, 1, 0);
        FxEvents.move(strip, at.getX(), at.getY());
        view.showLoupe(computed);
        assertThat(popups()).hasSize(1);
        assertThat(Shot.words(popups().getFirst().getScene().getRoot()))
                .contains("sum 1.25 − 0.50 bias = 0.75, activation gives 0.75")
                .contains("channel 3, which has the largest part: −3.00. Sum over 8 channels.");
        loupe.fire();
        assertThat(popups()).isEmpty();
    }

    private static List<Window> popups() {
        return Window.getWindows().stream().filter(javafx.stage.Popup.class::isInstance).filter(Window::isShowing).toList();
    }

    @Test
    void aScreenReaderIsToldWhereTheKeyboardIs() {
        show(small(ramp(8)));
        assertThat(strip.getAccessibleText()).startsWith("What every layer");
        FxEvents.press(strip, KeyCode.RIGHT);
        assertThat(strip.getAccessibleText()).isEqualTo("Conv 1 of 2, at most 3.0000");
    }

    @Test
    void otherLayersForgetTheSelection() {
        show(small(ramp(8)));
        view.select(1, 1);
        Region ring = (Region) strip.lookup(".unit-selection");
        assertThat(ring.isVisible()).isTrue();
        show(List.of(LayerImage.maps("Conv", 1, 2, 2, ramp(4))));
        assertThat(ring.isVisible()).isFalse();
        view.select(-1, 0);
        assertThat(ring.isVisible()).isFalse();
    }

    @Test
    void layersThatDoNotFitTogetherAreRefused() {
        assertThatThrownBy(() -> LayerImage.maps("Conv", 2, 3, 3, new float[17]))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("2 x 3 x 3 values, not 17");
    }
}
