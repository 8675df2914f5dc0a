package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The names of runs and files.
class NamesTest {
    @Test
    void aRunIsNamedByItsUnitsItsOptimizerAndItsRate() {
        assertThat(RunNames.of(Experiment.defaults())).isEqualTo("6-4-2 adam 0.01");
        Experiment experiment = Experiment.defaults();
        Model.Network network = new Model.Network(1, List.of(new Layer.Dense(8, Activation.RELU), new Layer.Dropout(0.2),
                new Layer.Dense(2, Activation.SOFTMAX)));
        assertThat(RunNames.of(experiment.withModel(network)
                .withTraining(experiment.training().withOptimizer(new Optimizer.Sgd(0.00001, 0, false)))))
                .isEqualTo("8-2 sgd 0.00001");
        Model.Network maxout = new Model.Network(1, List.of(new Layer.Maxout(5, 3, Activation.LINEAR,
                Initializer.Standard.GLOROT_UNIFORM, true, Initializer.Standard.ZEROS), new Layer.Dense(2, Activation.SOFTMAX)));
        assertThat(RunNames.of(experiment.withModel(maxout))).isEqualTo("5-2 adam 0.01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Two moons|two-moons", "a/b\\c: d?|a-b-c-d", "Ähren 2|ähren-2", "...|experiment",
        "' '|experiment"})
    void aTitleBecomesAFileName(String title, String name) {
        assertThat(Titles.fileName(title)).isEqualTo(name);
    }

    @Test
    void aLongTitleIsCut() {
        assertThat(Titles.fileName("x".repeat(300))).hasSize(60);
    }

    @Test
    void aTitleIsCutBetweenLetters() {
        String letter = new String(Character.toChars(0x20000));
        assertThat(Titles.fileName(letter.repeat(70))).isEqualTo(letter.repeat(60));
        assertThat(Titles.fileName("x".repeat(59) + " y")).isEqualTo("x".repeat(59));
    }

    @ParameterizedTest
    @CsvSource({"a.crescent, a", "a.b.crescent, a.b", ".hidden, .hidden", "plain, plain"})
    void aFileIsShownWithoutItsExtension(String file, String shown) {
        assertThat(Titles.shown(Path.of("folder", file))).isEqualTo(shown);
    }
}
