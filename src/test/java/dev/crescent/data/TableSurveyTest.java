package dev.crescent.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.Gaps;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables as they come: with words, with gaps, with both.
class TableSurveyTest {
    private static final String PENGUINS = """
            species,island,bill,mass,sex
            Adelie,Torgersen,39.1,3750,male
            Adelie,Torgersen,NA,NA,NA
            Gentoo,Biscoe,46.1,4500,female
            Gentoo,Biscoe,50.0,5700,
            Chinstrap,Dream,46.5,3500,none
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("penguins.csv"), text);
    }

    private TableSurvey survey(String text) throws Exception {
        return TableSurvey.of(file(text).toString());
    }

    private Dataset load(String text, String target, Task task, Gaps gaps, String... columns) throws Exception {
        Source source = new Source.Csv(file(text).toString(), target, task, List.of(columns), List.of(), null, gaps);
        return Datasets.load(new Data(source, 1, 0, Scaling.NONE), List.of("x1", "x2"), Path.of(""));
    }

    @Test
    void tellsNumbersWordsAndGapsApart() throws Exception {
        TableSurvey survey = survey(PENGUINS);
        assertThat(survey.name()).isEqualTo("penguins.csv");
        assertThat(survey.rows()).isEqualTo(5);
        assertThat(survey.columns()).extracting(TableSurvey.Column::name).containsExactly("species", "island", "bill", "mass", "sex");
        assertThat(survey.columns()).extracting(TableSurvey.Column::isNumeric).containsExactly(false, false, true, true, false);
        TableSurvey.Column bill = survey.columns().get(2);
        assertThat(bill.numbers()).isEqualTo(4);
        assertThat(bill.least()).isEqualTo(39.1f);
        assertThat(bill.greatest()).isEqualTo(50);
        assertThat(bill.fractions()).isTrue();
        assertThat(bill.gaps().stream()).containsExactly(1);
        assertThat(survey.columns().get(3).fractions()).isFalse();
        assertThat(survey.columns().getFirst().words()).containsExactly("Adelie", "Gentoo", "Chinstrap");
        assertThat(survey.columns().getLast().words()).as("none is a word among words").containsExactly("male", "female", "none");
        assertThat(survey.rowsWithGaps(List.of(2, 3), 0, Task.CLASSIFICATION)).isEqualTo(1);
        assertThat(survey.rowsWithGaps(List.of(2), 4, Task.CLASSIFICATION)).as("NA, and the empty one").isEqualTo(2);
    }

    @Test
    void columnsAreNamedAsInSettings() throws Exception {
        TableSurvey survey = survey("a,b,a\n1,2,3\n");
        assertThat(List.of(survey.setting(0), survey.setting(1), survey.setting(2))).containsExactly("1", "b", "3");
        assertThat(survey.indexOf("")).isEqualTo(2);
        assertThat(survey.indexOf("b")).isEqualTo(1);
        assertThat(survey.indexOf("3")).isEqualTo(2);
        assertThat(survey.indexOf("4")).isEqualTo(-1);
        assertThat(survey.indexOf("c")).isEqualTo(-1);
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThatThrownBy(() -> survey("a,b\n1,2\n3\n")).isInstanceOf(DataException.class)
                .hasMessage("penguins.csv: row 3 has 1 cell instead of 2; correct the row or delete it");
        assertThatThrownBy(() -> survey("")).isInstanceOf(DataException.class).hasMessageContaining("is empty");
    }

    @Test
    void rowsWithGapsAreSkippedIfThatIsWanted() throws Exception {
        Dataset read = load(PENGUINS, "species", Task.CLASSIFICATION, Gaps.SKIP, "bill", "mass");
        assertThat(read.train().labels()).as("Adelie, Chinstrap, Gentoo in order").containsExactly(0, 2, 2, 1);
        assertThat(read.train().raw()).containsExactly(39.1f, 3750, 46.1f, 4500, 50, 5700, 46.5f, 3500);
        assertThatThrownBy(() -> load(PENGUINS, "species", Task.CLASSIFICATION, Gaps.REFUSE, "bill", "mass"))
                .isInstanceOf(DataException.class).hasMessage("penguins.csv: row 3, column \"bill\": \"NA\" is not a number; correct it"
                        + " or skip rows with gaps (gaps under data in the experiment file, or Columns... in the window)");
    }

    /// Else the network had an output without a sample, and one class alone would pass for two.
    @Test
    void aClassOfSkippedRowsAloneIsNone() throws Exception {
        assertThat(load("size,kind\n?,A\n1,B\n2,C\n", "kind", Task.CLASSIFICATION, Gaps.SKIP).classNames()).containsExactly("B", "C");
        assertThatThrownBy(() -> load("size,kind\n?,A\n1,B\n2,B\n", "kind", Task.CLASSIFICATION, Gaps.SKIP))
                .isInstanceOf(DataException.class).hasMessageContaining("\"B\"");
        // A new one is none either, where its row is left out.
        Source.Csv source = new Source.Csv(file("size,kind\n1,B\n2,C\n").toString(), "kind", Task.CLASSIFICATION, List.of(), List.of(),
                Files.writeString(folder.resolve("test.csv"), "size,kind\n1,B\n,D\n").toString(), Gaps.SKIP);
        assertThat(Datasets.load(new Data(source, 1, 0, Scaling.NONE), List.of("x1"), Path.of("")).test().count()).isEqualTo(1);
    }

    @Test
    void aTargetThatMissesNamesBothRemedies() {
        String skip = " or skip rows with gaps (gaps under data in the experiment file, or Columns... in the window)";
        assertThatThrownBy(() -> load("a,y\n1,\n2,3\n", "y", Task.REGRESSION, Gaps.REFUSE)).isInstanceOf(DataException.class)
                .hasMessage("penguins.csv: row 2, column \"y\" is empty; fill it in" + skip);
        assertThatThrownBy(() -> load("a,y\n1,NA\n2,3\n", "y", Task.REGRESSION, Gaps.REFUSE)).isInstanceOf(DataException.class)
                .hasMessage("penguins.csv: row 2, column \"y\": \"NA\" is not a number; correct it" + skip);
    }

    @Test
    void aTargetsGapsAreSkippedToo() throws Exception {
        assertThat(load(PENGUINS, "sex", Task.CLASSIFICATION, Gaps.SKIP, "mass").classNames()).containsExactly("female", "male", "none");
        assertThat(load(PENGUINS, "bill", Task.REGRESSION, Gaps.SKIP, "mass").train().values())
                .containsExactly(39.1f, 46.1f, 50, 46.5f);
    }

    @Test
    void aTargetIsLearnedInItsUnit() throws Exception {
        Source.Csv table = new Source.Csv(file("a,y\n1,250000\n2,99000.5\n").toString(), "", Task.REGRESSION, List.of(), List.of(), null);
        Data data = new Data(table.withTargetUnit(1000), 1, 0, Scaling.NONE);
        assertThat(Datasets.load(data, List.of("x1"), Path.of("")).train().values()).containsExactly(250, 99.0005f);
        NewSamples.Batch again = Datasets.newSamples(data, List.of("x1"), Path.of("")).table(table.path(), false);
        assertThat(again.values()).containsExactly(250, 99.0005f);
    }

    @Test
    void wordsAreNoGaps() {
        assertThatThrownBy(() -> load(PENGUINS, "species", Task.CLASSIFICATION, Gaps.SKIP, "island"))
                .hasMessage("penguins.csv: row 2, column \"island\": \"Torgersen\" is not a number; correct it or leave the column"
                        + " out (columns under data in the experiment file, or Columns... in the window)");
    }

    @Test
    void aTableOfGapsHasTooFewRows() {
        assertThatThrownBy(() -> load("a,y\n,0\n?,1\n3,0\n", "y", Task.CLASSIFICATION, Gaps.SKIP))
                .hasMessage("penguins.csv: has too few rows, 1 below the header without gaps; at least 2 are needed");
    }
}
