package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.ui.FxExtension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The toolkit runs already, as in all tests: the command must leave it so.
class RenderCommandTest {
    private static final String START = "{\"format\":\"crescent-experiment\",\"version\":1,";
    private static final int WHITE = 0xffffffff;
    private static final int DARK = 0xff0d1117;
    /// Ends of the light field's ramp, and the first class's color.
    private static final int ORANGE_FIELD = 0xfff5b583;
    private static final int BLUE_FIELD = 0xff90bff0;
    private static final int ORANGE_CLASS = 0xffd9640d;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void startToolkit() throws Exception {
        FxExtension.start();
    }

    private BufferedImage picture(String... arguments) throws IOException {
        Path out = folder.resolve("out.png");
        CommandRun run = CommandRun.of(Stream.concat(Stream.of("render", "--out", out.toString()), Stream.of(arguments))
                .toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return ImageIO.read(out.toFile());
    }

    /// Two clusters, class 0 in the lower left and class 1 in the upper right corner.
    private String clusters() throws IOException {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            double side = i % 2 == 0 ? -3 : 3;
            points.append(i > 0 ? "," : "").append("[").append(side + 0.1 * (i % 5)).append(",")
                    .append(side + 0.1 * (i % 7)).append(",").append(i % 2).append("]");
        }
        return Files.writeString(folder.resolve("clusters.crescent"), START
                + "\"title\":\"Clusters\",\"data\":{\"source\":\"painted\",\"points\":[" + points + "]}}").toString();
    }

