package dev.crescent.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.ui.FxExtension;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class DistributionTest {
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

    private List<String> facts() {
        return bench.panel.lookupAll(".caption").stream().filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText()).filter(text -> text.startsWith("mean")).toList();
    }

    private void high(double height) {
        bench.stage.setHeight(height);
        FxExtension.pulse(bench.stage.getScene());
        FxExtension.pulse(bench.stage.getScene());
    }
}
