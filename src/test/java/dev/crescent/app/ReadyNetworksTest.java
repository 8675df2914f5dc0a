package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.ui.FxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class ReadyNetworksTest {
    private static final List<String> NAMES = List.of("mnist-softmax", "mnist-old", "mnist-modern", "digits-mlp",
            "digits-small", "digits-conv", "mnist-conv");

    @Test
    void eachIsWhatTheShippedExperimentHasWithTheDataThatWereThere() throws Exception {
        Experiment before = Builtins.read("digits").withTitle("Mine").withDevice(Device.CPU);
        assertThat(ReadyNetworks.all()).hasSameSizeAs(NAMES);
        for (int i = 0; i < NAMES.size(); i++) {
            Experiment shipped = Builtins.read(NAMES.get(i));
            Experiment next = ReadyNetworks.with(before, ReadyNetworks.all().get(i));
            assertThat(next).as(NAMES.get(i)).isEqualTo(
                    before.withModel(shipped.model()).withTraining(shipped.training()));
        }
        assertThat(ReadyNetworks.all()).extracting(ReadyNetworks.Ready::name).containsExactly("Softmax templates",
                "Old (sigmoid)", "Modern (ReLU + dropout)", "MLP", "Small conv", "Middle conv", "Conv");
    }

    @Test
    void theOutputFitsDataOfOtherClasses() {
        Experiment few = ReadyNetworks.with(Experiment.defaults(), ReadyNetworks.all().getFirst(),
                new Fit.Target(Task.CLASSIFICATION, 26));
        assertThat(((Model.Network) few.model()).output().units()).isEqualTo(26);
        assertThat(few.data()).isEqualTo(Experiment.defaults().data());
    }

    @Test
    void oneThatImagesAreTooSmallForIsRefusedInASentence(@TempDir Path folder) throws Exception {
        String pixels = IntStream.range(0, 64).mapToObj(i -> "p" + i).collect(Collectors.joining(","));
        String rows = IntStream.range(0, 40).mapToObj(i -> "1,".repeat(64) + i % 2).collect(Collectors.joining("\n"));
        Path table = Files.writeString(folder.resolve("small.csv"), pixels + ",label\n" + rows + "\n");
        Experiment small = ReadyNetworks.with(Builtins.read("mnist-softmax").withData(new Data(new Source.Csv(
                        table.toString(), "label", Task.CLASSIFICATION, List.of(), List.of(1, 8, 8), null), 1, 0.2, Scaling.NONE)),
                ReadyNetworks.all().getFirst(), new Fit.Target(Task.CLASSIFICATION, 2));
        try (WindowBench app = new WindowBench(folder, WindowBench.write(folder.resolve("small.crescent"), small).toString())) {
            MenuButton menu = (MenuButton) app.find("network.ready");
            app.await("the menu", () -> menu.getItems().size() == 7);
            menu.getItems().get(5).fire();
            Label refusal = (Label) app.find("network.refusal");
            assertThat(refusal.isVisible()).isTrue();
            assertThat(refusal.getText()).isEqualTo("Middle conv does not fit images of 8 \u00d7 8: nothing would be left of "
                    + "them after its pooling layers.");
            assertThat(app.experiment()).isEqualTo(small);
            menu.getItems().get(3).fire();
            app.settle();
            assertThat(((Model.Network) app.experiment().model()).output().units()).as("the classes of the table").isEqualTo(2);
            assertThat(((Model.Network) app.experiment().model()).layers()).hasSize(4);
        }
    }

    @Test
    void choosingOneInTheWindowIsOneUndoStep(@TempDir Path folder) throws Exception {
        Experiment mlp = Builtins.read("digits-mlp");
        Data data = mlp.data();
        try (WindowBench app = new WindowBench(folder, WindowBench.write(folder.resolve("mlp.crescent"), mlp).toString())) {
            MenuButton menu = (MenuButton) app.find("network.ready");
            assertThat(menu.isVisible()).isTrue();
            assertThat(menu.getItems()).hasSize(7);
            app.click("network.ready");
            assertThat(menu.isShowing()).isTrue();
            menu.getItems().get(5).fire();
            app.settle();
            Experiment conv = Builtins.read("digits-conv");
            assertThat(app.experiment().model()).isEqualTo(conv.model());
            assertThat(app.experiment().training()).isEqualTo(conv.training());
            assertThat(app.experiment().data()).isEqualTo(data);
            app.press("Ctrl+Z");
            app.settle();
            assertThat(app.experiment()).isEqualTo(mlp);
            app.bench().open(Document.begun(Experiment.defaults()));
            app.await("no menu for points", () -> !menu.isVisible());
        }
    }
}
