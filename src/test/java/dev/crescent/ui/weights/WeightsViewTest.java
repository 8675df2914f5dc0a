package dev.crescent.ui.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.pen.FileScenes;
import dev.crescent.ui.pen.NodeDrawer;
import dev.crescent.ui.pen.SvgPen;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@ExtendWith(FxExtension.class)
class WeightsViewTest {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 360;

    private final Palette palette = Palette.of(Theme.LIGHT);

    private static WeightMatrix matrix(int rows, int columns, float[] weights, float... biases) {
        return new WeightMatrix("Layer", rows, columns, List.of(), weights, biases);
    }

    private static PixelReader shot(List<WeightMatrix> layers) {
        WeightsView view = new WeightsView();
        view.show(layers);
        Stage stage = FxEvents.stage(view, WIDTH, HEIGHT);
        PixelReader pixels = stage.getScene().snapshot(null).getPixelReader();
        stage.hide();
        return pixels;
    }

    @Test
    void theLargestSizeHasTheEndOfTheRampWhateverLayerItIsIn() {
        WeightScale scale = new WeightScale(palette, List.of(matrix(1, 2, new float[] {1, Float.POSITIVE_INFINITY}),
                matrix(1, 1, new float[] {0.5f}, -4)));
        assertThat(scale.argb(4)).isEqualTo(palette.weightArgb(1));
        assertThat(scale.argb(-4)).isEqualTo(palette.weightArgb(-1));
        assertThat(scale.argb(1)).isEqualTo(palette.weightArgb(0.25));
        assertThat(scale.argb(Double.NaN)).isEqualTo(palette.weightArgb(0));
    }

    @Test
    void numbersShowTheDigitsThatDiffer() {
        assertThat(scaleOf(0.05f).decimals()).isEqualTo(3);
        assertThat(scaleOf(2).decimals()).isEqualTo(2);
        assertThat(scaleOf(-20).decimals()).isEqualTo(1);
        assertThat(scaleOf(200).decimals()).isZero();
        assertThat(scaleOf(0).decimals()).isEqualTo(2);
    }

    private WeightScale scaleOf(float weight) {
        return new WeightScale(palette, List.of(matrix(1, 1, new float[] {weight})));
    }

    @Test
    void aRowIsAUnitAndTheBiasesHaveTheirOwnColumn() {
        List<WeightMatrix> layers = List.of(matrix(2, 3, new float[] {2, 0, -1, 1, -2, 0}, -2, 1));
        Slot slot = Slot.of(layers, WIDTH, HEIGHT - WeightScale.HEIGHT).getFirst();
        PixelReader pixels = shot(layers);
        double[][] expected = {{1, 0, -0.5}, {0.5, -1, 0}};
        for (int row = 0; row < 2; row++) {
            int y = (int) (slot.top() + row * slot.cellHeight()) + 3;
            for (int column = 0; column < 3; column++) {
                int x = (int) (slot.x() + column * slot.cellWidth()) + 3;
                assertThat(pixels.getArgb(x, y)).as(row + ", " + column)
                        .isEqualTo(palette.weightArgb(expected[row][column]));
            }
            assertThat(pixels.getArgb((int) slot.biasX() + 3, y)).isEqualTo(palette.weightArgb(row == 0 ? -1 : 0.5));
        }
    }

    @Test
    void oneStrongWeightAmongThousandsIsSeen() {
        float[] weights = new float[1000 * 1000];
        weights[321 * 1000 + 654] = -1;
        PixelReader pixels = shot(List.of(matrix(1000, 1000, weights)));
        int found = 0;
        for (int y = (int) Slot.TITLE; y < HEIGHT - WeightScale.HEIGHT - Slot.NAMES; y++) {
            for (int x = 0; x < WIDTH; x++) {
                found += pixels.getArgb(x, y) == palette.weightArgb(-1) ? 1 : 0;
            }
        }
        assertThat(found).isPositive();
    }

    /// A file of three pixels for each of the layout's has a map of as many, as large as a window's.
    @Test
    void aLargeLayersMapIsAsFineAsTheFile() throws Exception {
        Element plain = map(1);
        Element fine = map(3);
        assertThat(fine.getAttribute("width")).isEqualTo(plain.getAttribute("width"));
        assertThat(fine.getAttribute("height")).isEqualTo(plain.getAttribute("height"));
        assertThat(image(fine).getWidth()).isEqualTo(3 * image(plain).getWidth());
        assertThat(image(fine).getHeight()).isEqualTo(3 * image(plain).getHeight());
    }

    private static Element map(double density) throws Exception {
        WeightsView view = new WeightsView();
        Scene scene = new Scene(view, WIDTH, HEIGHT);
        FileScenes.mark(scene, density);
        view.show(List.of(matrix(1000, 1000, new float[1000 * 1000])));
        scene.snapshot(null);
        SvgPen pen = new SvgPen();
        new NodeDrawer(pen).draw(view);
        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(
                pen.document(WIDTH, HEIGHT, WIDTH, HEIGHT, "").getBytes(StandardCharsets.UTF_8)));
        return (Element) svg.getElementsByTagName("image").item(0);
    }

    private static BufferedImage image(Element image) throws Exception {
        String data = image.getAttribute("xlink:href");
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data.substring(data.indexOf(',') + 1))));
    }
}
