package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.digits.SyntheticDigits;
import dev.crescent.ui.FxExtension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class PredictCommandTest {
    private static final String START = "{\"format\":\"crescent-experiment\",\"version\":1,";
    private static final String DIGITS = START + "\"data\":{\"source\":\"digits\",\"samples\":2000,\"testFraction\":0.1,"
            + "\"scaling\":\"unit\"},\"model\":{\"layers\":[{\"units\":10,\"activation\":\"softmax\"}]},"
            + "\"training\":{\"epochs\":4,\"batchSize\":20,\"optimizer\":{\"type\":\"adam\",\"learningRate\":0.003}}}";
    /// The same network under the name of images that no test has.
    private static final String MNIST = DIGITS.replace("\"source\":\"digits\",\"samples\":2000,\"testFraction\":0.1",
            "\"source\":\"mnist\"");

    @TempDir
    private Path folder = Path.of("");

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static CommandRun done(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.status()).as(run.err()).isZero();
        return run;
    }

    private static void refused(String sentence, String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.err().strip()).isEqualTo(sentence);
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isEqualTo(2);
    }

    private String trained(String name, String text) throws IOException {
        String file = written(name + ".crescent", text);
        done("train", file, "--weights", path(name + ".npz"));
        return file;
    }

    private static String accuracy(String line) {
        return line.substring(line.lastIndexOf("accuracy ")).strip();
    }

    private static float[] digit(int place) {
        float[] image = new float[784];
        new SyntheticDigits(1, SyntheticDigits.Part.TEST).draw(place, image, 0);
        return image;
    }

    /// The data set's own test part, written by one command and read by the other.
    @Test
    void theTestPartAsATableHasTheAccuracyThatTrainingReached() throws IOException {
        String file = written("m.crescent", START + "\"features\":[\"x1\",\"x2\",\"x1*x2\"],"
                + "\"data\":{\"source\":\"moons\",\"noise\":0.2,\"scaling\":\"standardize\"},\"training\":{\"epochs\":8}}");
        String summary = done("train", file, "--weights", path("m.npz")).out();
        String reached = summary.substring(summary.indexOf("test accuracy "), summary.indexOf(" %") < 0 ? 0 : summary.length());
        List<String> rows = done("data", file).out().lines().filter(row -> !row.endsWith(",train")).toList();
        String table = written("t.csv", String.join("\n", rows));
        CommandRun run = done("predict", file, "--weights", path("m.npz"), "--csv", table);
        assertThat(run.err().strip()).startsWith("250 samples: accuracy ")
                .isEqualTo("250 samples: " + reached.substring("test ".length(), reached.indexOf(" %") + 2));
        assertThat(run.out().lines()).hasSize(251).startsWith("class,p0,p1");
        assertThat(run.out().lines().skip(1)).allSatisfy(row -> {
            String[] cells = row.split(",", -1);
            double p0 = Double.parseDouble(cells[1]);
            double p1 = Double.parseDouble(cells[2]);
            assertThat(p0 + p1).isBetween(0.99999, 1.00001);
            assertThat(cells[0]).isEqualTo(p1 > p0 ? "1" : "0");
        });
    }

    @Test
    void classesHaveTheNamesOfTheTableAndColumnsAreFoundByName() throws IOException {
        StringBuilder table = new StringBuilder("length,kind,width,height\n");
        for (int i = 0; i < 40; i++) {
            table.append(i).append(i < 20 ? ",ash," : ",oak,").append(i % 3).append(',').append(5 * i).append('\n');
        }
        written("trees.csv", table.toString());
        String file = trained("t", START + "\"data\":{\"source\":\"csv\",\"path\":\"trees.csv\",\"target\":\"kind\","
                + "\"scaling\":\"min-max\"},\"model\":{\"layers\":[{\"units\":2,\"activation\":\"softmax\"}]},\"training\":"
                + "{\"epochs\":200,\"optimizer\":{\"type\":\"adam\",\"learningRate\":0.1}}}");
        String shuffled = written("new.csv", "height,note,width,length\n0,a,1,0\n190,b,1,38\n");
        CommandRun run = done("predict", file, "--weights", path("t.npz"), "--csv", shuffled);
        assertThat(run.out().lines().map(row -> row.split(",", -1)[0])).containsExactly("class", "ash", "oak");
        assertThat(run.err()).isEmpty();
        String bare = written("bare.csv", "0,1,0\n38,1,190\n");
        assertThat(done("predict", file, "--weights", path("t.npz"), "--csv", bare).out()).isEqualTo(run.out());
        CommandRun own = done("predict", file, "--weights", path("t.npz"), "--csv", path("trees.csv"), "--out", path("o.csv"));
        assertThat(own.out().strip()).startsWith("40 samples: accuracy ");
        assertThat(Files.readAllLines(folder.resolve("o.csv"))).hasSize(41).startsWith("class,p0,p1");
        refused("twice.csv: has more than one \"width\"; name its columns \"length\", \"width\", \"height\"", "predict",
                file, "--weights", path("t.npz"), "--csv", written("twice.csv", "length,width,width,height\n1,2,3,4\n"));
        refused("bad.csv: has no column \"width\", and has \"wide\", which the experiment does not know; name its columns"
                + " \"length\", \"width\", \"height\"", "predict",
                file, "--weights", path("t.npz"), "--csv", written("bad.csv", "length,wide,height\n1,2,3\n"));
        refused("two.csv: has 2 columns that cannot be told apart by name; give it the 3 of the features alone, all 4, or a"
                + " header", "predict", file, "--weights", path("t.npz"), "--csv", written("two.csv", "1,2\n3,4\n"));
        refused("elm.csv: row 2, column \"kind\": \"elm\" is not a class of the training table; correct it or delete the row",
                "predict", file, "--weights", path("t.npz"), "--csv", written("elm.csv", "length,kind,width,height\n1,elm,2,3\n"));
        refused("elm.csv: is to be read, name another file to write to".replace("elm.csv", path("elm.csv")), "predict", file,
                "--weights", path("t.npz"), "--csv", path("elm.csv"), "--out", path("elm.csv"));
    }

    /// A network learned from a table whose gaps are skipped says nothing to rows with gaps, and something to all others.
    @Test
    void rowsWithGapsHaveNoAnswer() throws IOException {
        String rows = "size,weight,kind\nNA,1,a\n1,1,a\n2,2,b\n3,,b\n2.5,2,b\n1.2,1,\n1.1,?,a\n";
        String table = written("gaps.csv", rows);
        String file = trained("gaps", START + "\"data\":{\"source\":\"csv\",\"path\":\"gaps.csv\",\"gaps\":\"skip\",\"testFraction\":0},"
                + "\"model\":{\"layers\":[{\"units\":2,\"activation\":\"softmax\"}]},\"training\":{\"loss\":\"cross-entropy\",\"epochs\":3}}");
        CommandRun some = done("predict", file, "--weights", path("gaps.npz"), "--csv", table);
        List<String> lines = some.out().lines().toList();
        assertThat(lines).hasSize(8);
        assertThat(lines.getFirst()).isEqualTo("class,p0,p1");
        assertThat(List.of(lines.get(1), lines.get(4), lines.get(7))).containsOnly(",,");
        assertThat(List.of(lines.get(2), lines.get(3), lines.get(5), lines.get(6))).noneMatch(",,"::equals);
        assertThat(some.err()).contains("3 rows with gaps have no answer").doesNotContain("accuracy");

        String known = written("known.csv", rows.replace("1.2,1,\n", "1.2,1,a\n"));
        assertThat(done("predict", file, "--weights", path("gaps.npz"), "--csv", known, "--out", path("k.csv")).out())
                .containsPattern("4 samples: accuracy [0-9.]+ %; 3 rows with gaps have no answer");
    }

    /// An empty line would be skipped by whoever reads the answers beside their rows.
    @Test
    void aRegressionsRowsWithGapsAreNoEmptyLines() throws IOException {
        String table = written("heights.csv", "age,height\n1,2\n,3\n3,6\n");
        String file = trained("heights", START + "\"data\":{\"source\":\"csv\",\"path\":\"heights.csv\",\"task\":\"regression\",\"targetUnit\":10,"
                + "\"gaps\":\"skip\",\"testFraction\":0},\"model\":{\"layers\":[{\"units\":1,\"activation\":\"linear\"}]},"
                + "\"training\":{\"loss\":\"mean-squared-error\",\"epochs\":3}}");
        CommandRun run = done("predict", file, "--weights", path("heights.npz"), "--csv", table);
        List<String> lines = run.out().lines().toList();
        assertThat(run.err()).contains("1 row with gaps has no answer; the output is height divided by 10");
        assertThat(lines).hasSize(4).startsWith("output");
        assertThat(lines.get(2)).isEqualTo("\"\"");
        assertThat(lines.get(3)).matches("-?[0-9.e-]+");
    }

    @Test
    void aRegressionAnswersWithItsOutputAndItsError() throws IOException {
        done("train", "builtin:linear-regression", "--weights", path("l.npz"));
        CommandRun run = done("predict", "builtin:linear-regression", "--weights", path("l.npz"), "--csv",
                "builtin:linear-regression.csv");
        assertThat(run.out().lines()).hasSize(102).startsWith("output");
        assertThat(run.err()).startsWith("101 samples: mean squared error 0.");
    }

    @Test
    void aSingleSigmoidIsTheShareOfTheSecondClass() throws IOException {
        String file = trained("s", START + "\"data\":{\"source\":\"xor\"},\"model\":{\"layers\":[{\"units\":1,\"activation\":"
                + "\"sigmoid\"}]},\"training\":{\"epochs\":1,\"loss\":\"binary-cross-entropy\"}}");
        String row = done("predict", file, "--weights", path("s.npz"), "--csv", written("p.csv", "x1,x2\n1,2\n")).out()
                .lines().toList().get(1);
        String[] cells = row.split(",", -1);
        assertThat(cells).hasSize(3);
        assertThat(Float.parseFloat(cells[1])).isEqualTo(1 - Float.parseFloat(cells[2]));
        String other = trained("h", START + "\"data\":{\"source\":\"xor\"},\"model\":{\"layers\":[{\"units\":1,\"activation\":"
                + "\"tanh\"}]},\"training\":{\"epochs\":1,\"loss\":\"mean-squared-error\"}}");
        assertThat(done("predict", other, "--weights", path("h.npz"), "--csv", path("p.csv")).out()).startsWith("class,output\n");
    }

    private void idx(Path file, int[] sizes, int count, int perItem, IntBinaryOperator value)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(
                file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes)) {
            out.writeInt(0x800 + sizes.length);
            for (int size : sizes) {
                out.writeInt(size);
            }
            for (int i = 0; i < count * perItem; i++) {
                out.writeByte(value.applyAsInt(i / perItem, i % perItem));
            }
        }
        Files.write(file, bytes.toByteArray());
    }

    @Test
    void aFolderOfImagesIsReadWithAndWithoutItsLabels() throws IOException {
        String file = trained("d", DIGITS);
        SyntheticDigits digits = new SyntheticDigits(1, SyntheticDigits.Part.TEST);
        Path images = Files.createDirectories(folder.resolve("idx")).resolve("t10k-images-idx3-ubyte.gz");
        idx(images, new int[] {200, 28, 28}, 200, 784, (i, p) -> (int) digit(i)[p]);
        String[] command = {"predict", file, "--weights", path("d.npz"), "--idx", path("idx")};
        CommandRun unlabeled = done(command);
        assertThat(unlabeled.err()).isEmpty();
        assertThat(unlabeled.out().lines()).hasSize(201).startsWith("class,p0,p1,p2,p3,p4,p5,p6,p7,p8,p9");
        idx(folder.resolve("idx/t10k-labels-idx1-ubyte"), new int[] {200}, 200, 1, (i, p) -> digits.label(i));
        CommandRun labeled = done(command);
        assertThat(labeled.out()).isEqualTo(unlabeled.out());
        // The same images are the experiment's test part.
        assertThat(accuracy(labeled.err())).isEqualTo(accuracy(done("train", file, "--epochs", "0", "--initial", path("d.npz"))
                .out().replaceAll("(?s), [0-9]+ samples/s.*|, cpu.*", "")));
        idx(folder.resolve("idx/t10k-labels-idx1-ubyte"), new int[] {199}, 199, 1, (i, p) -> digits.label(i));
        refused(path("idx/t10k-labels-idx1-ubyte") + ": has 199 labels for the 200 images of " + images
                + "; take both from the same place", command);
    }

    @Test
    void imagesOfAnotherSizeAreCenteredOrRefused() throws IOException {
        String file = trained("d", DIGITS);
        Path images = Files.createDirectories(folder.resolve("idx")).resolve("my-images.idx3-ubyte");
        idx(images, new int[] {30, 60, 50}, 30, 3000, (i, p) -> p % 50 < 28 && p / 50 < 28 ? (int) digit(i)[p / 50 * 28 + p % 50] : 0);
        idx(folder.resolve("idx/my-labels.idx1-ubyte"), new int[] {30}, 30, 1,
                (i, p) -> new SyntheticDigits(1, SyntheticDigits.Part.TEST).label(i));
        refused(images + ": its images are 60 x 50 pixels, the network reads 28 x 28; prepare them with --center",
                "predict", file, "--weights", path("d.npz"), "--idx", path("idx"));
        String percent = accuracy(done("predict", file, "--weights", path("d.npz"), "--idx", path("idx"), "--center").err());
        assertThat(Double.parseDouble(percent.split(" ")[1])).isGreaterThan(40);
    }

    /// Digits drawn large, dark on a page that is lighter below, are read as they are when they are small.
    @Test
    void aPhotoIsReadLikeTheDigitThatItShows() throws IOException {
        trained("d", DIGITS);
        String file = written("mnist.crescent", MNIST);
        int same = 0;
        for (int place = 0; place < 10; place++) {
            BufferedImage image = new BufferedImage(300, 340, BufferedImage.TYPE_INT_RGB);
            float[] digit = digit(place);
            for (int i = 0; i < 300 * 340; i++) {
                int y = i / 300 - 40;
                int x = i % 300 - 20;
                boolean inside = x >= 0 && y >= 0 && x < 252 && y < 252;
                int grey = 150 + i / 300 / 5 - (inside ? (int) (digit[y / 9 * 28 + x / 9] / 2) : 0);
                image.setRGB(i % 300, i / 300, grey << 16 | grey << 8 | grey);
            }
            ImageIO.write(image, "png", folder.resolve("photo.png").toFile());
            List<String> photo = done("predict", file, "--weights", path("d.npz"), "--png", path("photo.png")).out().lines().toList();
            assertThat(photo).hasSize(2);
            StringBuilder row = new StringBuilder();
            for (float pixel : digit) {
                row.append(row.isEmpty() ? "" : ",").append((int) pixel);
            }
            String plain = done("predict", file, "--weights", path("d.npz"), "--csv", written("one.csv", row + "\n")).out();
            same += plain.lines().toList().get(1).charAt(0) == photo.get(1).charAt(0) ? 1 : 0;
        }
        assertThat(same).isGreaterThanOrEqualTo(8);
    }

    @Test
    void aNetworkOfOtherImagesReadsThoseOfItsSizeAsTheyAre() throws IOException {
        written("p.csv", "a,b,c,d,y\n0,255,255,0,x\n255,0,0,255,z\n1,250,255,0,x\n255,1,0,255,z\n");
        String file = trained("p", START + "\"data\":{\"source\":\"csv\",\"path\":\"p.csv\",\"shape\":[1,2,2],\"scaling\":\"unit\","
                + "\"testFraction\":0},\"model\":{\"layers\":[{\"units\":2,\"activation\":\"softmax\"}]},\"training\":"
                + "{\"epochs\":100,\"optimizer\":{\"type\":\"adam\",\"learningRate\":0.1}}}");
        BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(1, 0, 0, 255);
        image.getRaster().setSample(0, 1, 0, 255);
        ImageIO.write(image, "png", folder.resolve("i.png").toFile());
        String[] command = {"predict", file, "--weights", path("p.npz"), "--png", path("i.png")};
        assertThat(done(command).out().lines().toList().get(1)).startsWith("x,0.9");
        refused("--center: makes images of 28 x 28 pixels, and the network reads 2 x 2; leave the option out", "predict", file,
                "--weights", path("p.npz"), "--png", path("i.png"), "--center");
        ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY), "png", folder.resolve("i.png").toFile());
        refused(path("i.png") + ": has 2 x 3 pixels, and the network reads 2 x 2; choose an image of that size", command);
    }

    @Test
    void everyBadInputIsOneSentence() throws IOException {
        String file = trained("d", DIGITS.replace("\"epochs\":4", "\"epochs\":0"));
        String weights = path("d.npz");
        String end = "; name one of --csv IN.csv, --idx DIR and --png IMAGE";
        refused("There is nothing to predict" + end, "predict", file, "--weights", weights);
        refused("There are several inputs" + end, "predict", file, "--weights", weights, "--png", "a", "--csv", "b");
        refused(file + ": comes without weights; name some with --weights W.npz, as crescent train " + file
                + " --weights W.npz writes them", "predict", file, "--png", "a");
        refused(path("no.npz") + ": there is no such file; choose another file", "predict", file, "--weights", path("no.npz"),
                "--png", "a");
        refused(written("bad.npz", "no") + ": is not an .npz file; choose one that Crescent or NumPy wrote", "predict", file,
                "--weights", path("bad.npz"), "--png", "a");
        refused(weights + ": 0.weight (layer 1) must have the shape [6, 2], has [10, 784]; choose the weights of this network",
                "predict", "builtin:moons", "--weights", weights, "--csv", "a");
        refused(path("no.png") + ": there is no such file; choose another file", "predict", file, "--weights", weights, "--png",
                path("no.png"));
        refused(path("no") + ": is not a folder; name one that holds IDX files of images", "predict", file, "--weights", weights,
                "--idx", path("no"));
        refused(folder + ": has no file t10k-images-idx3-ubyte, with or without .gz; put the images there or choose another"
                + " folder", "predict", file, "--weights", weights, "--idx", folder.toString());
        ImageIO.write(new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB), "png", folder.resolve("black.png").toFile());
        refused(path("black.png") + ": shows nothing that stands out from its background; choose an image of one digit",
                "predict", file, "--weights", weights, "--png", path("black.png"));
        refused(path("no/o.csv") + ": its folder does not exist, make it first", "predict", file, "--weights", weights, "--png",
                path("black.png"), "--out", path("no/o.csv"));
        refused("none.csv: is not in the folder " + folder + "; correct the path or choose another file", "predict", file,
                "--weights", weights, "--csv", path("none.csv"));
    }

    @Test
    void weightsThatComeWithAnExperimentAreUsedUntilOthersAreNamed() throws IOException {
        done("train", "builtin:moons", "--epochs", "3", "--weights", path("three.npz"));
        byte[] bytes = Files.readAllBytes(folder.resolve("three.npz"));
        StartWeights.Shipped shipped = name -> name.equals("builtin:moons")
                ? Optional.of(new ByteArrayInputStream(bytes)) : Optional.empty();
        String points = written("p.csv", "x1,x2\n0,1\n1,-0.5\n");
        CommandRun named = done("predict", "builtin:moons", "--weights", path("three.npz"), "--csv", points);
        assertThat(CommandRun.of(shipped, "predict", "builtin:moons", "--csv", points)).isEqualTo(named);
        done("train", "builtin:moons", "--epochs", "0", "--weights", path("none.npz"));
        assertThat(CommandRun.of(shipped, "predict", "builtin:moons", "--weights", path("none.npz"), "--csv", points))
                .isNotEqualTo(named);
        // Training goes on from them, and a picture shows them.
        String zero = "0 epochs: ";
        String loss = done("train", "builtin:moons", "--epochs", "0", "--initial", path("three.npz")).out();
        assertThat(CommandRun.of(shipped, "train", "builtin:moons", "--epochs", "0").out()).isEqualTo(loss).startsWith(zero);
        assertThat(done("train", "builtin:moons", "--epochs", "0").out()).isNotEqualTo(loss);
        assertThat(CommandRun.of(shipped, "render", "builtin:moons", "--view", "boundary", "--size", "300x200", "--out",
                path("p.png")).out()).isEqualTo(loss);
        StartWeights.Shipped damaged = name -> Optional.of(new ByteArrayInputStream(new byte[5]));
        CommandRun run = CommandRun.of(damaged, "predict", "builtin:moons", "--csv", points);
        assertThat(run.err().strip())
                .isEqualTo("builtin:moons.npz: is not an .npz file; choose one that Crescent or NumPy wrote");
        assertThat(run.status()).isEqualTo(2);
    }
}
