package dev.crescent.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.ui.FxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class DistributionTest {
    /// The columns of a table have a row each among the features.
    private static final double TALL = 1020;

    private PanelBench bench;

    @BeforeEach
    void show() throws Exception {
        bench = new PanelBench();
    }

    @AfterEach
    void hide() {
        bench.close();
    }

    @Test
    void itIsShownAndComputedOnlyWhereItNeedsNoScrolling() throws Exception {
        Dataset data = Datasets.load(bench.experiment.data(), List.of("x1", "x2"), Path.of(""));
        bench.panel.show(bench.experiment, data);
        bench.runBackground();
        assertThat(bench.find("data.distribution").isVisible()).isFalse();
        assertThat(facts()).isEmpty();

        bench.stage.setY(0);
        high(960);
        assertThat(bench.find("data.distribution").isVisible()).isTrue();
        assertThat(((Label) bench.find("distribution.parts")).getText()).isEqualTo("250 training, 250 test");
        bench.runBackground();
        assertThat(facts()).hasSize(2).allMatch(text -> text.matches("mean .*, sd 0\\.\\d\\d"));

        high(700);
        assertThat(bench.find("data.distribution").isVisible()).isFalse();
    }

    @Test
    void eachOfTheFirstTwoColumnsHasItsOwnHistogramAndTheNameThatTheDataGiveIt(@TempDir Path folder) throws Exception {
        bench.stage.setY(0);
        high(TALL);
        Files.writeString(folder.resolve("iris.csv"), "petal length,petal width,y\n1,20,a\n3,60,b\n1,20,a\n3,60,b\n");
        bench.show(bench.experiment.withData(bench.experiment.data().withSource(new Source.Csv(
                folder.resolve("iris.csv").toString(), "", Task.CLASSIFICATION, List.of(), List.of(), null))));
        high(TALL);
        assertThat(bench.find("data.distribution").isVisible()).isTrue();
        for (int i = 0; i < 300 && !captions().contains("mean 2.00, sd 1.00"); i++) {
            bench.runBackground();
        }
        assertThat(facts()).containsExactly("mean 2.00, sd 1.00", "mean 40.0, sd 20.0");
        assertThat(captions()).contains("petal length", "petal width");
    }

    @Test
    void newerDataAreCountedOnlyAfterAPause() throws Exception {
        bench.stage.setY(0);
        high(960);
        bench.runBackground();
        Data data = bench.experiment.data();
        bench.panel.show(bench.experiment, Datasets.load(data.withSeed(2), List.of("x1", "x2"), Path.of("")));
        List.copyOf(bench.background).forEach(Runnable::run);
        bench.background.clear();
        // No time passes for the pause, because this thread, on which it ends, is not let go.
        bench.panel.show(bench.experiment, Datasets.load(data.withSeed(3), List.of("x1", "x2"), Path.of("")));
        assertThat(bench.background).as("the pictures of the features").hasSize(1);
    }

    private List<String> facts() {
        return captions().stream().filter(text -> text.startsWith("mean")).toList();
    }

    private List<String> captions() {
        return bench.panel.lookupAll(".caption").stream().filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText()).toList();
    }

    private void high(double height) {
        bench.stage.setHeight(height);
        FxExtension.pulse(bench.stage.getScene());
        FxExtension.pulse(bench.stage.getScene());
    }
}
