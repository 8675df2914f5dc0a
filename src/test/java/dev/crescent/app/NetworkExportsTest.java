package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.export.Weights;
import dev.crescent.export.format.ExportFormat;
import dev.crescent.train.Command;
import dev.crescent.train.Engines;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The network taken out of the window, with the dialogs answered by the test.
@ExtendWith(FxExtension.class)
class NetworkExportsTest {
    @TempDir
    private Path folder = Path.of("");

    private final List<String> said = new ArrayList<>();
    private int asked;

    private final class Answers extends FileDialogs {
        private final Path answer;
        private final ExportFormat format;

        Answers(Stage stage, Path answer, ExportFormat format) {
            super(stage, Preferences.read(folder.resolve("none")));
            this.answer = answer;
            this.format = format;
        }

        @Override
        Optional<Target> toSave(String title, List<FileChooser.ExtensionFilter> kinds, String name) {
            said.add(Texts.get(title) + ": " + name);
            assertThat(kinds).hasSameSizeAs(ExportFormat.values());
            return Optional.of(new Target(answer, kinds.get(format.ordinal())));
        }

        @Override
        void askToReplace(Path file, Runnable action) {
            said.add("replace " + file.getFileName());
            asked++;
            action.run();
        }
    }

    @FunctionalInterface
    private interface Body {
        void run(Workbench bench, NetworkExports exports, Scene scene) throws Exception;
    }

    private void export(Experiment experiment, Path answer, ExportFormat format, Body body) throws Throwable {
        FxExtension.onFx(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new Pane(), 100, 100));
            stage.show();
            try (ExecutorService worker = Executors.newSingleThreadExecutor();
                    Workbench bench = new Workbench(Document.begun(experiment), new Engines(List.of(new CpuEngine())),
                            error -> said.add("failed " + error))) {
                await(stage.getScene(), () -> bench.trainer().latest() != null);
                Failures failures = new Failures();
                failures.setTeller(error -> said.add("failed " + error));
                body.run(bench, new NetworkExports(bench, new Answers(stage, answer, format), worker,
                        text -> said.add("told " + text), text -> said.add("warned " + text), failures), stage.getScene());
            } finally {
                stage.hide();
            }
        });
    }

    /// Until the user has been told.
    private void toTheEnd(Workbench bench, NetworkExports exports, Scene scene) {
        assertThat(bench).isNotNull();
        exports.export();
        await(scene, () -> said.getLast().matches("(told|warned|failed) .*"));
    }

    private static void await(Scene scene, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            FxExtension.pulse(scene);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static float[] weights(Path file, Experiment experiment) throws Exception {
        return Weights.read(file, ParameterLayout.of((Model.Network) experiment.model(), List.of(2)));
    }

    @Test
    void theNetworkGoesIntoAFileOfTheChosenKind() throws Throwable {
        export(Experiment.defaults(), folder.resolve("moons"), ExportFormat.PYTORCH, this::toTheEnd);
        assertThat(said).containsExactly("Export the network as it is shown: two-moons",
                "told The network, as it was shown, is in " + folder.resolve("moons.py") + ".");
        assertThat(folder.resolve("moons.py")).content().contains("import torch");
    }

    @Test
    void itIsTheMomentThatTheTimelineShows() throws Throwable {
        Experiment experiment = Experiment.defaults();
        List<float[]> parameters = new ArrayList<>();
        export(experiment, folder.resolve("w.npz"), ExportFormat.NPZ, (bench, exports, scene) -> {
            Snapshot first = Objects.requireNonNull(bench.trainer().latest());
            bench.playhead().see(first);
            bench.trainer().send(new Command.Step());
            await(scene, () -> Objects.requireNonNull(bench.trainer().latest()).step() == 1);
            Snapshot second = Objects.requireNonNull(bench.trainer().latest());
            bench.playhead().see(second);
            parameters.add(first.parameters());
            parameters.add(second.parameters());
            toTheEnd(bench, exports, scene);
            Files.move(folder.resolve("w.npz"), folder.resolve("newest.npz"));
            said.add("again");
            bench.playhead().hold(0);
            toTheEnd(bench, exports, scene);
        });
        assertThat(weights(folder.resolve("newest.npz"), experiment)).isEqualTo(parameters.get(1));
        assertThat(weights(folder.resolve("w.npz"), experiment)).isEqualTo(parameters.get(0)).isNotEqualTo(parameters.get(1));
    }

    @Test
    void weightsThatAreInTheWayAreAskedAboutAndToldOf() throws Throwable {
        Experiment large = Experiment.defaults().withModel(new Model.Network(1, List.of(new Layer.Dense(999, Activation.RELU),
                new Layer.Dense(2, Activation.SOFTMAX))));
        Files.writeString(folder.resolve("net-weights.npz"), "another file");
        export(large, folder.resolve("net.py"), ExportFormat.KERAS, this::toTheEnd);
        assertThat(said).containsExactly("Export the network as it is shown: two-moons", "replace net-weights.npz",
                "told The network, as it was shown, is in " + folder.resolve("net.py") + ", and its weights are in net-weights.npz beside it.");
        export(large, folder.resolve("net.py"), ExportFormat.KERAS, this::toTheEnd);
        assertThat(asked).as("the system has asked about the program").isOne();
        assertThat(files()).containsExactly("net-weights.npz", "net.py");
    }

    @Test
    void whatDoesNotGoIsSaidInASentence() throws Throwable {
        export(Experiment.defaults(), folder.resolve("none").resolve("a.onnx"), ExportFormat.ONNX, this::toTheEnd);
        assertThat(said.getLast()).startsWith("warned " + folder.resolve("none").resolve("a.onnx") + " could not be written (");
        Experiment mish = Experiment.defaults().withModel(new Model.Network(1, List.of(new Layer.Dense(3, Activation.MISH),
                new Layer.Dense(2, Activation.SOFTMAX))));
        said.add("next");
        export(mish, folder.resolve("a.py"), ExportFormat.SKLEARN, this::toTheEnd);
        assertThat(said.getLast()).isEqualTo("warned scikit-learn has no activation mish; export it as numpy or pytorch instead.");
        assertThat(files()).isEmpty();
    }

    @Test
    void aNameThatSaysWhatItIsCountsForMoreThanTheKind() {
        assertThat(NetworkExports.format(Path.of("a.py"), ExportFormat.KERAS)).isEqualTo(ExportFormat.KERAS);
        assertThat(NetworkExports.format(Path.of("a"), ExportFormat.KERAS)).isEqualTo(ExportFormat.KERAS);
        assertThat(NetworkExports.format(Path.of("a.txt"), ExportFormat.JAVA)).isEqualTo(ExportFormat.JAVA);
        assertThat(NetworkExports.format(Path.of("A.ONNX"), ExportFormat.KERAS)).isEqualTo(ExportFormat.ONNX);
        assertThat(NetworkExports.format(Path.of("a.py"), ExportFormat.ONNX)).isEqualTo(ExportFormat.PYTORCH);
    }
}
