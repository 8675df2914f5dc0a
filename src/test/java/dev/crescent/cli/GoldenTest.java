package dev.crescent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentReader;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import dev.crescent.experiment.Schedule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Crescent and PyTorch train the same small experiments from the same weights, and go the same way.
///
/// `src/test/python/golden.py` wrote the cases: the experiment `NAME.crescent`, PyTorch's history of it `NAME.csv`, and for
/// all of a folder `start.npz`, where both begin.
class GoldenTest {
    private static final int EPOCHS = 30;
    private static final String HEADER = "epoch,trainLoss,testLoss,trainAccuracy,testAccuracy";
    private static final List<String> LOSSES = List.of("trainLoss", "testLoss");
    private static final List<String> ACCURACIES = List.of("trainAccuracy", "testAccuracy");

    /// Of a loss, relative; the largest difference seen is some 1e-6.
    private static final double TOLERANCE = 1e-4;
    /// A relative tolerance means nothing where a loss is all rounding, which is some 1e-7 of the outputs: none goes there.
    private static final double SMALLEST_LOSS = 1e-2;
    /// What stands still proves nothing: each curve covers so much of its height.
    private static final double SMALLEST_MOVE = 0.1;
    /// Of an accuracy, relative: the digits of the file, far below one sample.
    private static final double DIGITS = 1e-8;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @MethodSource("cases")
    void trainingGoesPyTorchsWay(String name) throws Exception {
        Path written = folder.resolve("history.csv");
        CommandRun run = CommandRun.of("train", golden(name + ".crescent").toString(), "--initial",
                golden(name).resolveSibling("start.npz").toString(), "--history", written.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        List<double[]> expected = history(golden(name + ".csv"));
        List<double[]> history = history(written);
        assertThat(history).hasSameSizeAs(expected);
        for (int epoch = 0; epoch <= EPOCHS; epoch++) {
            for (String column : LOSSES) {
                same(column, epoch, history, expected, TOLERANCE);
            }
            for (String column : ACCURACIES) {
                same(column, epoch, history, expected, DIGITS);
            }
        }
    }

    private static void same(String column, int epoch, List<double[]> history, List<double[]> expected, double tolerance) {
        double found = history.get(epoch)[place(column)];
        double wanted = expected.get(epoch)[place(column)];
        boolean both = Double.isNaN(wanted) ? Double.isNaN(found) : Math.abs(found - wanted) <= tolerance * Math.abs(wanted);
        assertThat(both).as("%s after %d epochs: %s here, %s in PyTorch", column, epoch, found, wanted).isTrue();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatPyTorchDidCanBeCompared(String name) throws Exception {
        assertThat(Files.readAllLines(golden(name + ".csv")).getFirst()).isEqualTo(HEADER);
        List<double[]> expected = history(golden(name + ".csv"));
        assertThat(expected).hasSize(EPOCHS + 1);
        boolean tested = experiment(name).data().testFraction() > 0;
        for (String column : tested ? LOSSES : LOSSES.subList(0, 1)) {
            double[] curve = expected.stream().mapToDouble(row -> row[place(column)]).toArray();
            double lowest = Arrays.stream(curve).min().orElseThrow();
            double highest = Arrays.stream(curve).max().orElseThrow();
            assertThat(lowest).as(column).isGreaterThan(SMALLEST_LOSS);
            assertThat(lowest).as(column).isLessThan((1 - SMALLEST_MOVE) * highest);
        }
    }

    @Test
    void everyCaseHasItsHistoryAndItsStart() throws Exception {
        assertThat(cases()).hasSizeGreaterThan(90).isEqualTo(files(".csv"));
        assertThat(cases()).allSatisfy(name -> assertThat(golden(name).resolveSibling("start.npz")).exists());
    }

    @Test
    void nothingThatCanBeTrainedIsLeftOut() throws Exception {
        Set<Object> seen = new HashSet<>();
        for (String name : cases()) {
            Experiment experiment = experiment(name);
            seen.add(experiment.training().loss());
            seen.add(experiment.training().optimizer().getClass());
            seen.add(experiment.training().schedule().getClass());
            for (Layer layer : ((Model.Network) experiment.model()).layers()) {
                seen.add(layer.getClass());
                switch (layer) {
                    case Layer.Conv conv -> seen.addAll(List.of(conv.activation(), conv.padding()));
                    case Layer.Weighted weighted -> seen.add(weighted.activation());
                    case Layer.MaxPool pool -> seen.add(pool.rounding());
                    case Layer.Dropout _, Layer.Noise _, Layer.BatchNorm _, Layer.Flatten _ -> { }
                }
            }
        }
        assertThat(seen).contains((Object[]) Loss.values()).contains((Object[]) Padding.values())
                .contains((Object[]) Rounding.values());
        // It has no gradient.
        assertThat(Arrays.asList(Activation.values())).allMatch(a -> a == Activation.STEP || seen.contains(a));
        for (Class<?> closed : List.of(Optimizer.class, Schedule.class, Layer.class, Layer.Weighted.class)) {
            assertThat(closed.getPermittedSubclasses()).allMatch(kind -> !kind.isRecord() || seen.contains(kind));
        }
    }

    /// Names such as `classes/adam`.
    private static List<String> cases() throws IOException, URISyntaxException {
        return files(".crescent");
    }

    /// The golden files' names with this end, and without it; the data sets' apart.
    private static List<String> files(String end) throws IOException, URISyntaxException {
        Path golden = golden("");
        try (Stream<Path> files = Files.walk(golden)) {
            return files.map(file -> golden.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(end) && !name.startsWith("data/"))
                    .map(name -> name.substring(0, name.length() - end.length())).sorted().toList();
        }
    }

    private static Path golden(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(GoldenTest.class.getResource("/dev/crescent/golden")).toURI()).resolve(name);
    }

    private static Experiment experiment(String name) throws Exception {
        return ExperimentReader.read(golden(name + ".crescent"));
    }

    /// One row an epoch from 0 on, as the header orders them; NaN where there is no value.
    private static List<double[]> history(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).map(line -> Arrays.stream(line.split(",", -1))
                .mapToDouble(cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell)).toArray()).toList();
    }

    private static int place(String column) {
        return List.of(HEADER.split(",")).indexOf(column);
    }
}
