package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentReader;
import dev.crescent.experiment.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
    private static final String START = "{\"format\":\"crescent-experiment\",\"version\":1,";

    @TempDir
    private Path folder = Path.of("");

    private Path experiment(String keys) throws IOException {
        return Files.writeString(folder.resolve("a.crescent"), START + keys + "}");
    }

    @Test
    void theSummaryIsOneLineWithWhatWasReached() {
        CommandRun run = CommandRun.of("train", "builtin:moons", "--epochs", "3", "--device", "cpu");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).matches("3 epochs: training loss \\d\\.\\d{4}, test loss \\d\\.\\d{4},"
                + " training accuracy \\d+\\.\\d %, test accuracy \\d+\\.\\d %, \\d+ samples/s, cpu\\R");
    }

    @Test
    void withoutATestPartAndWithoutClassesTheSummaryLeavesThemOut() throws IOException {
        Path file = experiment("\"data\":{\"source\":\"plane\",\"testFraction\":0},\"model\":{\"layers\":[{\"units\":1}]},"
                + "\"training\":{\"loss\":\"mean-squared-error\"}");
        CommandRun run = CommandRun.of("train", file.toString(), "--epochs", "1");
        assertThat(run.out()).matches("1 epoch: training loss \\S+, \\d+ samples/s, cpu\\R");
        assertThat(run.status()).isZero();
    }

    @Test
    void theHistoryHasARowAnEpochAndOneBeforeTraining() throws IOException {
        Path history = folder.resolve("history.csv");
        CommandRun run = CommandRun.of("train", "builtin:moons", "--epochs", "5", "--history", history.toString());
        assertThat(run.status()).isZero();
        List<String> lines = Files.readAllLines(history);
        assertThat(lines.getFirst()).isEqualTo("epoch,trainLoss,testLoss,trainAccuracy,testAccuracy,seconds");
        assertThat(lines.stream().skip(1).map(line -> line.split(",", -1)[0])).containsExactly("0", "1", "2", "3", "4", "5");
        List<double[]> rows = lines.stream().skip(1).map(TrainCommandTest::numbers).toList();
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(6));
        assertThat(rows.getLast()[1]).isLessThan(rows.getFirst()[1]);
        assertThat(rows).extracting(row -> row[5]).startsWith(0.0).isSorted().doesNotHaveDuplicates();
        assertThat(run.out()).contains("training loss " + Numbers.loss(rows.getLast()[1]));
    }

    @Test
    void aHistoryLeavesValuesThatDoNotExistEmpty() throws IOException {
        Path file = experiment("\"data\":{\"source\":\"plane\",\"testFraction\":0},\"model\":{\"layers\":[{\"units\":1}]},"
                + "\"training\":{\"loss\":\"mean-squared-error\"}");
        Path history = folder.resolve("history.csv");
        CommandRun.of("train", file.toString(), "--epochs", "0", "--history", history.toString());
        assertThat(Files.readAllLines(history).get(1)).matches("0,[0-9.E-]+,,,,0");
    }

    @Test
    void theHistoryIsTheSameWhetherOrNotSomebodyWatches() throws IOException {
        Path alone = folder.resolve("alone.csv");
        Path watched = folder.resolve("watched.csv");
        CommandRun.of("train", "builtin:moons", "--epochs", "20", "--history", alone.toString());
        CommandRun run = CommandRun.onTerminal("train", "builtin:moons", "--epochs", "20", "--history", watched.toString());
        assertThat(run.err()).contains("] 0/20 epochs").endsWith("\r\u001B[K");
        assertThat(withoutSeconds(watched)).isEqualTo(withoutSeconds(alone));
    }

    @Test
    void divergedTrainingEndsWithStatusOneAndKeepsWhatWasReached() throws IOException {
        Path file = experiment("\"data\":{\"source\":\"plane\"},\"model\":{\"layers\":[{\"units\":1}]},"
                + "\"training\":{\"loss\":\"mean-squared-error\",\"optimizer\":{\"type\":\"sgd\",\"learningRate\":1000}}");
        Path history = folder.resolve("history.csv");
        CommandRun run = CommandRun.of("train", file.toString(), "--history", history.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("Training diverged at epoch ").hasLineCount(1);
        assertThat(run.out()).contains("training loss ").hasLineCount(1);
        List<String> lines = Files.readAllLines(history);
        assertThat(lines).hasSizeBetween(3, 4);
        for (int row = 1; row < lines.size() - 1; row++) {
            assertThat(lines.get(row)).startsWith(row - 1 + ",");
        }
        double last = Double.parseDouble(lines.getLast().split(",")[0]);
        assertThat(run.err()).as("where it broke off, within an epoch").startsWith("Training diverged at epoch " + last + ":");
        assertThat(last).isNotEqualTo(Math.rint(last));
    }

    /// With steps far too large at first the loss explodes, and comes back as they become smaller.
    @Test
    void theSameIsTrainedWhoeverMeasuresMeanwhile() throws IOException {
        Path file = experiment("\"training\":{\"epochs\":40,\"optimizer\":{\"type\":\"sgd\",\"learningRate\":1000},"
                + "\"schedule\":{\"type\":\"exponential\",\"decay\":0.5}}");
        Path alone = folder.resolve("alone.npz");
        Path watched = folder.resolve("watched.npz");
        Path history = folder.resolve("exploded.csv");
        CommandRun first = CommandRun.of("train", file.toString(), "--weights", alone.toString());
        CommandRun second = CommandRun.of("train", file.toString(), "--weights", watched.toString(), "--history", history.toString());
        assertThat(first.status()).isZero();
        assertThat(second.status()).isZero();
        assertThat(Files.readAllLines(history)).hasSize(42);
        assertThat(watched).hasSameBinaryContentAs(alone);
    }

    @Test
    void whatCannotBeTrainedIsRefusedBeforeAnyFileIsWritten() throws IOException {
        Path file = experiment("\"data\":{\"source\":\"painted\",\"points\":[]}");
        Path history = folder.resolve("history.csv");
        CommandRun run = CommandRun.of("train", file.toString(), "--history", history.toString());
        assertThat(run).isEqualTo(new CommandRun(2, "",
                file + ": its data set has no training samples, add some" + System.lineSeparator()));
        assertThat(history).doesNotExist();
    }

    @Test
    void badOptionsAreOneSentence() {
        assertThat(CommandRun.of("train", "builtin:moons", "--epochs", "-1").err())
                .isEqualTo("--epochs: must be from 0 to 1000000000, is -1" + System.lineSeparator());
        assertThat(CommandRun.of("train", "builtin:moons", "--epochs", "ten").err())
                .isEqualTo("--epochs must be a whole number, and is \"ten\"; see crescent train --help"
                        + System.lineSeparator());
        assertThat(CommandRun.of("train", "builtin:moons", "--device", "gpu").err())
                .isEqualTo("--device must be one of auto, cpu, nd4j or cuda, and is \"gpu\";"
                        + " see crescent train --help" + System.lineSeparator());
        CommandRun run = CommandRun.of("train", "builtin:moons", "--history", "no/where.csv");
        assertThat(run).isEqualTo(new CommandRun(2, "",
                "no/where.csv: its folder does not exist, make it first" + System.lineSeparator()));
    }

    @Test
    void aFormulaWithoutAValueIsReportedWithTheFilesName() throws IOException {
        Path file = experiment("\"features\":[\"log(x1)\"]");
        CommandRun run = CommandRun.of("train", file.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).startsWith(file + ": features[0]: log(x1) has no finite value").hasLineCount(1);
    }

    @Test
    void aTableIsNoExperimentAndTheSentenceSaysHowToUseIt() throws IOException {
        Path table = Files.writeString(folder.resolve("good.csv"), "a,b,c\n1,2,0\n2,1,1\n3,1,1\n4,5,0\n");
        for (String command : List.of("train", "data")) {
            CommandRun run = CommandRun.of(command, table.toString());
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).startsWith(table + ": is a table, not an experiment").hasLineCount(1);
            String remedy = run.err().substring(run.err().indexOf('{'), run.err().lastIndexOf('}') + 1);
            Path file = Files.writeString(folder.resolve("from.crescent"), remedy);
            assertThat(CommandRun.of("train", file.toString(), "--epochs", "1").status()).as(remedy).isZero();
        }
    }

    @Test
    void aFolderThatTakesNoFilesIsNamedAndNoFileOfOurs() {
        assumeTrue(Files.isDirectory(Path.of("/proc")) && Files.isWritable(Path.of("/proc")), "only there, as root");
        CommandRun run = CommandRun.of("train", "builtin:moons", "--epochs", "0", "--save", "/proc/x");
        assertThat(run).isEqualTo(new CommandRun(2, "", "/proc/x: cannot be written, the folder /proc takes no new files;"
                + " name another one" + System.lineSeparator()));
    }

    @Test
    void anExperimentThatDoesNotComeWithCrescentIsAnsweredWithThoseThatDo() {
        assertThat(CommandRun.of("data", "builtin:").err())
                .startsWith("There is no experiment \"builtin:\"; those that come with Crescent are builtin:moons, ");
    }

    @Test
    void theSavedExperimentIsTheOneThatWasTrained() throws Exception {
        Path saved = folder.resolve("saved.crescent");
        Files.writeString(saved, "old");
        CommandRun run = CommandRun.of("train", "builtin:moons", "--epochs", "3", "--device", "cpu", "--save", saved.toString());
        assertThat(run.status()).isZero();
        Experiment moons = Builtins.read("moons");
        assertThat(ExperimentReader.read(saved)).isEqualTo(moons.withDevice(Device.CPU)
                .withTraining(moons.training().withEpochs(3)));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(saved);
        }
    }

    @Test
    void anExperimentMayBeSavedOverItselfAndThroughALink() throws Exception {
        Path file = experiment("\"title\":\"Kept\"");
        Path link = folder.resolve("link.crescent");
        assumeTrue(linked(link, file), "links need rights on Windows");
        assertThat(CommandRun.of("train", file.toString(), "--epochs", "0", "--save", link.toString()).status()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(ExperimentReader.read(file).title()).isEqualTo("Kept");
        assertThat(ExperimentReader.read(file).training().epochs()).isZero();
    }

    private static boolean linked(Path link, Path to) {
        try {
            Files.createSymbolicLink(link, to.getFileName());
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    @Test
    void aSavedExperimentFindsItsTableFromWhereItIs() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "a,b,c\n1,2,0\n2,1,1\n3,1,1\n4,5,0\n");
        Path file = experiment("\"data\":{\"source\":\"csv\",\"path\":\"a.csv\",\"testPath\":\"a.csv\"}");
        Path saved = Files.createDirectories(folder.resolve("deep/er")).resolve("b.crescent");
        assertThat(CommandRun.of("train", file.toString(), "--epochs", "0", "--save", saved.toString()).err()).isEmpty();
        Source.Csv csv = (Source.Csv) ExperimentReader.read(saved).data().source();
        assertThat(csv.path()).isEqualTo("../../a.csv");
        assertThat(csv.testPath()).isEqualTo("../../a.csv");
        assertThat(CommandRun.of("train", saved.toString(), "--epochs", "1").status()).isZero();
    }

    @Test
    void noFileIsWrittenThatWouldReplaceAnInput() throws IOException {
        Path file = experiment("\"title\":\"Kept\"");
        String before = Files.readString(file);
        String sentence = file + ": is the experiment itself, name another file" + System.lineSeparator();
        assertThat(CommandRun.of("train", file.toString(), "--history", file.toString()).err()).isEqualTo(sentence);
        assertThat(CommandRun.of("data", file.toString(), "--out", file.toString()).err()).isEqualTo(sentence);
        assertThat(CommandRun.of("train", "builtin:moons", "--history", "a", "--save", "./a").err())
                .contains("cannot be both the history and the experiment");
        assertThat(CommandRun.of("train", "builtin:moons", "--save", folder.toString()).err())
                .isEqualTo(folder + ": is a folder, name a file in it" + System.lineSeparator());
        assertThat(file).hasContent(before);
        assertThat(Path.of("a")).doesNotExist();
    }

    @Test
    void noFileIsWrittenThatWouldReplaceTheTableItLearnsFrom() throws IOException {
        String rows = "a,b,c\n1,2,0\n2,1,1\n3,1,1\n4,5,0\n";
        Path table = Files.writeString(folder.resolve("a.csv"), rows);
        Path test = Files.writeString(folder.resolve("t.csv"), rows);
        String file = experiment("\"data\":{\"source\":\"csv\",\"path\":\"a.csv\",\"testPath\":\"t.csv\"}").toString();
        for (Path output : List.of(table, test)) {
            for (String[] arguments : new String[][] {{"data", file, "--out"}, {"train", file, "--epochs", "0", "--history"},
                {"train", file, "--epochs", "0", "--save"}}) {
                List<String> all = new ArrayList<>(List.of(arguments));
                all.add(output.toString());
                assertThat(CommandRun.of(all.toArray(String[]::new))).isEqualTo(new CommandRun(2, "", output
                        + ": is the table that the experiment learns from, name another file" + System.lineSeparator()));
            }
            assertThat(output).hasContent(rows);
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
    }

    private static List<String> withoutSeconds(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> line.substring(0, line.lastIndexOf(','))).toList();
    }
}
