package dev.crescent.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.experiment.Gaps;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is made of a table at first, and how it is written down.
class ColumnChoiceTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private TableSurvey survey(String text) throws Exception {
        return TableSurvey.of(Files.writeString(folder.resolve("t.csv"), text).toString());
    }

    private static Source.Csv csv(String target, List<String> columns) {
        return new Source.Csv("t.csv", target, Task.CLASSIFICATION, columns, List.of(), "test.csv");
    }

    @Test
    void wordsAreNotLearnedFrom() throws Exception {
        TableSurvey survey = survey("name,bill,mass,sex\nAnna,1,2,f\nBen,3,,m\nCleo,5,6,f\nDina,7,8,f\n");
        assertThat(ColumnChoice.guess(survey)).isEqualTo(new ColumnChoice(3, Task.CLASSIFICATION, List.of(1, 2), true));
        assertThat(ColumnChoice.guess(survey).rowsWithGaps(survey)).isEqualTo(1);
    }

    @Test
    void whatIsCalledATargetIsOne() throws Exception {
        assertThat(ColumnChoice.guess(survey("id,Species,mass,year\n1,a,3,2007\n2,b,4,2008\n")))
                .isEqualTo(new ColumnChoice(1, Task.CLASSIFICATION, List.of(0, 2, 3), false));
    }

    @ParameterizedTest
    @CsvSource({"'a,b,class', 2", "'class,a,b', 0", "'species,a,label', 2", "'a,b,c', 2", "'y,a,b', 0", "'x,y,z', 2", "'x,y,class', 2",
        "'a,x,y', 2"})
    void aTargetIsWhatIsCalledOneElseTheLast(String header, int target) throws Exception {
        assertThat(ColumnChoice.guess(survey(header + "\n1,2,1\n3,1,0\n")).target()).isEqualTo(target);
    }

    @Test
    void whatOnlyNumbersTheRowsIsNotLearnedFromWhereThereIsMore() throws Exception {
        StringBuilder fromOne = new StringBuilder("no,a,b\n");
        StringBuilder fromZero = new StringBuilder(",a,b\n");
        StringBuilder alone = new StringBuilder("month,sales\n");
        StringBuilder other = new StringBuilder("year,a,b\n");
        for (int i = 0; i < 12; i++) {
            fromOne.append(i + 1).append(",5,").append(i % 2).append('\n');
            fromZero.append(i).append(",5,").append(i % 2).append('\n');
            alone.append(i + 1).append(",2.5\n");
            other.append(2010 + i).append(",5,").append(i % 2).append('\n');
        }
        assertThat(ColumnChoice.guess(survey(fromOne.toString())).features()).containsExactly(1);
        assertThat(ColumnChoice.guess(survey(fromZero.toString())).features()).containsExactly(1);
        assertThat(ColumnChoice.guess(survey(alone.toString())).features()).containsExactly(0);
        assertThat(ColumnChoice.guess(survey(other.toString())).features()).containsExactly(0, 1);
        assertThat(ColumnChoice.guess(survey(fromOne + "12,5,1\n")).features()).as("12 again").containsExactly(0, 1);
    }

    @Test
    void aColumnThatIsMostlyGapsIsLeftOutItself() throws Exception {
        TableSurvey survey = survey("a,cabin,age,y\n1,,1,0\n2,,2,1\n3,7,3,0\n4,,,1\n");
        assertThat(ColumnChoice.isSparse(survey, 1)).isTrue();
        assertThat(ColumnChoice.guess(survey)).isEqualTo(new ColumnChoice(3, Task.CLASSIFICATION, List.of(0, 2), true));
    }

    @Test
    void aTableOfWordsHasNothingToLearnFrom() {
        assertThatThrownBy(() -> ColumnChoice.guess(survey("a,b\nx,u\ny,v\n"))).isInstanceOf(DataException.class)
                .hasMessage("t.csv: has no column of numbers to learn from; words can be learned, but not learned from");
    }

    @Test
    void aHeaderAloneIsNoTable() {
        assertThatThrownBy(() -> ColumnChoice.guess(survey("a,b\n"))).isInstanceOf(DataException.class)
                .hasMessage("t.csv: has no rows below its header; add samples");
    }

    @Test
    void quantitiesAreMeasuredAndClassesCounted() throws Exception {
        assertThat(ColumnChoice.guess(survey("n,price\n7,1.5\n8,2\n")).task()).isEqualTo(Task.REGRESSION);
        StringBuilder many = new StringBuilder("n,price\n");
        for (int i = 0; i < 21; i++) {
            many.append("7,").append(i).append('\n');
        }
        assertThat(ColumnChoice.guess(survey(many.toString())).task()).isEqualTo(Task.REGRESSION);
        assertThat(ColumnChoice.guess(survey(many.substring(0, many.length() - 5))).task()).isEqualTo(Task.CLASSIFICATION);
    }

    @Test
    void isWrittenAsShortAsItCan() throws Exception {
        TableSurvey survey = survey("a,b,y\n1,2,0\n3,4,1\n");
        assertThat(new ColumnChoice(2, Task.CLASSIFICATION, List.of(0, 1), false).in(csv("b", List.of("a")), survey))
                .isEqualTo(csv("", List.of()));
        Source.Csv chosen = new ColumnChoice(1, Task.REGRESSION, List.of(2), true).in(csv("", List.of()), survey);
        assertThat(chosen).isEqualTo(new Source.Csv("t.csv", "b", Task.REGRESSION, List.of("y"), List.of(), "test.csv", Gaps.SKIP));
        Source.Csv inThousands = chosen.withTargetUnit(1000);
        assertThat(ColumnChoice.of(inThousands, survey).in(inThousands, survey)).as("its unit is the target's").isEqualTo(inThousands);
        assertThat(new ColumnChoice(0, Task.REGRESSION, List.of(2), true).in(inThousands, survey).targetUnit()).isEqualTo(1);
        assertThat(ColumnChoice.of(chosen, survey)).isEqualTo(new ColumnChoice(1, Task.REGRESSION, List.of(2), true));
        assertThat(ColumnChoice.of(csv("", List.of()), survey))
                .isEqualTo(new ColumnChoice(2, Task.CLASSIFICATION, List.of(0, 1), false));
        assertThatThrownBy(() -> ColumnChoice.of(csv("z", List.of()), survey)).isInstanceOf(DataException.class)
                .hasMessage("data.target: t.csv has no column \"z\"; use \"a\", \"b\", \"y\"");
    }
}
