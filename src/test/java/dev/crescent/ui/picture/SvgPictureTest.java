package dev.crescent.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.insight.CurveData;
import dev.crescent.insight.landscape.PathPoint;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Fonts;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// All pictures as vectors, and as more pixels than a scene of theirs has.
@ExtendWith(FxExtension.class)
class SvgPictureTest {
    private record Trained(Experiment experiment, Dataset data, Moment moment) {}

    private static Trained trained(String name) throws Exception {
        return trained(Builtins.read(name));
    }

    private static Trained trained(Experiment experiment) throws Exception {
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        try (Run run = Run.start(experiment, data, new Engines(List.of(new CpuEngine())))) {
            float[] start = run.parameters();
            float[] end = start.clone();
            for (int i = 0; i < end.length; i++) {
                end[i] += 0.1f * (i % 3);
            }
            Metrics metrics = new Metrics(0.5, 0.9);
            CurveData curves = new CurveData(new double[] {0, 1}, new double[] {1, 0.5}, new double[] {1.1, 0.6},
                    new double[] {0.5, 0.9}, new double[] {0.5, 0.8}, 2, List.of(), List.of());
            return new Trained(experiment, data, new Moment(1, metrics, metrics, end,
                    List.of(new PathPoint(0, 1, 1, start), new PathPoint(10, 0.5, 0.5, end)), curves));
        }
    }

