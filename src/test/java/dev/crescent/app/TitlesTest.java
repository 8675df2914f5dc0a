package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.export.link.LinkException;
import dev.crescent.export.link.PlaygroundLink;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Names of files that are offered.
class TitlesTest {
    @Test
    void whatIsTakenOutIsCalledAfterTheOpenFileOrElseTheTitle() {
        Experiment experiment = Experiment.defaults().withTitle("My title");
        assertThat(Titles.base(Document.of(Path.of("lecture 3.crescent"), experiment))).isEqualTo("lecture 3");
        assertThat(Titles.base(Document.begun(experiment))).isEqualTo("my-title");
    }

    @Test
    void aTableIsCalledAfterItsFileWhereverThatCameFrom() {
        assertThat(Titles.ofTable("builtin:iris.csv")).isEqualTo("iris");
        assertThat(Titles.ofTable("/home/me/My flowers.csv")).isEqualTo("My flowers");
        assertThat(Titles.ofTable("C:\\me\\flowers.tsv")).isEqualTo("flowers");
    }

    @Test
    void whatWasBegunWithATableIsCalledAsThatUntilItIsSaved() {
        Experiment defaults = Experiment.defaults();
        Source table = new Source.Csv("/home/me/penguins.csv", "species", Task.CLASSIFICATION, List.of(), List.of(), null);
        Experiment begun = defaults.withData(defaults.data().withSource(table)).withTitle("penguins");
        assertThat(Titles.of(Document.begun(defaults).with(begun))).isEqualTo("penguins");
        assertThat(Titles.of(Document.begun(defaults).with(begun.withTitle("mine")))).isEqualTo("Untitled");
        assertThat(Titles.of(Document.of(Path.of("lecture 3.crescent"), begun))).isEqualTo("lecture 3");
    }

    @Test
    void aChangedExperimentKeepsTheTitleItCameWithWhileThatFitsItsData() throws LinkException {
        Experiment linked = PlaygroundLink.read("https://playground.tensorflow.org/#dataset=spiral").experiment();
        Experiment faster = linked.withTraining(linked.training().withBatchSize(3));
        assertThat(Titles.of(Document.begun(linked).with(faster))).isEqualTo("TF Playground: spiral");
        assertThat(Titles.of(Document.recovered(faster))).as("at the next start").isEqualTo("TF Playground: spiral");

        Experiment defaults = Experiment.defaults();
        Document shipped = Document.begun(defaults);
        assertThat(Titles.of(shipped.with(defaults.withTraining(faster.training())))).isEqualTo("Two moons");
        assertThat(Titles.of(shipped.with(defaults.withData(linked.data())))).isEqualTo("Untitled");
    }
}
