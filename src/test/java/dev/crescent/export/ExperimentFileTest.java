package dev.crescent.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.crescent.data.OwnSamples;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.ExperimentReader;
import dev.crescent.experiment.ExperimentWriter;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.insight.CurveData;
import dev.crescent.train.History;
import dev.crescent.train.Progress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Experiments with where their training stands, in one file; and files that only say so.
@Timeout(300) // nothing here may hang
class ExperimentFileTest {
    private static final Experiment EXPERIMENT = Experiment.defaults();
    private static final ParameterLayout LAYOUT =
            ParameterLayout.of((Model.Network) EXPERIMENT.model(), List.of(2));
    private static final int COPIES = 400;

    @TempDir
    private Path folder = Path.of("");

    private static Progress progress() {
        float[] parameters = new float[LAYOUT.total()];
        float[] memory = new float[LAYOUT.size()];
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) random.nextDouble(-1, 1);
        }
        for (int i = 0; i < memory.length; i++) {
            memory[i] = (float) random.nextDouble(-1, 1);
        }
        History history = History.of(new double[][] {{0, 1.5, Double.NaN, 0.25, Double.NaN}, {0.1, 1 / 3.0, 2, 1, 0.5}}, 0.01,
                List.of(new History.Mark(0.05, "rate \"0.1\"\u00e9")));
        OwnSamples own = new OwnSamples(2, 2, new float[] {0, 0.5f, 1, 0.25f}, new int[] {1, 0});
        return new Progress(7, 2.5, List.of(2), parameters, new OptimizerState(7, 3, List.of(memory, memory.clone())), history,
                own);
    }

    private static ExperimentFile full() {
        return new ExperimentFile(EXPERIMENT, progress(), Map.of(), List.of(), Map.of("room", "digits", "empty", ""));
    }

    private Path written(ExperimentFile file) throws IOException {
        Path path = folder.resolve("a.crescent");
        file.write(path);
        return path;
    }

    private static byte[] bytes(ExperimentFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.write(out);
        return out.toByteArray();
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        ExperimentFile read = ExperimentFile.read(written(full()));
        assertThat(read.experiment()).isEqualTo(EXPERIMENT);
        assertThat(read.session()).containsOnly(Map.entry("room", "digits"), Map.entry("empty", ""));
        assertThat(read.progress()).usingRecursiveComparison().ignoringFields("history").isEqualTo(progress());
        Progress known = read.progress();
        assertThat(known).isNotNull();
        History history = known == null ? History.EMPTY : known.history();
        for (int column = 0; column < 5; column++) {
            assertThat(history.column(column)).isEqualTo(progress().history().column(column));
        }
        assertThat(history.marks()).isEqualTo(progress().history().marks());
        assertThat(history.spacing()).isEqualTo(0.01);
    }

    private static ExperimentFile compared() {
        return new ExperimentFile(EXPERIMENT, progress(), Map.of(), List.of(
                new CurveData.Ghost("2-2 sgd \u00e9", new double[] {0, 0.5, 1}, new double[] {1, Double.NaN, 0.25},
                        new double[] {0.5, Double.NaN, 1}),
                new CurveData.Ghost("", new double[0], new double[0], new double[0])), Map.of());
    }

    @Test
    void theRunsPinnedForComparisonComeWithIt() throws Exception {
        ExperimentFile read = ExperimentFile.read(written(compared()));
        assertThat(read.pinned()).hasSameSizeAs(compared().pinned());
        for (int i = 0; i < read.pinned().size(); i++) {
            CurveData.Ghost run = compared().pinned().get(i);
            assertThat(read.pinned().get(i).name()).isEqualTo(run.name());
            assertThat(read.pinned().get(i).epochs()).isEqualTo(run.epochs());
            assertThat(read.pinned().get(i).loss()).isEqualTo(run.loss());
            assertThat(read.pinned().get(i).accuracy()).isEqualTo(run.accuracy());
        }
        assertThat(read.loss()).isEmpty();
        assertThat(read.progress()).usingRecursiveComparison().ignoringFields("history").isEqualTo(progress());
        assertThat(Weights.read(folder.resolve("a.crescent"), LAYOUT)).isEqualTo(progress().parameters());
    }

    @Test
    void whereTheyAreDamagedAllElseIsThere() throws Exception {
        for (UnaryOperator<Map<String, byte[]>> change : List.of(text("pinned.json", "\"rows\": 3", "\"rows\": 4"),
                text("pinned.json", "[", "{"), text("pinned.json", "3", "-1"), without("pinned.0.npy"),
                with("pinned.0.npy", new byte[9]), with("pinned.0.npy", new byte[1 << 20]),
                with("pinned.0.npy", new NumpyArray(List.of(3, 3), new float[] {0, 2, 1, 0, 0, 0, 0, 0, 0}).bytes()),
                with("pinned.0.npy", new NumpyArray(List.of(3, 3), new float[] {0, Float.NaN, 1, 0, 0, 0, 0, 0, 0}).bytes()))) {
            Path file = changed(compared(), change);
            ExperimentFile read = ExperimentFile.read(file);
            assertThat(read.loss()).startsWith(file + ": the runs pinned for comparison are lost").doesNotContain("\n");
            assertThat(read.pinned()).isEmpty();
            assertThat(read.progress()).usingRecursiveComparison().ignoringFields("history").isEqualTo(progress());
        }
    }

    @Test
    void theSameContentIsTheSameBytes() throws Exception {
        assertThat(bytes(full())).isEqualTo(bytes(full()));
    }

    @Test
    void settingsAloneArePlainJson() throws Exception {
        Path file = written(ExperimentFile.of(EXPERIMENT));
        assertThat(file).hasContent(ExperimentWriter.write(EXPERIMENT));
        assertThat(ExperimentReader.read(file)).isEqualTo(EXPERIMENT);
        ExperimentFile read = ExperimentFile.read(file);
        assertThat(read.experiment()).isEqualTo(EXPERIMENT);
        assertThat(read.progress()).isNull();
    }

    @Test
    void weightsThatAreNoNumbersAreLeftOut() throws Exception {
        Progress bad = progress();
        bad.parameters()[3] = Float.NaN;
        assertThat(written(new ExperimentFile(EXPERIMENT, bad, Map.of(), List.of(), Map.of())))
                .hasContent(ExperimentWriter.write(EXPERIMENT));
    }

    @Test
    void itIsAFileOfWeightsToo() throws Exception {
        assertThat(Weights.read(written(full()), LAYOUT)).isEqualTo(progress().parameters());
    }

    @Test
    void tablesComeWithItAndAreUnpackedWhereTheyAreMissing() throws Exception {
        byte[] table = "a,b,label\n1,2,x\n3,4,y\n".getBytes(StandardCharsets.UTF_8);
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.write(home.resolve("my table.csv"), table);
        Experiment experiment = EXPERIMENT.withData(new Data(
                new Source.Csv("my table.csv", "label", Task.CLASSIFICATION, List.of(), List.of(), null), 1, 0, Scaling.NONE));
        Path file = home.resolve("a.crescent");
        new ExperimentFile(experiment, progress(), Tables.of(experiment, home), List.of(), Map.of()).write(file);
        Path cache = folder.resolve("cache");
        assertThat(Tables.placed(ExperimentFile.read(file), home, cache)).as("it lies there still").isEqualTo(experiment);
        assertThat(cache).doesNotExist();

        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path copy = Files.copy(file, elsewhere.resolve("a.crescent"));
        Experiment placed = Tables.placed(ExperimentFile.read(copy), elsewhere, cache);
        Path unpacked = Path.of(DataPaths.of(placed).getFirst());
        assertThat(unpacked).startsWith(cache).hasFileName("my table.csv").hasBinaryContent(table);
        assertThat(Tables.placed(ExperimentFile.read(copy), elsewhere, cache)).as("once").isEqualTo(placed);
    }

    @Test
    void noPathLeadsOutOfTheFolderForTables() throws Exception {
        byte[] table = {1, 2};
        for (String path : List.of("../../evil.csv", "/etc/none/evil.csv", "C:\\none\\evil.csv", "..", "none/..", "\u0000", "a/")) {
            Experiment experiment = EXPERIMENT.withData(new Data(
                    new Source.Csv(path, "label", Task.CLASSIFICATION, List.of(), List.of(), null), 1, 0, Scaling.NONE));
            Path cache = folder.resolve("cache");
            Experiment placed = Tables.placed(
                    new ExperimentFile(experiment, null, Map.of(path, table), List.of(), Map.of()), folder, cache);
            Path unpacked = Path.of(DataPaths.of(placed).getFirst());
            assertThat(unpacked.normalize()).isEqualTo(unpacked);
            assertThat(unpacked.getParent().getParent()).as(path).isEqualTo(cache);
        }
    }

    /// The archive with its entries changed.
    private Path changed(UnaryOperator<Map<String, byte[]>> change) throws IOException {
        return changed(full(), change);
    }

    private Path changed(ExperimentFile of, UnaryOperator<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes(of)));
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            entries.put(entry.getName(), in.readAllBytes());
        }
        Path file = folder.resolve("changed.crescent");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : change.apply(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private static UnaryOperator<Map<String, byte[]>> text(String name, String from, String to) {
        return entries -> {
            String text = new String(entries.get(name), StandardCharsets.UTF_8);
            assertThat(text).contains(from);
            entries.put(name, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
            return entries;
        };
    }

    private static UnaryOperator<Map<String, byte[]>> with(String name, byte[] content) {
        return entries -> {
            entries.put(name, content);
            return entries;
        };
    }

    private static UnaryOperator<Map<String, byte[]>> without(String name) {
        return entries -> {
            entries.remove(name);
            return entries;
        };
    }

    private void assertRefused(UnaryOperator<Map<String, byte[]>> change, String... words) throws IOException {
        Path file = changed(change);
        assertThatThrownBy(() -> ExperimentFile.read(file)).isInstanceOf(ExperimentFileException.class)
                .message().startsWith(file + ": ").doesNotContain("\n").contains(words);
    }

    @Test
    void anUnchangedCopyIsRead() throws Exception {
        assertThat(ExperimentFile.read(changed(entries -> entries)).progress()).isNotNull();
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        assertRefused(without("experiment.json"), "without experiment.json", "choose");
        assertRefused(without("0.bias.npy"), "0.bias (layer 1) is missing");
        assertRefused(without("optimizer.1.npy"), "optimizer.1.npy is missing");
        assertRefused(without("own.labels.npy"), "own.labels.npy is missing");
    }

    private void assertLost(UnaryOperator<Map<String, byte[]>> change) throws Exception {
        assertLost(changed(change));
    }

    private static void assertLost(Path file) throws Exception {
        ExperimentFile read = ExperimentFile.read(file);
        assertThat(read.loss()).startsWith(file + ": its curves are lost, history.csv").doesNotContain("\n");
        assertThat(read.experiment()).isEqualTo(EXPERIMENT);
        Progress found = read.progress();
        assertThat(found).usingRecursiveComparison().ignoringFields("history").isEqualTo(progress());
        History history = found == null ? History.EMPTY : found.history();
        assertThat(history.size()).isZero();
        assertThat(history.marks()).isEqualTo(progress().history().marks()).isNotEmpty();
        assertThat(history.spacing()).isEqualTo(0.01);
    }

    @Test
    void curvesThatAreDamagedAreLostAndAllElseIsThere() throws Exception {
        assertThat(ExperimentFile.read(changed(entries -> entries)).loss()).isEmpty();
        assertLost(without("history.csv"));
        assertLost(text("history.csv", "0.25", "no"));
        assertLost(text("history.csv", "0.1,", "0,"));
        // One byte on the disk, which the checksum tells.
        Path file = written(full());
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\n0.1,") + 2;
        bytes[at] ^= 1;
        Files.write(file, bytes);
        assertLost(file);
    }

    @Test
    void wrongSizesAndNumbersAreNamed() throws Exception {
        assertRefused(text("experiment.json", "\"units\": 4", "\"units\": 5"), "1.weight (layer 2) must have the shape [5, 6]");
        assertRefused(text("experiment.json", "\"format\"", "\"former\""), "experiment.json: format: must be");
        assertRefused(text("progress.json", "\"version\": 1", "\"version\": 2"), "version: is 2", "newer Crescent");
        assertRefused(text("progress.json", "\"step\": 7,\n  \"epoch\"", "\"step\": -7,\n  \"epoch\""), "step -7");
        assertRefused(text("progress.json", "\"epoch\": 2.5", "\"epoch\": -1"), "epoch -1.0");
        assertRefused(text("progress.json", "\"ownSamples\": 2", "\"ownSamples\": 2000000000"), "ownSamples: must be a whole number from 0 to 10000");
        assertRefused(text("progress.json", "\"ownSamples\": 2", "\"ownSamples\": 3"), "own.labels.npy must have the shape [3]");
        assertRefused(text("progress.json", "\"inputShape\"", "\"inputForm\""), "progress.json: inputForm: is not a key");
        assertRefused(with("0.bias.npy", new NumpyArray(List.of(6), new float[] {1, 2, Float.NaN, 4, 5, 6}).bytes()), "0.bias", "NaN");
        assertRefused(with("optimizer.0.npy", new NumpyArray(List.of(1), new float[1]).bytes()), "optimizer.0.npy must have");
        assertRefused(with("own.labels.npy", new NumpyArray(List.of(2), new float[] {0, 0.5f}).bytes()), "own.labels.npy holds 0.5");
        assertRefused(with("session.json", new byte[] {'['}), "session.json: ");
        assertRefused(with("session.json", new byte[] {(byte) 0xff}), "session.json is not UTF-8");
    }

    @Test
    void placesOutsideOfTheFileAreRefused() throws Exception {
        for (String name : List.of("../evil", "/evil", "a/../../evil", "C:\\evil", "a\\..\\evil")) {
            assertRefused(with(name, new byte[1]), "holds an entry named", "do not open it");
        }
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        byte[] zeros = new byte[80 << 20];
        Arrays.fill(zeros, (byte) ' ');
        assertRefused(with("0.bias.npy", zeros), "0.bias", "more than there is room for");
        assertRefused(with("progress.json", zeros), "progress.json holds more than");
        assertLost(with("history.csv", zeros));
        assertRefused(with("experiment.json", zeros), "experiment.json holds more than");
        assertRefused(entries -> text("experiment.json", "\"units\": 4", "\"units\": 20000").apply(
                text("experiment.json", "\"units\": 6", "\"units\": 20000").apply(entries)), "too small to hold the 4");
        assertRefused(entries -> {
            for (int i = 0; i < 10_001; i++) {
                entries.put("n" + i, new byte[0]);
            }
            return entries;
        }, "more than 10000 entries");
    }

    @Test
    void aPartOfAFileIsRefused() throws Exception {
        byte[] whole = bytes(full());
        Path file = folder.resolve("part.crescent");
        for (int length = 4; length < whole.length; length += 97) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> ExperimentFile.read(file)).isInstanceOf(ExperimentFileException.class)
                    .message().startsWith(file + ": ");
        }
    }

    @Test
    void damageIsRefusedInASentenceOrDoesNoHarm() throws Exception {
        byte[] whole = bytes(full());
        Path file = folder.resolve("damaged.crescent");
        SplittableRandom random = new SplittableRandom(5);
        int refused = 0;
        for (int i = 0; i < COPIES; i++) {
            byte[] copy = whole.clone();
            for (int j = random.nextInt(1, 4); j > 0; j--) {
                copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, copy);
            Throwable problem = catchThrowable(() -> ExperimentFile.read(file));
            if (problem != null) {
                refused++;
                assertThat(problem).isInstanceOf(ExperimentFileException.class).message().startsWith(file + ": ")
                        .doesNotContain("\n");
            }
        }
        assertThat(refused).isGreaterThan(COPIES / 2);
    }
}
