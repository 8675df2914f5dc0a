package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.Device;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentTest {
    @TempDir
    private Path folder = Path.of("");

    private static Experiment withTable(String path) {
        Source.Csv csv = new Source.Csv(path, "", Task.CLASSIFICATION, List.of(), List.of(), null);
        return Experiment.defaults().withData(new Data(csv, 1, 0.5, Scaling.NONE));
    }

    private static String table(Experiment experiment) {
        return ((Source.Csv) experiment.data().source()).path();
    }

    @Test
    void pathsInAFileAreRelativeToItsFolder() {
        Document document = Document.of(folder.resolve("a.crescent"), withTable("tables/points.csv"));

        assertThat(Path.of(table(document.experiment()))).isEqualTo(folder.toAbsolutePath().resolve("tables/points.csv"));
        assertThat(document.isSaved()).isTrue();
    }

    @Test
    void savedElsewhereTheFileStillFindsItsTable() throws Exception {
        Document document = Document.of(folder.resolve("a.crescent"), withTable("points.csv"));
        Path elsewhere = Files.createDirectory(folder.resolve("other")).resolve("b.crescent");

        assertThat(Documents.write(document, elsewhere)).isEmpty();

        assertThat(Documents.read(elsewhere).experiment()).isEqualTo(document.experiment());
    }

    @Test
    void aTableBesideTheFileIsNamedWithoutItsFolder() {
        Document document = Document.of(folder.resolve("a.crescent"), withTable("points.csv"));

        assertThat(table(document.forFile(folder.resolve("b.crescent")))).isEqualTo("points.csv");
        assertThat(Documents.write(document, folder.resolve("b.crescent"))).isEmpty();
        assertThat(folder.resolve("b.crescent")).content().contains("\"points.csv\"");
    }

    @Test
    void aChangeIsNotSavedUntilItIsWritten() throws Exception {
        Path file = folder.resolve("a.crescent");
        Document document = Document.begun(Experiment.defaults());
        assertThat(document.isSaved()).as("nothing to save yet").isTrue();
        document = document.with(Experiment.defaults().withTitle("mine"));
        assertThat(document.isSaved()).isFalse();
        assertThat(Documents.write(document, file)).isEmpty();

        Document read = Documents.read(file);

        assertThat(read.isSaved()).isTrue();
        assertThat(read.with(read.experiment().withTitle("changed")).isSaved()).isFalse();
    }

    /// It would else be called "Untitled", and be asked about before another one is opened.
    @Test
    void aShippedExperimentOnAnotherEngineIsStillWhatWasShippedButAFileSaysItsEngine() {
        Document shipped = Document.begun(Experiment.defaults());
        assertThat(shipped.with(Experiment.defaults().withDevice(Device.ND4J)).isSaved()).isTrue();
        assertThat(Titles.of(shipped.with(Experiment.defaults().withDevice(Device.ND4J)))).isEqualTo("Two moons");
        Document file = Document.of(folder.resolve("a.crescent"), Experiment.defaults());
        assertThat(file.with(Experiment.defaults().withDevice(Device.ND4J)).isSaved()).isFalse();
    }

    @Test
    void whatCannotBeWrittenIsSaidInASentenceThatNamesTheFile() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");

        String problem = Documents.write(Document.begun(Experiment.defaults()), notAFolder.resolve("a.crescent"));

        assertThat(problem).contains("a.crescent").contains("nothing is lost").doesNotContain("Exception");
    }
}
