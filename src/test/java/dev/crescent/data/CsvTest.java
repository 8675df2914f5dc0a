package dev.crescent.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    private static final String IRIS = """
            sepal length,sepal width,petal length,species
            5.1,3.5,1.4,setosa
            7.0,3.2,4.7,versicolor
            6.3,3.3,6.0,virginica
            4.9,3.0,1.4,setosa
            """;

    private static final String OUT =
            " or leave the column out (columns under data in the experiment file, or Columns... in the window)";
    private static final String SKIP =
            " or skip rows with gaps (gaps under data in the experiment file, or Columns... in the window)";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private Dataset load(String text) throws Exception {
        return load(text, csv("", Task.CLASSIFICATION));
    }

    private Dataset load(String text, Source.Csv source) throws Exception {
        Files.writeString(folder.resolve("iris.csv"), text);
        return Datasets.load(new Data(source, 1, 0, Scaling.NONE), List.of("x1", "x2"), folder);
    }

    private static Source.Csv csv(String target, Task task, String... columns) {
        return new Source.Csv("iris.csv", target, task, List.of(columns), List.of(), null);
    }

    private static Source.Csv withTest() {
        return new Source.Csv("iris.csv", "species", Task.CLASSIFICATION, List.of(), List.of(), "test.csv");
    }

    private void refuses(String text, Source.Csv source, String sentence) {
        assertThatThrownBy(() -> load(text, source)).isInstanceOf(DataException.class).hasMessage(sentence);
    }

    private void refuses(String text, String sentence) {
        refuses(text, csv("", Task.CLASSIFICATION), sentence);
    }

    @Test
    void readsColumnsAndClasses() throws Exception {
        Dataset dataset = load(IRIS);
        assertThat(dataset.inputNames()).containsExactly("sepal length", "sepal width", "petal length");
        assertThat(dataset.inputShape()).containsExactly(3);
        assertThat(dataset.classNames()).containsExactly("setosa", "versicolor", "virginica");
        assertThat(dataset.train().labels()).containsExactly(0, 1, 2, 0);
        assertThat(dataset.train().values()).containsExactly(0, 1, 2, 0);
        assertThat(dataset.train().inputs()).containsExactly(5.1f, 3.5f, 1.4f, 7, 3.2f, 4.7f, 6.3f, 3.3f, 6, 4.9f, 3, 1.4f);
        assertThat(dataset.train().rawWidth()).isEqualTo(3);
        assertThat(dataset.plane()).isNull();
        assertThat(dataset.extent()).containsExactly(-1, 1, -1, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|", ","})
    void findsTheSeparator(String separator) throws Exception {
        Dataset dataset = load(IRIS.replace(",", separator));
        assertThat(dataset.train().inputs()).hasSize(12).startsWith(5.1f, 3.5f, 1.4f, 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t"})
    void readsDecimalCommasWhereCommasPartNoCells(String separator) throws Exception {
        Dataset plain = load(IRIS);
        Dataset dataset = load(IRIS.replace(",", separator).replace('.', ','));
        assertThat(dataset.train().inputs()).isEqualTo(plain.train().inputs());
        assertThat(dataset.inputNames()).isEqualTo(plain.inputNames());
        Dataset noHeader = load("1,5;2;a\n-2,25;3,5e1;b\n");
        assertThat(noHeader.train().raw()).containsExactly(1.5f, 2, -2.25f, 35);
        assertThat(load("a;y\n1;0,5\n2;1,75\n", csv("", Task.REGRESSION)).train().values()).containsExactly(0.5f, 1.75f);
    }

    @Test
    void oneTableHasOneDecimalSign() {
        refuses("a;b;y\n1,234;2;x\n5.5;3;y\n", "iris.csv: row 3, column \"a\": \"5.5\" is not a number; correct it" + OUT);
        refuses("a;b;y\n1.5;2;x\n1,234;3;y\n", "iris.csv: row 3, column \"a\": \"1,234\" is not a number; correct it" + OUT);
        refuses("a;b;y\n1,234.5;2;x\n1;3;y\n", "iris.csv: row 2, column \"a\": \"1,234.5\" is not a number; correct it" + OUT);
    }

    @Test
    void decimalCommasOfManyDigitsAreExactToo() {
        String digits = "0,1234567890123456789012345";
        CsvNumber number = new CsvNumber(';');
        assertThat(number.read(digits.toCharArray(), 0, digits.length()))
                .isEqualTo(Double.parseDouble("0.1234567890123456789012345"));
    }

    @Test
    void thePlaneOfATableKnowsItsColumns() throws Exception {
        assertThat(Objects.requireNonNull(load(IRIS, csv("", Task.CLASSIFICATION, "petal length", "1")).plane()).axes())
                .containsExactly("petal length", "sepal length");
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws Exception {
        Dataset plain = load(IRIS);
        Dataset dataset = load("\uFEFF" + IRIS.replace("\n", "\r\n").replace("setosa", "\"setosa\"").replace("sepal width", "\"sepal width\"")
                + "\r\n\r\n");
        assertThat(dataset.inputNames()).isEqualTo(plain.inputNames());
        assertThat(dataset.train().inputs()).isEqualTo(plain.train().inputs());
        assertThat(dataset.classNames()).isEqualTo(plain.classNames());
    }

    @Test
    void readsQuotedSeparatorsQuotesAndLineBreaks() throws Exception {
        Dataset dataset = load("a,b,c,\"kind, of\"\"\n x\"\n1,\"2\",3,\"red, dark\"\n4,5,6,\"a\nb\"\n7,8,9,\"red, dark\"\n");
        assertThat(dataset.classNames()).containsExactly("a\nb", "red, dark");
        assertThat(dataset.train().labels()).containsExactly(1, 0, 1);
        assertThat(dataset.train().inputs()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void separatorsWithinQuotesDoNotCount() throws Exception {
        Dataset dataset = load("a,b,c,y\n1,2,3,\"p;q\"\n4,5,6,\"r;s\"\n".replace("y\n", "\"y;z\"\n"));
        assertThat(dataset.classNames()).containsExactly("p;q", "r;s");
        assertThat(dataset.inputNames()).containsExactly("a", "b", "c");
    }

    @Test
    void knowsATableWithoutAHeader() throws Exception {
        Dataset dataset = load("1,2,3,a\n4,5,6,b\n");
        assertThat(dataset.inputNames()).containsExactly("column 1", "column 2", "column 3");
        assertThat(dataset.train().count()).isEqualTo(2);
        Dataset numbers = load("1,2,3,0\n4,,6,1\n".replace(",,", ",5,"));
        assertThat(numbers.train().count()).isEqualTo(2);
    }

    @Test
    void knowsAHeaderWithANumberInIt() throws Exception {
        Dataset dataset = load("a,2020,c,kind\n1,2,3,x\n4,5,6,y\n");
        assertThat(dataset.inputNames()).containsExactly("a", "2020", "c");
    }

    @Test
    void ordersNumericClassesByValue() throws Exception {
        Dataset dataset = load("a,b,c,y\n1,2,3,10\n1,2,3,-1\n1,2,3,2\n1,2,3,2.0\n");
        assertThat(dataset.classNames()).containsExactly("-1", "2", "10");
        assertThat(dataset.train().labels()).containsExactly(2, 0, 1, 1);
    }

    @Test
    void readsARegression() throws Exception {
        Dataset dataset = load("a,b,c,y\n1,2,3,0.5\n4,5,6,-1e2\n", csv("y", Task.REGRESSION));
        assertThat(dataset.task()).isEqualTo(Task.REGRESSION);
        assertThat(dataset.classNames()).isEmpty();
        assertThat(dataset.train().values()).containsExactly(0.5f, -100);
        assertThat(dataset.train().labels()).containsExactly(0, 0);
    }

    @Test
    void choosesTargetAndColumnsByNameOrNumber() throws Exception {
        Dataset dataset = load(IRIS, csv("4", Task.CLASSIFICATION, "petal length", "1", "sepal width"));
        assertThat(dataset.inputNames()).containsExactly("petal length", "sepal length", "sepal width");
        assertThat(dataset.train().inputs()).startsWith(1.4f, 5.1f, 3.5f);
        Dataset other = load(IRIS, csv("sepal length", Task.REGRESSION, "sepal width", "3"));
        assertThat(other.train().values()).containsExactly(5.1f, 7, 6.3f, 4.9f);
    }

    @Test
    void twoFeaturesAreThePlane() throws Exception {
        Files.writeString(folder.resolve("iris.csv"), IRIS);
        Source.Csv source = csv("species", Task.CLASSIFICATION, "sepal length", "petal length");
        Dataset dataset = Datasets.load(new Data(source, 1, 0, Scaling.NONE), List.of("x1*x2"), folder);
        assertThat(dataset.plane()).isNotNull();
        assertThat(dataset.inputNames()).containsExactly("x1*x2");
        assertThat(dataset.train().inputs()[1]).isEqualTo(7 * 4.7f);
        assertThat(dataset.extent()).containsExactly(4.9f, 7, 1.4f, 6);
    }

    @Test
    void readsRowsAsImages() throws Exception {
        Source.Csv source = new Source.Csv("iris.csv", "", Task.CLASSIFICATION, List.of(), List.of(1, 2, 2), null);
        Dataset dataset = load("a,b,c,d,y\n1,2,3,4,0\n5,6,7,8,1\n", source);
        assertThat(dataset.inputShape()).containsExactly(1, 2, 2);
        assertThat(dataset.inputWidth()).isEqualTo(4);
        refuses(IRIS, source, "data.shape: [1, 2, 2] needs 4 feature columns, iris.csv has 3;"
                + " correct the shape, or list the columns of an image under data.columns");
    }

    @Test
    void twoColumnsOfAnImageAreNoPlaneAndBothPartsAreScaledAlike() throws Exception {
        Files.writeString(folder.resolve("iris.csv"), "a,b,y\n0,10,0\n4,20,1\n");
        Files.writeString(folder.resolve("test.csv"), "a,b,y\n2,15,1\n");
        Source source = new Source.Csv("iris.csv", "", Task.CLASSIFICATION, List.of(), List.of(2, 1, 1), "test.csv");
        Dataset dataset = Datasets.load(new Data(source, 1, 0.5, Scaling.MIN_MAX), List.of("x1"), folder);
        assertThat(dataset.plane()).isNull();
        assertThat(dataset.inputShape()).containsExactly(2, 1, 1);
        assertThat(dataset.train().inputs()).containsExactly(0, 0, 1, 1);
        assertThat(dataset.test().inputs()).containsExactly(0.5f, 0.5f);
    }

    @Test
    void scalesByTheTrainingTable() throws Exception {
        Files.writeString(folder.resolve("test.csv"), "species,petal length,sepal width,sepal length\nvirginica,3,4,9\n");
        Files.writeString(folder.resolve("iris.csv"), IRIS);
        Data data = new Data(withTest(), 1, 0.5, Scaling.MIN_MAX);
        Dataset dataset = Datasets.load(data, List.of("x1"), folder);
        assertThat(dataset.train().count()).isEqualTo(4);
        assertThat(dataset.test().count()).isEqualTo(1);
        assertThat(dataset.test().labels()).containsExactly(2);
        assertThat(dataset.test().raw()).containsExactly(9, 4, 3);
        assertThat(dataset.test().inputs()[0]).isEqualTo((float) ((9 - (double) 4.9f) / ((double) 7f - 4.9f)));
        assertThat(dataset.train().raw()[0]).as("not scaled").isEqualTo(5.1f);
    }

    @Test
    void refusesATestTableThatDoesNotFit() throws Exception {
        Source.Csv source = withTest();
        Files.writeString(folder.resolve("test.csv"), IRIS.replace("virginica", "rosa"));
        refuses(IRIS, source, "test.csv: row 4, column \"species\": \"rosa\" is not a class of the training table;"
                + " correct it or delete the row");
        Files.writeString(folder.resolve("test.csv"), IRIS.replace("sepal width", "width"));
        refuses(IRIS, source, "data.testPath: test.csv has no column \"sepal width\"; use \"sepal length\", \"width\","
                + " \"petal length\", \"species\"");
        Files.writeString(folder.resolve("test.csv"), "1,2,setosa\n");
        refuses(IRIS, source, "data.testPath: test.csv has 3 columns, iris.csv has 4; give both the same columns or a header");
    }

    @Test
    void namesTheCellThatIsNoNumber() {
        refuses(IRIS.replace("3.3", "abc"), "iris.csv: row 4, column \"sepal width\": \"abc\" is not a number; correct it"
                + OUT);
        refuses(IRIS.replace("3.3", ""), "iris.csv: row 4, column \"sepal width\" is empty; fill it in" + SKIP);
        refuses(IRIS.replace("4.9,", "\n\n4.9x,"), "iris.csv: row 7, column \"sepal length\": \"4.9x\" is not a number;"
                + " correct it" + OUT);
        refuses(IRIS, csv("species", Task.REGRESSION), "iris.csv: row 2, column \"species\": \"setosa\" is not a number;"
                + " correct it or choose the task classification");
    }

    @Test
    void namesTheRowThatIsNotLikeTheOthers() {
        refuses(IRIS.replace("3.3,", ""), "iris.csv: row 4 has 3 cells instead of 4; correct the row or delete it");
        refuses(IRIS.replace("3.3,", "3.3,3.3,"), "iris.csv: row 4 has 5 cells instead of 4; correct the row or delete it");
        refuses(IRIS.replace("virginica", ""), "iris.csv: row 4, column \"species\" has no class; fill it in" + SKIP);
    }

    @Test
    void namesTheLineWhereAQuoteOpensThatIsNeverClosed() {
        String sentence = " opens a quote that is never closed; close or delete it";
        refuses("a,b,y\n1,2,u\n2,\"3,v\n3,1,u\n", "iris.csv: line 3" + sentence);
        refuses("a,b,y\n1,2,u\n2,3,\"v\n3,1,u\n", "iris.csv: line 3" + sentence);
        refuses("\"a,b,y\n1,2,u\n2,3,v\n", "iris.csv: line 1" + sentence);
        refuses("\uFEFF\"a,b,y\n1,2,u\n2,3,v\n", "iris.csv: line 1" + sentence);
        refuses("a;b;y\r\n1;2;\"u\r\nw\"\r\n2;3;\"v\"\"\r\n3;1;u\r\n", "iris.csv: line 4" + sentence);
    }

    @Test
    void quotesThatAreClosedOrWithinACellAreNone() throws Exception {
        Dataset dataset = load("\"a \"\"1\"\"\",b,y\n1,\"2\",\"u, \nw\"\n2,3,5\" v\n3,1,\"\"\"v\"\n");
        assertThat(dataset.inputNames()).containsExactly("x1", "x2");
        assertThat(dataset.plane().axes()).containsExactly("a \"1\"", "b");
        assertThat(dataset.classNames()).containsExactlyInAnyOrder("u, \nw", "5\" v", "\"v");
    }

    @Test
    void columnsHaveNamesOfTheirOwn() throws Exception {
        refuses("a,b,a,y\n1,2,3,u\n2,3,4,v\n", "iris.csv: has several columns named \"a\"; give each of them a name of its own");
        refuses("a,b,a,y\n1,2,3,u\n2,3,4,v\n", csv("", Task.CLASSIFICATION, "1", "3"),
                "iris.csv: has several columns named \"a\"; give each of them a name of its own");
        assertThat(load("a,b,a,y\n1,2,3,u\n2,3,4,v\n", csv("", Task.CLASSIFICATION, "3", "b")).plane().axes())
                .as("one of them may be chosen by its number").containsExactly("a", "b");
    }

    @Test
    void namesTheColumnsThereAre() {
        refuses(IRIS, csv("kind", Task.CLASSIFICATION), "data.target: iris.csv has no column \"kind\"; use"
                + " \"sepal length\", \"sepal width\", \"petal length\", \"species\"");
        refuses(IRIS, csv("", Task.CLASSIFICATION, "sepal width", "5"), "data.columns[1]: iris.csv has no column \"5\"; use"
                + " \"sepal length\", \"sepal width\", \"petal length\", \"species\"");
        refuses(IRIS, csv("", Task.CLASSIFICATION, "species"), "data.columns[0]: \"species\" is the target;"
                + " take it out of data.columns or choose another target");
        refuses(IRIS, csv("", Task.CLASSIFICATION, "1", "sepal length"), "data.columns[1]: \"sepal length\" is listed twice;"
                + " take one out");
        refuses("a,a,b\n1,2,3\n4,5,6\n", csv("a", Task.REGRESSION), "data.target: iris.csv has several columns named \"a\";"
                + " use the column's number, 1 for the first of them");
    }

    @Test
    void refusesTooLittle() {
        refuses("", "iris.csv: is empty; choose a CSV file with rows of numbers");
        refuses("a,b,c\n1,2,x\n", "iris.csv: has too few rows, 1 below the header; at least 2 are needed");
        refuses("a,b,c\n", "iris.csv: has too few rows, 0 below the header; at least 2 are needed");
        refuses("a\n1\n2\n", "iris.csv: has one column only; separate features and target by commas, semicolons, tabs or |");
        refuses("a,b,c\n1,2,x\n2,3,x\n", "iris.csv: column \"c\" has only the class \"x\"; choose another target"
                + " or the task regression");
    }

    @Test
    void suggestsARegressionIfThereAreTooManyClasses() {
        StringBuilder text = new StringBuilder("a,y\n");
        for (int i = 0; i < 1500; i++) {
            text.append("1,").append(i).append(".5\n");
        }
        refuses(text.toString(), "iris.csv: row 1002, column \"y\": there are more than 1000 classes;"
                + " choose the task regression or another target");
    }

    @Test
    void refusesWhatIsNoReadableFile() throws Exception {
        Data data = new Data(csv("", Task.CLASSIFICATION), 1, 0, Scaling.NONE);
        assertThatThrownBy(() -> Datasets.load(data, List.of("x1"), folder)).isInstanceOf(DataException.class)
                .hasMessageStartingWith("iris.csv: is not in the folder ");
        Files.createDirectory(folder.resolve("iris.csv"));
        assertThatThrownBy(() -> Datasets.load(data, List.of("x1"), folder)).isInstanceOf(DataException.class)
                .hasMessage("iris.csv: is not a file that can be read; choose a CSV file");
        Files.delete(folder.resolve("iris.csv"));
        Files.write(folder.resolve("iris.csv"), IRIS.replace("setosa", "s\u00E9tosa").getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Datasets.load(data, List.of("x1"), folder)).isInstanceOf(DataException.class)
                .hasMessage("iris.csv: is not text in UTF-8; save it as CSV UTF-8");
        Source.Csv odd = new Source.Csv("a\u0000b", "", Task.CLASSIFICATION, List.of(), List.of(), null);
        assertThatThrownBy(() -> Datasets.load(data.withSource(odd), List.of("x1"), folder)).isInstanceOf(DataException.class)
                .hasMessage("data.path: \"a\uFFFDb\" is not a file name; choose another file");
        Files.writeString(folder.resolve("iris.csv"), IRIS);
        Source.Csv oddTest = new Source.Csv("iris.csv", "", Task.CLASSIFICATION, List.of(), List.of(), "a\u0000b");
        assertThatThrownBy(() -> Datasets.load(data.withSource(oddTest), List.of("x1"), folder))
                .hasMessageStartingWith("data.testPath: ");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "-1.5, -1.5", "+2, 2", ".5, 0.5", "5., 5", "1e3, 1000", "1.5E-2, 0.015", "' 7 ', 7", "007, 7",
        "0.1, 0.1", "123456789012345678901234567890, 123456789012345678901234567890", "3.4028234e38, 3.4028234e38",
        "0.00000000000000000000001, 1e-23"})
    void readsNumbers(String cell, double value) {
        assertThat(CsvNumber.parse(cell)).isEqualTo(value);
    }

    @Test
    void readsNumbersAsTheJdkDoes() {
        SplittableRandom random = new SplittableRandom(1);
        CsvNumber number = new CsvNumber();
        for (int i = 0; i < 8_000; i++) {
            double value = random.nextGaussian() * Math.pow(10, random.nextInt(-30, 30));
            String text = switch (i % 5) {
                case 0 -> Double.toString(value);
                case 1 -> Float.toString((float) value);
                case 2 -> String.format(Locale.ROOT, "%.18e", value);
                case 3 -> String.format(Locale.ROOT, "%.18e", (double) (float) value + Math.ulp((float) value) / 2.0);
                default -> new BigDecimal(value).toPlainString();
            };
            assertThat(number.read(text.toCharArray(), 0, text.length())).as(text).isEqualTo(Double.parseDouble(text));
            assertThat(number.readFloat(text.toCharArray(), 0, text.length())).as(text).isEqualTo((float) Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "-", "+-1", "1-", "1e", "1e+", "e5", "NaN", "Infinity", "0x10", "1f", "1d", "1,5",
        "1 2", "1.2.3", "1e1e1", "1e39", "\u0661"})
    void refusesWhatIsNoNumber(String cell) {
        assertThat(CsvNumber.parse(cell)).isNaN();
        assertThat(new CsvNumber().readFloat(cell.toCharArray(), 0, cell.length())).isNaN();
    }

    @Test
    void damagedTablesAreRefusedOrRead() throws IOException {
        String[] seeds = {IRIS, "1;2;0\n3;4;1\n5;6;0\n", "\uFEFF\"a\"\t\"b \"\"x\"\"\"\tc\r\n1\t2\tq\r\n3\t4\tr\r\n"};
        byte[] alphabet = "0123456789,;\t|\"\"\n\r .-+eEaN\u0000\uFEFF\u00E9".getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(11);
        Path file = folder.resolve("iris.csv");
        List<Scaling> scalings = List.of(Scaling.values());
        int[] read = {0};
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (int i = 0; i < 4_000; i++) {
                byte[] damaged = mutated(seeds[i % seeds.length].getBytes(StandardCharsets.UTF_8), alphabet, random);
                Files.write(file, damaged);
                Task task = i % 5 == 0 ? Task.REGRESSION : Task.CLASSIFICATION;
                Data data = new Data(csv("", task), 1, 0.3, scalings.get(i % 4));
                Throwable thrown = catchThrowable(() -> read[0] += Datasets.load(data, List.of("x1", "x2"), folder).train().count() > 0 ? 1 : 0);
                if (thrown != null) {
                    assertThat(thrown).as(Arrays.toString(damaged)).isInstanceOf(DataException.class);
                    assertThat(thrown.getMessage()).contains("iris.csv").contains(";").doesNotContain("\n").doesNotContain("\u0000");
                }
            }
        });
        assertThat(read[0]).isBetween(400, 3_600);
    }

    private static byte[] mutated(byte[] seed, byte[] alphabet, SplittableRandom random) {
        byte[] bytes = seed.clone();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(bytes.length);
            byte other = random.nextInt(10) == 0 ? (byte) random.nextInt(256) : alphabet[random.nextInt(alphabet.length)];
            int kept = random.nextInt(3); // 0 inserts, 1 replaces, 2 also deletes the next
            byte[] changed = new byte[bytes.length + 1 - Math.min(kept, bytes.length - at)];
            System.arraycopy(bytes, 0, changed, 0, at);
            changed[at] = other;
            System.arraycopy(bytes, at + Math.min(kept, bytes.length - at), changed, at + 1, changed.length - at - 1);
            bytes = random.nextInt(20) == 0 ? Arrays.copyOf(changed, 1 + random.nextInt(changed.length)) : changed;
        }
        return bytes;
    }
}
