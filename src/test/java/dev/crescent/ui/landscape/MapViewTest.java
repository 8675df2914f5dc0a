package dev.crescent.ui.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.insight.descent.PlaneVector;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class MapViewTest {
    private static final int SIDE = 240;

    private final Palette palette = Palette.of(Theme.LIGHT);
    private final List<double[]> picked = new ArrayList<>();
    private MapView view;
    private Stage stage;
    private Node picture;

    @BeforeEach
    void show() {
        view = new MapView();
        view.setListener((a, b) -> picked.add(new double[] {a, b}));
        stage = FxEvents.stage(view, SIDE, SIDE);
        picture = view.lookup(".map-picture");
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    private void show(Landscape landscape) {
        view.show(landscape);
        FxExtension.pulse(stage.getScene());
    }

    private PixelReader shot() {
        FxExtension.pulse(stage.getScene());
        return stage.getScene().snapshot(null).getPixelReader();
    }

    /// The color at shares of the sides, from the lower left corner.
    private static Color at(PixelReader pixels, double across, double up) {
        return pixels.getColor((int) (across * SIDE), (int) ((1 - up) * SIDE));
    }

    private static double distance(Color x, Color y) {
        return Math.abs(x.getRed() - y.getRed()) + Math.abs(x.getGreen() - y.getGreen())
                + Math.abs(x.getBlue() - y.getBlue());
    }

    private String words() {
        return view.lookupAll(".tooltip-label .label").stream().filter(node -> node.getParent().isVisible())
                .map(node -> ((Label) node).getText()).collect(Collectors.joining("|"));
    }

    @Test
    void withoutALandscapeItSaysHowToGetOne() {
        Label empty = (Label) view.lookup(".muted");
        assertThat(empty.isVisible()).isTrue();
        assertThat(empty.getText()).startsWith("Train a few steps");
        show(Shapes.landscape((x, y) -> 1 + x));
        assertThat(empty.isVisible()).isFalse();
        view.clear();
        assertThat(empty.isVisible()).isTrue();
        FxEvents.click(picture, 50, 50);
        assertThat(picked).isEmpty();
    }

    @Test
    void theFieldHasTheRampsColorsOverTheLogarithm() {
        show(Shapes.landscape((x, y) -> Math.pow(10, 4 * y)));
        PixelReader pixels = shot();
        for (double up : new double[] {0.22, 0.52, 0.82}) {
            Color ramp = Palette.color(palette.landscapeArgb(up));
            assertThat(distance(at(pixels, 0.5, up), ramp)).as("at %s", up).isLessThan(0.06);
        }
    }

    @Test
    void theBoldLineLiesAtTheFinish() {
        Surface surface = Shapes.surface((x, y) -> Math.pow(10, 2 * x));
        show(Landscape.of(surface, List.of(), 10));
        PixelReader pixels = shot();
        assertThat(distance(at(pixels, 0.5, 0.4), Color.WHITE)).isLessThan(0.1);
        assertThat(distance(at(pixels, 0.525, 0.4), Color.WHITE)).isGreaterThan(0.4);
    }

    @Test
    void thinLinesLieAtRoundLosses() {
        show(Shapes.landscape((x, y) -> Math.pow(10, 2 * x - 1)));
        PixelReader pixels = shot();
        for (int line = 1; line < 6; line++) {
            int column = SIDE * line / 10;
            double on = Math.max(pixels.getColor(column, 50).getBrightness(),
                    pixels.getColor(column - 1, 50).getBrightness());
            double off = Math.max(pixels.getColor(column + 5, 50).getBrightness(),
                    pixels.getColor(column - 6, 50).getBrightness());
            assertThat(on).as("line %s", line).isGreaterThan(off + 0.04);
        }
    }

    @Test
    void whereThereIsNoLossItIsHatched() {
        show(Shapes.landscape((x, y) -> x > 0.5 && y > 0.5 ? Double.NaN : 1 + x));
        PixelReader pixels = shot();
        for (int i = 0; i < 12; i++) {
            assertThat(pixels.getColor(SIDE * 3 / 4 + i, SIDE / 4))
                    .isIn(palette.color("landscape-hole"), palette.color("landscape-hatch"));
        }
        assertThat(at(pixels, 0.25, 0.75)).isNotIn(palette.color("landscape-hole"), palette.color("landscape-hatch"));
    }

    @Test
    void aClickTellsWhereInThePlane() {
        show(Landscape.of(new Surface(2, new float[] {1, 2, 3, 4}, -2, 2, 10, 20), List.of(), Double.NaN));
        FxEvents.click(picture, 60, 180);
        assertThat(picked).hasSize(1);
        assertThat(picked.getFirst()[0]).isCloseTo(-1, within(1e-9));
        assertThat(picked.getFirst()[1]).isCloseTo(12.5, within(1e-9));
    }

    @Test
    void hoveringSaysTheLossThere() {
        show(Shapes.landscape((x, y) -> Math.pow(10, x)));
        FxEvents.move(picture, 120, 60);
        assertThat(words()).startsWith("loss 3.16").endsWith("|0.500, 0.750");
        FxEvents.exit(picture);
        assertThat(words()).isEmpty();
    }

    @Test
    void hoveringSaysWhereThereIsNoLoss() {
        show(Shapes.landscape((x, y) -> x > 0.6 ? y > 0.5 ? Double.NaN : Double.POSITIVE_INFINITY : 1));
        FxEvents.move(picture, 200, 40);
        assertThat(words()).startsWith("not computed yet");
        FxEvents.move(picture, 200, 200);
        assertThat(words()).startsWith("not a finite loss");
    }

    @Test
    void hoveringNamesABallAndAClickSelectsItsTrack() {
        show(Shapes.landscape((x, y) -> 1, Shapes.track("A", 3, 0.1, 0.1, 0.25, 0.75),
                Shapes.track("M", 1, 0.1, 0.1, 0.75, 0.25)));
        FxEvents.move(picture, 60, 60);
        assertThat(words()).isEqualTo("Track A|loss 2.0000, drawn 1.0000");
        FxEvents.click(picture, 180, 180);
        assertThat(view.selectedProperty().get()).isEqualTo(1);
        assertThat(picked).isEmpty();
        FxEvents.click(picture, 180, 180);
        assertThat(view.selectedProperty().get()).isEqualTo(-1);
    }

    @Test
    void ballsAndPathsHaveTheirColors() {
        show(Shapes.landscape((x, y) -> 1, Shapes.track("A", 3, 0.2, 0.5, 0.8, 0.5)));
        PixelReader pixels = shot();
        Color adam = TrackColors.fill(palette, 3);
        assertThat(pixels.getColor(SIDE / 2, SIDE / 2 - 1)).isEqualTo(adam);
        assertThat(pixels.getColor(SIDE * 8 / 10 - 6, SIDE / 2)).isEqualTo(adam);
        assertThat(pixels.getColor(SIDE * 2 / 10, SIDE / 2)).as("the start").isEqualTo(Color.WHITE);
    }

    @Test
    void ballsAtOnePlaceCanEachBeHit() {
        show(Shapes.landscape((x, y) -> 1, Shapes.track("A", 0, 0.5, 0.5), Shapes.track("B", 1, 0.5, 0.5),
                Shapes.track("C", 2, 0.5, 0.5)));
        Set<String> found = new TreeSet<>();
        for (int x = 90; x < 150; x += 3) {
            for (int y = 90; y < 150; y += 3) {
                FxEvents.move(picture, x, y);
                found.add(words().substring(0, 7));
            }
        }
        assertThat(found).contains("Track A", "Track B", "Track C");
    }

    @Test
    void aBallAtTheEdgeIsWhole() {
        show(Shapes.landscape((x, y) -> 1, Shapes.track("A", 3, 0.5, 0.5, 1, 1),
                Shapes.track("B", 1, 0.5, 0.5, 1.2, 1)));
        FxEvents.move(picture, SIDE - 12, 12);
        assertThat(words()).startsWith("Track A");
        Color ring = shot().getColor(SIDE - 12, 22);
        assertThat(distance(ring, Color.WHITE)).isLessThan(0.2);
    }

    @Test
    void theKeysMoveAProbeThatPicks() {
        show(Shapes.landscape((x, y) -> Math.pow(10, x)));
        FxEvents.press(view, KeyCode.ENTER);
        assertThat(picked).isEmpty();
        for (int i = 0; i < 10; i++) {
            FxEvents.press(view, KeyCode.RIGHT);
            FxEvents.press(view, KeyCode.UP);
        }
        assertThat(view.getAccessibleText()).startsWith("loss 3.98");
        FxEvents.press(view, KeyCode.ENTER);
        assertThat(picked.getFirst()[0]).isCloseTo(0.6, within(1e-9));
        assertThat(picked.getFirst()[1]).isCloseTo(0.6, within(1e-9));
        FxEvents.press(view, KeyCode.ESCAPE);
        assertThat(words()).isEmpty();
        assertThat(view.getAccessibleText()).contains("Arrow keys");
    }

    @Test
    void arrowsPointWhereMiniBatchesPull() {
        Track bare = Shapes.track("A", 4, 0.5, 0.5);
        Track pulled = new Track("Adam", "A", 4, bare.a(), bare.b(), bare.loss(),
                new Track.Arrows(new float[] {2}, new float[] {0}));
        show(Shapes.landscape((x, y) -> 1, bare));
        Color before = shot().getColor(SIDE / 2 + 30, SIDE / 2 - 1);
        show(Shapes.landscape((x, y) -> 1, pulled));
        PixelReader pixels = shot();
        assertThat(distance(pixels.getColor(SIDE / 2 + 30, SIDE / 2 - 1), before)
                + distance(pixels.getColor(SIDE / 2 + 30, SIDE / 2), before)).isGreaterThan(0.3);
        assertThat(distance(pixels.getColor(SIDE / 2 - 30, SIDE / 2), before)).isLessThan(0.02);
    }

    @Test
    void bothViewsShareOneSelection() {
        SurfaceView surface = new SurfaceView();
        surface.selectedProperty().bindBidirectional(view.selectedProperty());
        show(Shapes.landscape((x, y) -> 1, Shapes.track("A", 3, 0.1, 0.1, 0.25, 0.75)));
        FxEvents.click(picture, 60, 60);
        assertThat(surface.selectedProperty().get()).isZero();
    }

    @Test
    void aTintColorsTheFieldAndIsPalerWhereItIsHigh() {
        show(Shapes.landscape((x, y) -> Math.pow(10, 2 * x)));
        Color field = at(shot(), 0.02, 0.9);
        int red = 0xffc00000;
        int blue = 0xff0000c0;
        view.setTint(new MapTint(1, 2, new int[] {red, blue}));
        PixelReader pixels = shot();
        assertThat(distance(at(pixels, 0.02, 0.9), Palette.color(red))).isLessThan(0.15);
        assertThat(distance(at(pixels, 0.02, 0.1), Palette.color(blue))).isLessThan(0.15);
        assertThat(at(pixels, 0.97, 0.9).getSaturation()).isLessThan(at(pixels, 0.02, 0.9).getSaturation() - 0.2);
        view.setTint(null);
        assertThat(distance(at(shot(), 0.02, 0.9), field)).isLessThan(0.01);
    }

    @Test
    void forcesPointDownhillAndTheBoxIsAsWideAsTheRootsOfTheSquares() {
        show(Shapes.landscape((x, y) -> 1, Shapes.track("A", 3, 0.5, 0.5)));
        PixelReader bare = shot();
        view.setForces(new BallForces(new PlaneVector(view(0.5), view(0.5)), 3, new PlaneVector(-3, 0), null,
                new PlaneVector(9, 0.25), "", "a"));
        PixelReader pixels = shot();
        assertThat(distance(at(pixels, 0.5 + 30.0 / SIDE, 0.5), at(bare, 0.5 + 30.0 / SIDE, 0.5))).isGreaterThan(0.3);
        assertThat(distance(at(pixels, 0.5 - 30.0 / SIDE, 0.5), at(bare, 0.5 - 30.0 / SIDE, 0.5))).isLessThan(0.02);
        assertThat(changes(bare, pixels, 0.5 - 58.0 / SIDE)).as("the box's edge").isGreaterThan(2);
        assertThat(changes(bare, pixels, 0.5 - 64.0 / SIDE)).as("outside of it").isZero();
    }

    /// A coordinate of the test's plane at a share of its side.
    private static double view(double share) {
        return Shapes.surface((x, y) -> 1).a(share);
    }

    /// How many pixels of a column near the middle differ.
    private static long changes(PixelReader before, PixelReader after, double across) {
        return IntStream.range(-20, 20).filter(i ->
                distance(at(before, across, 0.5 + (double) i / SIDE), at(after, across, 0.5 + (double) i / SIDE)) > 0.1).count();
    }

    @Test
    void aFunctionsHeightsAreValues() {
        view.setMeasured(Measured.VALUE);
        show(Shapes.landscape((x, y) -> 4, Shapes.track("A", 3, 0.5, 0.5)));
        FxEvents.move(picture, 20, 20);
        assertThat(words()).startsWith("value 4.0000");
        FxEvents.move(picture, SIDE / 2.0, SIDE / 2.0);
        assertThat(words()).contains("value").doesNotContain("drawn");
    }

    @Test
    void theLegendSaysTheEndsAndTheKindOfTheScale() {
        RampLegend legend = new RampLegend();
        assertThat(legend.isVisible()).isFalse();
        legend.show(new LossScale(true, 0.0703, 1.38, false));
        assertThat(text(legend)).isEqualTo("loss|0.07|1.4|log");
        legend.show(new LossScale(true, 0.001, 2500, true));
        assertThat(text(legend)).isEqualTo("loss|\u2264\u00a00.001|2,500|log");
        legend.show(new LossScale(false, -2, 6, false));
        assertThat(text(legend)).isEqualTo("loss|\u22122|6|linear");
    }

    @Test
    void aCaptionSetsItsNumbersOff() {
        CaptionLine caption = new CaptionLine();
        caption.show("The plane holds ", "90 %", " of it.");
        caption.showHint("drag to turn");
        List<Node> labels = caption.lookupAll(".caption").stream().toList();
        assertThat(labels.stream().map(node -> ((Label) node).getText()))
                .contains("The plane holds ", "90 %", " of it.", "drag to turn");
        assertThat(caption.lookupAll(".value").stream().map(node -> ((Label) node).getText())).containsExactly("90 %");
    }

    private static String text(RampLegend legend) {
        return legend.getChildren().stream().filter(Label.class::isInstance).map(node -> ((Label) node).getText())
                .collect(Collectors.joining("|"));
    }
}
