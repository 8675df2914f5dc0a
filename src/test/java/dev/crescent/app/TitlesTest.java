package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Experiment;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Names of files that are offered.
class TitlesTest {
    @Test
    void whatIsTakenOutIsCalledAfterTheOpenFileOrElseTheTitle() {
        Experiment experiment = Experiment.defaults().withTitle("My title");
        assertThat(Titles.base(Document.of(Path.of("lecture 3.crescent"), experiment))).isEqualTo("lecture 3");
        assertThat(Titles.base(Document.shipped(experiment))).isEqualTo("my-title");
    }

    @Test
    void aTableIsCalledAfterItsFileWhereverThatCameFrom() {
        assertThat(Titles.ofTable("builtin:iris.csv")).isEqualTo("iris");
        assertThat(Titles.ofTable("/home/me/My flowers.csv")).isEqualTo("My flowers");
        assertThat(Titles.ofTable("C:\\me\\flowers.tsv")).isEqualTo("flowers");
    }
}