    @Test
    void theBoundaryPictureHasEachClassesColorWhereItsPointsAre() throws IOException {
        BufferedImage image = picture(clusters(), "--view", "boundary", "--epochs", "60", "--size", "800x600");
        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(image.getHeight()).isEqualTo(600);
        assertThat(image.getRGB(2, 2)).isEqualTo(WHITE);
        // The square lies in the middle, below the title row, with the legend beside it.
        assertThat(near(image.getRGB(106, 530), ORANGE_FIELD)).as("lower left").isTrue();
        assertThat(near(image.getRGB(560, 80), BLUE_FIELD)).as("upper right").isTrue();
        assertThat(count(image, ORANGE_CLASS, 84, 310, 296, 555)).as("points of class 0").isGreaterThan(50);
        assertThat(count(image, ORANGE_CLASS, 330, 60, 580, 290)).as("points of class 0 elsewhere").isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"boundary", "network", "loss", "landscape", "descent", "hidden", "weights", "confusion"})
    void everyViewIsDrawnInBothThemesAndSizes(String view) throws IOException {
        BufferedImage light = picture("builtin:moons", "--view", view, "--epochs", "3", "--size", "640x480");
        BufferedImage dark = picture("builtin:moons", "--view", view, "--epochs", "3", "--size", "640x480",
                "--theme", "dark");
        BufferedImage large = picture("builtin:moons", "--view", view, "--epochs", "3");
        assertThat(light.getRGB(1, 1)).isEqualTo(WHITE);
        assertThat(dark.getRGB(1, 1)).isEqualTo(DARK);
        assertThat(large.getWidth()).isEqualTo(1200);
        assertThat(large.getHeight()).isEqualTo(900);
        for (BufferedImage image : new BufferedImage[] {light, dark, large}) {
            assertThat(colors(image)).isGreaterThan(40);
        }
        assertThat(colored(light)).as("color in the light picture").isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regression", "blobs"})
    void regressionsAndMoreClassesAreDrawn(String experiment) throws IOException {
        for (String view : new String[] {"boundary", "network", "loss", "landscape", "descent", "hidden", "weights"}) {
            BufferedImage image = picture("builtin:" + experiment, "--view", view, "--epochs", "2", "--size", "640x480");
            assertThat(colored(image)).as(view).isGreaterThan(100);
        }
    }

    @Test
    void predictionsOfAQuantityAreDrawnAndThoseOfClassesRefusedInASentence() throws IOException {
        for (String theme : new String[] {"light", "dark"}) {
            BufferedImage image = picture("builtin:regression", "--view", "predictions", "--epochs", "2", "--theme", theme);
            assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(1200, 900);
            assertThat(colored(image)).as("dots").isGreaterThan(300);
        }
        assertThat(CommandRun.of("render", "builtin:moons", "--view", "predictions", "--out",
                folder.resolve("p.png").toString())).isEqualTo(new CommandRun(2, "", "builtin:moons: the data have classes and"
                        + " no values to be predicted; use the view confusion, or another one" + System.lineSeparator()));
    }

    /// The legend's arrangement follows the size, not the data: the square lies at the same place.
    @ParameterizedTest
    @CsvSource({"1200x900", "800x800", "1600x600", "400x900"})
    void theBoundaryLiesAtOnePlaceInTheMiddleWhateverTheData(String size) throws IOException {
        int[] first = {};
        for (String data : new String[] {"moons", "blobs", "regression"}) {
            BufferedImage image = picture("builtin:" + data, "--view", "boundary", "--epochs", "1", "--size", size);
            boolean wide = image.getWidth() > image.getHeight();
            int row = wide ? image.getHeight() * 4 / 5 : image.getHeight() / 2; // below a legend that is beside it
            int left = 0;
            while (image.getRGB(left, row) == WHITE) {
                left++;
            }
            int right = image.getWidth() - 1;
            while (image.getRGB(right, row) == WHITE) {
                right--;
            }
            int[] edges = {left, right};
            first = first.length == 0 ? edges : first;
            assertThat(edges).as(data).isEqualTo(first);
            if (!wide) {
                assertThat(Math.abs(left - (image.getWidth() - 1 - right))).as(data).isLessThanOrEqualTo(2);
            }
        }
    }

    @Test
    void theNetworkPictureHasNoControls() throws IOException {
        BufferedImage plain = picture("builtin:blobs", "--view", "network", "--epochs", "1", "--size", "1200x900");
        // Between the two cards of a network without hidden layers there is a line and no plus on it.
        assertThat(Arrays.stream(plain.getRGB(300, 62, 600, 56, null, 0, 600)).filter(p -> p != WHITE).count())
                .isLessThanOrEqualTo(2 * 600);
    }

    @Test
    void theNetworkPictureShowsTheTrainedWeights() throws IOException {
        BufferedImage start = picture("builtin:moons", "--view", "network", "--epochs", "0");
        BufferedImage end = picture("builtin:moons", "--view", "network", "--epochs", "60");
        // Between the columns there is nothing but links.
        assertThat(different(start, end, 250, 200, 350, 800)).isGreaterThan(100);
        assertThat(colored(end.getSubimage(250, 200, 100, 600))).isGreaterThan(200);
    }

    @Test
    void anAnimationHasAFrameForEachEpochOfAShortRunAndShowsTheLearning() throws IOException {
        Path out = folder.resolve("out.gif");
        CommandRun run = CommandRun.of("render", clusters(), "--view", "boundary", "--epochs", "4", "--size", "400x300",
                "--out", out.toString());
        assertThat(run.err()).isEmpty();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(out.toFile()));
        assertThat(reader.getNumImages(true)).isEqualTo(5);
        BufferedImage first = reader.read(0);
        BufferedImage last = reader.read(4);
        assertThat(List.of(delay(reader, 0), delay(reader, 3), delay(reader, 4))).as("the end stays for two seconds")
                .containsExactly("8", "8", "200");
        reader.dispose();
        assertThat(first.getWidth()).isEqualTo(400);
        assertThat(different(first, last, 0, 0, 400, 300)).isGreaterThan(1000);
    }

    /// The ground stays, and the path grows on it.
    @ParameterizedTest
    @ValueSource(strings = {"landscape", "descent"})
    void aFilmOfTheLandscapeFollowsTheWayOnOneGround(String view) throws IOException {
        Path out = folder.resolve("out.gif");
        CommandRun run = CommandRun.of("render", "builtin:moons", "--view", view, "--epochs", "12", "--size", "600x450",
                "--out", out.toString());
        assertThat(run.err()).isEmpty();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(out.toFile()));
        assertThat(reader.getNumImages(true)).isEqualTo(13);
        long grown = 0;
        for (int frame = 1; frame <= 12; frame++) {
            BufferedImage image = reader.read(frame);
            // A frame has only what is not as it was in the one before.
            long moved = Arrays.stream(pixels(image)).filter(p -> p >>> 24 != 0).count();
            assertThat(moved).as("frame %d: words, ball and path", frame).isBetween(100L, 40_000L);
            grown += yellow(image);
        }
        reader.dispose();
        assertThat(grown).as("the path").isGreaterThan(200);
    }

    /// Its axes follow those of the moment before; the first moment has none before it, whatever was drawn for the palette.
    @Test
    void aFilmOfTheHiddenSpaceBeginsAsItsFirstPicture() throws IOException {
        Path out = folder.resolve("out.gif");
        CommandRun run = CommandRun.of("render", "builtin:moons", "--view", "hidden", "--epochs", "12", "--size", "600x450",
                "--out", out.toString());
        assertThat(run.err()).isEmpty();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(out.toFile()));
        assertThat(reader.getNumImages(true)).isEqualTo(13);
        BufferedImage first = reader.read(0);
        assertThat(far(first, picture("builtin:moons", "--view", "hidden", "--epochs", "0", "--size", "600x450")))
                .isLessThan(3_000);
        assertThat(far(first, picture("builtin:moons", "--view", "hidden", "--epochs", "12", "--size", "600x450")))
                .isGreaterThan(20_000);
        reader.dispose();
    }

    /// How many pixels differ by more than a palette of 256 colors explains.
    private static long far(BufferedImage one, BufferedImage other) {
        int[] a = pixels(one);
        int[] b = pixels(other);
        return IntStream.range(0, a.length).filter(i -> IntStream.of(16, 8, 0)
                .anyMatch(shift -> Math.abs((a[i] >> shift & 0xff) - (b[i] >> shift & 0xff)) > 40)).count();
    }

    /// Adam's color.
    private static long yellow(BufferedImage image) {
        return Arrays.stream(pixels(image)).filter(p -> near(p, 0xfff0d15e)).count();
    }

    @Test
    void weightsThatAreOnlyDrawnHaveNoPathAndARandomPlane() throws IOException {
        Path weights = folder.resolve("w.npz");
        assertThat(CommandRun.of("train", "builtin:moons", "--epochs", "20", "--weights", weights.toString()).status()).isZero();
        BufferedImage drawn = picture("builtin:moons", "--view", "landscape", "--weights", weights.toString());
        BufferedImage again = picture("builtin:moons", "--view", "landscape", "--weights", weights.toString());
        assertThat(different(drawn, again, 0, 0, 1200, 900)).as("the same directions each time").isZero();
        BufferedImage trained = picture("builtin:moons", "--view", "landscape", "--epochs", "20");
        assertThat(different(drawn, trained, 0, 100, 1200, 800)).isGreaterThan(10_000);
        assertThat(yellow(trained)).as("only what was trained has a path").isGreaterThan(2 * yellow(drawn));
        BufferedImage on = picture("builtin:moons", "--view", "landscape", "--weights", weights.toString(), "--epochs", "10");
        assertThat(different(drawn, on, 0, 100, 1200, 800)).as("trained on from there").isGreaterThan(10_000);
    }

    private static String delay(ImageReader reader, int frame) throws IOException {
        IIOMetadataNode root = (IIOMetadataNode) reader.getImageMetadata(frame).getAsTree("javax_imageio_gif_image_1.0");
        return ((IIOMetadataNode) root.getElementsByTagName("GraphicControlExtension").item(0)).getAttribute("delayTime");
    }

    /// The curves need every epoch, the animation does not.
    @Test
    void anAnimationOfALongRunHasSixtyFrames() throws IOException {
        Path out = folder.resolve("out.gif");
        CommandRun run = CommandRun.of("render", clusters(), "--view", "loss", "--epochs", "70", "--size", "200x200",
                "--out", out.toString());
        assertThat(run.err()).isEmpty();
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(out.toFile()));
        assertThat(reader.getNumImages(true)).isEqualTo(60);
        reader.dispose();
    }

    @Test
    void whatCannotBeWrittenIsRefusedBeforeAnythingIsTrained() {
        CommandRun run = CommandRun.onTerminal("render", "builtin:moons", "--epochs", "1", "--view", "loss", "--out",
                "no/where.png");
        assertThat(run).as("no progress").isEqualTo(new CommandRun(2, "",
                "no/where.png: its folder does not exist, make it first" + System.lineSeparator()));
    }

    @Test
    void theSummaryIsThatOfTrain() {
        String png = folder.resolve("out.png").toString();
        CommandRun run = CommandRun.of("render", "builtin:moons", "--epochs", "3", "--view", "loss", "--out", png);
        assertThat(run.out()).matches("3 epochs: training loss .*, cpu\\R");
        CommandRun watched = CommandRun.onTerminal("render", "builtin:moons", "--epochs", "3", "--view", "weights",
                "--out", png);
        assertThat(watched.err()).contains("] 0/3 epochs").endsWith("\r\u001B[K");
    }

    @Test
    void divergedTrainingIsDrawnAndEndsWithStatusOne() throws IOException {
        Path file = Files.writeString(folder.resolve("a.crescent"), START
                + "\"data\":{\"source\":\"plane\"},\"model\":{\"layers\":[{\"units\":1}]},\"training\":{\"loss\":"
                + "\"mean-squared-error\",\"optimizer\":{\"type\":\"sgd\",\"learningRate\":1000}}}");
        for (String view : new String[] {"boundary", "network", "loss", "landscape", "descent", "hidden", "weights"}) {
            Path out = folder.resolve(view + ".png");
            CommandRun run = CommandRun.of("render", file.toString(), "--view", view, "--out", out.toString());
            assertThat(run.err()).contains(".crescent: Training diverged at epoch ").hasLineCount(1);
            assertThat(run.status()).isEqualTo(1);
            assertThat(ImageIO.read(out.toFile()).getWidth()).isEqualTo(1200);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--view fog --out a.png | --view must be one of boundary, network, loss, landscape, descent, hidden, weights,"
            + " confusion or predictions, and is \"fog\"; see crescent render --help",
        "--view loss --out a.jpg | a.jpg: must end in .png or .svg, or in .gif for an animation; or give --format",
        "--view weights --out a.gif | a.gif: there are no animations of the view weights; write a .png, or choose one of"
            + " boundary, network, loss, landscape, descent, hidden",
        "--view loss --out a.png --size 10x10 | --size must be from 200x200 to 8192x8192,"
            + " and is 10x10; see crescent render --help",
        "--view loss --out a.png --size 9000x300 | --size must be from 200x200 to"
            + " 8192x8192, and is 9000x300; see crescent render --help",
        "--view loss --out a.png --size big | --size must be like 1200x900, and is \"big\";"
            + " see crescent render --help",
        "--view loss --out a.png --theme blue | --theme must be one of light, dark, high-contrast-light or high-contrast-dark, and is \"blue\";"
            + " see crescent render --help",
        "--view loss --out a.gif --transparent | a.gif: an animation has a background; leave --transparent out, or write a"
            + " .png",
        "--view loss --out a.png --vision red | --vision must be one of normal, protan, deutan or tritan, and is \"red\";"
            + " see crescent render --help",
        "--view loss --out a.png --format pdf | --format must be one of png, svg or gif, and is \"pdf\"; see crescent render"
            + " --help",
        "--view loss --out no/where.png | no/where.png: its folder does not exist, make it first",
        "--view loss --out a.png --epochs -1 | --epochs: must be from 0 to 1000000000, is -1",
        "--out a.png | Missing required option: '--view=VIEW'; see crescent render --help",
        "--view loss | Missing required option: '--out=OUT.png'; see crescent render --help"})
    void badOptionsAreOneSentence(String options, String sentence) {
        CommandRun run = CommandRun.of(("render builtin:moons " + options).split(" "));
        assertThat(run).isEqualTo(new CommandRun(2, "", sentence + System.lineSeparator()));
    }

    @Test
    void theNameOrTheOptionAsksForSvg() throws Exception {
        Path named = folder.resolve("out.svg");
        Path other = folder.resolve("other");
        assertThat(CommandRun.of("render", "builtin:moons", "--epochs", "1", "--view", "network", "--size", "640x480", "--out",
                named.toString()).status()).isZero();
        assertThat(CommandRun.of("render", "builtin:moons", "--epochs", "1", "--view", "network", "--size", "640x480", "--out",
                other.toString(), "--format", "svg").status()).isZero();
        assertThat(Files.readString(named)).contains("width=\"640\" height=\"480\"").contains(">Two moons</text>")
                .isEqualTo(Files.readString(other));
    }

    @Test
    void aLargePictureIsTheSameOneWithMorePixelsAndMayBeTransparent() throws IOException {
        Path out = folder.resolve("out.png");
        assertThat(CommandRun.of("render", "builtin:moons", "--epochs", "1", "--view", "loss", "--size", "3200x2400", "--out",
                out.toString(), "--transparent").status()).isZero();
        BufferedImage large = ImageIO.read(out.toFile());
        assertThat(List.of(large.getWidth(), large.getHeight())).containsExactly(3200, 2400);
        assertThat(large.getRGB(5, 5)).isZero();
        // The axis of the upper chart lies twice as far down as in a picture half as large.
        assertThat(CommandRun.of("render", "builtin:moons", "--epochs", "1", "--view", "loss", "--size", "1600x1200", "--out",
                out.toString()).status()).isZero();
        BufferedImage plain = ImageIO.read(out.toFile());
        assertThat(lastLine(large, 1600, 1200)).isCloseTo(2 * lastLine(plain, 800, 600), within(3));
    }

    /// The lowest row above another one in which a column is not empty.
    private static int lastLine(BufferedImage image, int column, int above) {
        int row = above - 1;
        while (row > 0 && (image.getRGB(column, row) >>> 24 == 0 || (image.getRGB(column, row) & 0xff) > 0xe8)) {
            row--;
        }
        return row;
    }

    @Test
    void dataThatDoNotLieInAPlaneHaveNoBoundary() throws IOException {
        Files.writeString(folder.resolve("table.csv"), "a,b,c,y\n1,2,3,0\n3,2,1,1\n0,1,0,0\n1,0,1,1\n");
        Path file = Files.writeString(folder.resolve("a.crescent"), START
                + "\"data\":{\"source\":\"csv\",\"path\":\"table.csv\",\"target\":\"y\",\"task\":\"classification\"}}");
        Path out = folder.resolve("out.png");
        assertThat(CommandRun.of("render", file.toString(), "--view", "boundary", "--out", out.toString()))
                .isEqualTo(new CommandRun(2, "", file + ": the data do not lie in a plane, they have 3 inputs, so there"
                        + " is no boundary to draw; use another view" + System.lineSeparator()));
        assertThat(out).doesNotExist();
        assertThat(CommandRun.of("render", file.toString(), "--view", "network", "--epochs", "1", "--out",
                out.toString()).status()).isZero();
    }

    @Test
    void anExperimentThatIsNotThereIsToldByItsNameWhateverThePictureIsCalled() throws IOException {
        Path out = Files.writeString(folder.resolve("out.png"), "old");
        assertThat(CommandRun.of("render", "none.crescent", "--view", "loss", "--out", out.toString()))
                .isEqualTo(new CommandRun(2, "", "none.crescent: there is no such file" + System.lineSeparator()));
        assertThat(CommandRun.of("render", "a\0b", "--view", "loss", "--out", out.toString()))
                .isEqualTo(new CommandRun(2, "", "a\\u0000b: is not a file name" + System.lineSeparator()));
        Path file = Files.writeString(folder.resolve("a.png"), START + "\"title\":\"Kept\"}");
        assertThat(CommandRun.of("render", file.toString(), "--epochs", "0", "--view", "loss", "--out", file.toString()))
                .isEqualTo(new CommandRun(2, "", file + ": is the experiment itself, name another file"
                        + System.lineSeparator()));
    }

    @Test
    void nothingIsLeftBesideThePicture() throws IOException {
        picture("builtin:moons", "--view", "weights", "--epochs", "1");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName()))).containsExactly("out.png");
        }
    }

    private static boolean near(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 0xff) - (other >> shift & 0xff)) > 24) {
                return false;
            }
        }
        return true;
    }

    private static long count(BufferedImage image, int color, int left, int top, int right, int bottom) {
        long count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                count += image.getRGB(x, y) == color ? 1 : 0;
            }
        }
        return count;
    }

    private static long different(BufferedImage one, BufferedImage other, int left, int top, int right, int bottom) {
        long count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                count += one.getRGB(x, y) != other.getRGB(x, y) ? 1 : 0;
            }
        }
        return count;
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static long colors(BufferedImage image) {
        return Arrays.stream(pixels(image)).distinct().count();
    }

    /// Pixels that are clearly not gray.
    private static long colored(BufferedImage image) {
        return Arrays.stream(pixels(image)).filter(p -> {
            int r = p >> 16 & 0xff;
            int g = p >> 8 & 0xff;
            int b = p & 0xff;
            return Math.max(r, Math.max(g, b)) - Math.min(r, Math.min(g, b)) > 50;
        }).count();
    }
}