    private static byte[] drawn(PictureKind kind, Trained of, PictureForm form) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PictureStudio studio = PictureStudio.open(kind, of.experiment, of.data, new CpuEngine(), form)) {
            studio.prepare(of.moment);
            studio.write(of.moment, out);
        }
        return out.toByteArray();
    }

    private static Document svg(byte[] bytes) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    private static int count(Document document, String name) {
        return document.getElementsByTagName(name).getLength();
    }

    private static String suiting(PictureKind kind) {
        return kind == PictureKind.PREDICTIONS ? "regression" : "moons";
    }

    @ParameterizedTest
    @EnumSource
    void everyPictureIsAnSvgWithItsTextsAsTexts(PictureKind kind) throws Exception {
        Document document = svg(drawn(kind, trained(suiting(kind)), new PictureForm(1000, 750, Look.LIGHT, false, true)));
        assertThat(document.getDocumentElement().getAttribute("width")).isEqualTo("1000");
        assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 800 600");
        NodeList texts = document.getElementsByTagName("text");
        assertThat(texts.item(0).getTextContent()).isEqualTo(
                kind == PictureKind.PREDICTIONS ? "Bumps to fit" : "Two moons");
        assertThat(texts.getLength()).isGreaterThan(4);
        assertThat(count(document, "image")).isEqualTo(switch (kind) {
            case BOUNDARY, LANDSCAPE, HIDDEN -> 1;
            case DESCENT -> 2; // the map's field and the surface
            case NETWORK -> 14; // one a unit
            case LOSS, WEIGHTS, CONFUSION, PREDICTIONS -> 0;
        });
        for (int i = 0; i < texts.getLength(); i++) {
            Element text = (Element) texts.item(i);
            assertThat(SvgTexts.x(text)).as(text.getTextContent()).isBetween(0.0, 800.0);
            assertThat(SvgTexts.y(text)).as(text.getTextContent()).isBetween(0.0, 600.0);
            assertThat(text.getTextContent()).as("no icons").doesNotContainPattern("[\\ue000-\\uf8ff]");
            assertThat(text.getAttribute("fill").equals("none") && text.getAttribute("stroke").isEmpty())
                    .as("unseen: %s", text.getTextContent()).isFalse();
        }
    }

    /// Readers of the file have no icon font.
    @Test
    void iconsAreOutlinesAndThoseOfControlsAreNotThere() throws Exception {
        Experiment moons = Builtins.read("moons");
        Model.Network plain = (Model.Network) moons.model();
        Model.Network dropping = plain.withLayers(List.of(plain.layers().getFirst(), new Layer.Dropout(0.3),
                plain.layers().getLast()));
        PictureForm form = new PictureForm(1000, 750, Look.LIGHT, false, true);
        Document document = svg(drawn(PictureKind.NETWORK, trained(moons.withModel(dropping)), form));
        assertThat(elements(document, "text")).extracting(Element::getTextContent).contains("30\u00a0%")
                .allSatisfy(text -> assertThat(text).doesNotContainPattern("[\\ue000-\\uf8ff]"));
        assertThat(elements(document, "path").map(path -> path.getAttribute("fill"))).as("the drop")
                .containsOnlyOnce("#57606a");
    }

    private static Stream<Element> elements(Document document, String name) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    @ParameterizedTest
    @EnumSource(names = {"BOUNDARY", "NETWORK", "WEIGHTS"})
    void picturesOfATableNameItsColumns(PictureKind kind, @TempDir Path folder) throws Exception {
        Path table = Files.writeString(folder.resolve("penguins.csv"), "bill_length,bill_depth,y\n1,2,a\n2,3,b\n3,2,a\n4,4,b\n");
        Experiment moons = Builtins.read("moons");
        Experiment experiment = moons.withFeatures(List.of("x1", "x1^2", "x2")).withData(moons.data().withSource(
                new Source.Csv(table.toString(), "", Task.CLASSIFICATION, List.of(), List.of(), null)));
        List<String> texts = elements(svg(drawn(kind, trained(experiment), new PictureForm(1600, 1200, Look.LIGHT, false, true))),
                "text").map(Element::getTextContent).toList();
        if (kind == PictureKind.WEIGHTS) {
            assertThat(texts).contains("x\u2081 bill_length", "x\u2081\u00b2", "x\u2082 bill_depth");
        } else {
            assertThat(texts).contains("bill_length", "bill_depth");
        }
    }

    @Test
    void predictionsAreCirclesAndSayOfWhatInItsUnit(@TempDir Path folder) throws Exception {
        StringBuilder rows = new StringBuilder("a,b,c,price\n");
        for (int i = 0; i < 20; i++) {
            rows.append(i).append(',').append(i % 3).append(',').append(i % 5).append(',').append(1000 * i + 500).append('\n');
        }
        Path table = Files.writeString(folder.resolve("houses.csv"), rows);
        Experiment bumps = Builtins.read("regression");
        Experiment experiment = bumps.withData(bumps.data().withSource(new Source.Csv(table.toString(),
                "price", Task.REGRESSION, List.of(), List.of(), null).withTargetUnit(1000)));
        Trained trained = trained(experiment);
        Document document = svg(drawn(PictureKind.PREDICTIONS, trained, new PictureForm(800, 600, Look.DARK, false, true)));
        assertThat(elements(document, "text").map(Element::getTextContent)).contains("price / 1,000, true",
                "price / 1,000, predicted", "Predicted against true, 10 test samples").anyMatch(text -> text.startsWith("R\u00b2 "));
        assertThat(count(document, "ellipse") + count(document, "path")).as("dots, and wedges far outside").isBetween(1, 10);
        assertThat(PictureKind.PREDICTIONS.refuses(Builtins.read("moons"), trained("moons").data)).isPresent();
    }

    @Test
    void howLargeTheWindowsTextsAreIsNothingToAPicture() throws Exception {
        Trained trained = trained("moons");
        PictureForm form = new PictureForm(1000, 750, Look.LIGHT, false, true);
        byte[] picture = drawn(PictureKind.LOSS, trained, form);
        Fonts.setLeast(24);
        try {
            assertThat(drawn(PictureKind.LOSS, trained, form)).isEqualTo(picture);
            assertThat(Fonts.caption().getSize()).isEqualTo(24);
        } finally {
            Fonts.setLeast(0);
        }
    }

    @Test
    void pointsAndLinesAndContoursAreVectors() throws Exception {
        Trained moons = trained("moons");
        Document boundary = svg(drawn(PictureKind.BOUNDARY, moons, new PictureForm(1000, 750, Look.DARK, false, true)));
        // A training point is a dot and its edge, a test point a disc and its ring.
        assertThat(count(boundary, "ellipse")).isGreaterThanOrEqualTo(2 * 500);
        assertThat(count(boundary, "path")).isGreaterThan(0);
        Document network = svg(drawn(PictureKind.NETWORK, moons, new PictureForm(1000, 750, Look.DARK, false, true)));
        assertThat(count(network, "path")).isGreaterThanOrEqualTo(2 * 6 + 6 * 4 + 4 * 2);
    }

    /// The legend is a narrow column beside it, or lies below it, whatever the data are.
    @ParameterizedTest
    @CsvSource({"moons, 1200, 900, 735", "moons, 1920, 1080, 885", "moons, 900, 1200, 840", "blobs, 1200, 900, 735",
        "regression, 1200, 900, 735", "moons, 400, 300, 190"})
    void theBoundaryTakesAsMuchOfThePictureAsItCan(String name, int width, int height, double least) throws Exception {
        Document document = svg(drawn(PictureKind.BOUNDARY, trained(name), new PictureForm(width, height, Look.LIGHT, false, true)));
        Element field = (Element) document.getElementsByTagName("image").item(0);
        String[] box = document.getDocumentElement().getAttribute("viewBox").split(" ");
        double scale = width / Double.parseDouble(box[2]);
        assertThat(scale * Double.parseDouble(field.getAttribute("width"))).isGreaterThan(least);
        NodeList texts = document.getElementsByTagName("text");
        List<String> words = IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent()).toList();
        assertThat(words).contains("training", "test").contains(switch (name) {
            case "moons" -> new String[] {"0", "1", "0.1", "0.5", "0.9"};
            case "blobs" -> new String[] {"Class 0", "Class 1", "Class 2", "boundary", "9 : 1"};
            default -> new String[] {"0.0"};
        });
        for (int i = 0; i < texts.getLength(); i++) {
            assertThat(SvgTexts.y((Element) texts.item(i))).as(words.get(i)).isBetween(0.0, Double.parseDouble(box[3]));
        }
    }

    @Test
    void aTransparentPictureHasNoBackground() throws Exception {
        Trained moons = trained("moons");
        Document with = svg(drawn(PictureKind.LOSS, moons, new PictureForm(800, 600, Look.LIGHT, false, true)));
        Document without = svg(drawn(PictureKind.LOSS, moons, new PictureForm(800, 600, Look.LIGHT, true, true)));
        assertThat(count(with, "rect")).isEqualTo(count(without, "rect") + 1);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(
                drawn(PictureKind.LOSS, moons, new PictureForm(800, 600, Look.LIGHT, true, false))));
        assertThat(image.getRGB(1, 1)).isZero();
    }

    /// Shrunk to its half, the large picture is the plain one; as vectors it is drawn in another way, and so tested here.
    @ParameterizedTest
    @EnumSource(names = {"BOUNDARY", "NETWORK", "LOSS", "WEIGHTS", "CONFUSION", "DESCENT", "PREDICTIONS"})
    void aPictureOfTwiceThePixelsLooksTheSame(PictureKind kind) throws Exception {
        Trained moons = trained(suiting(kind));
        BufferedImage plain = ImageIO.read(new ByteArrayInputStream(drawn(kind, moons, PictureForm.of(800, 600, Look.LIGHT))));
        BufferedImage large = ImageIO.read(new ByteArrayInputStream(drawn(kind, moons, PictureForm.of(1600, 1200, Look.LIGHT))));
        assertThat(large.getWidth()).isEqualTo(1600);
        int other = 0;
        for (int y = 4; y < 596; y += 4) {
            for (int x = 4; x < 796; x += 4) {
                other += Math.abs(mean(plain, x, y, 4) - mean(large, 2 * x, 2 * y, 8)) > 40 ? 1 : 0;
            }
        }
        assertThat(other).as("of 29,000 places").isLessThan(300);
    }

    private static double mean(BufferedImage image, int left, int top, int side) {
        double sum = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                int rgb = image.getRGB(x, y);
                sum += (rgb >> 16 & 0xff) + (rgb >> 8 & 0xff) + (rgb & 0xff);
            }
        }
        return sum / (3.0 * side * side);
    }
}
