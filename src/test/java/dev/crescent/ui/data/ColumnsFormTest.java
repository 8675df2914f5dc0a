package dev.crescent.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.ColumnChoice;
import dev.crescent.data.TableSurvey;
import dev.crescent.experiment.Task;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The choice of a table's columns, by events.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class ColumnsFormTest {
    @TempDir
    private Path folder;
    private ColumnsForm form;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        TableSurvey survey = TableSurvey.of(Files.writeString(folder.resolve("t.csv"), """
                name,bill,mass,kind,same
                Anna,39.1,2007,a,x
                Ben,,5,b,x
                Cleo,41.5,6,a,x
                Dina,42,7,NA,x
                """).toString());
        form = new ColumnsForm(survey, new ColumnChoice(3, Task.CLASSIFICATION, List.of(1, 2), true), 1);
        stage = FxEvents.stage(form, 480, 420);
    }

    @AfterEach
    void close() {
        stage.hide();
    }

    private Node find(String id) {
        return form.lookupAll("*").stream().filter(node -> id.equals(node.getId())).findFirst().orElseThrow();
    }

    private void click(String id) {
        FxEvents.click(find(id), 6, 6);
    }

    private String verdict() {
        return ((Label) find("columns.verdict")).getText();
    }

    private void learn(int column) {
        ((ComboBox<?>) find("columns.target")).getSelectionModel().select(column);
    }

    @Test
    void showsWhatIsChosenAndWhatTheColumnsHold() {
        assertThat(form.choice()).isEqualTo(new ColumnChoice(3, Task.CLASSIFICATION, List.of(1, 2), true));
        assertThat(form.possibleProperty().get()).isTrue();
        assertThat(verdict()).isEqualTo("kind is learned from 2 columns on 2 rows.");
        List<String> texts = form.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList();
        assertThat(texts).contains("numbers, 39.1 to 42; 1 gap", "numbers, 5 to 2007", "words: Anna, Ben, Cleo, Dina",
                "words: a, b; 1 gap", "2 of 4");
        assertThat(((CheckBox) find("columns.skip")).getText()).isEqualTo("Leave out rows with gaps (2 of 4)");
        assertThat(find("columns.use.1").isDisabled()).as("words are not learned from").isTrue();
        assertThat(find("columns.use.4").isDisabled()).as("nor is the target").isTrue();
        assertThat(find("columns.value").isDisabled()).as("words are no number").isTrue();
    }

    @Test
    void gapsMustGoWithTheirRowsOrTheirColumns() {
        click("columns.skip");
        assertThat(form.possibleProperty().get()).isFalse();
        assertThat(verdict()).isEqualTo("2 rows have gaps in these columns: leave out those rows, or the columns.");
        click("columns.use.2");
        assertThat(verdict()).startsWith("1 row has a gap");
        learn(2);
        assertThat(verdict()).as("nothing to learn from").startsWith("Check at least one column");
        click("columns.use.2");
        click("columns.skip");
        assertThat(form.possibleProperty().get()).isTrue();
        assertThat(form.choice()).isEqualTo(new ColumnChoice(2, Task.CLASSIFICATION, List.of(1), true));
    }

    @Test
    void aTargetSuggestsItsTask() {
        learn(1);
        assertThat(form.choice().task()).as("39.1 is a quantity").isEqualTo(Task.REGRESSION);
        assertThat(((ToggleButton) find("columns.value")).isSelected()).isTrue();
        click("columns.classes");
        assertThat(form.choice().task()).isEqualTo(Task.CLASSIFICATION);
        learn(4);
        assertThat(verdict()).isEqualTo("same is the same in all rows: choose another column to learn.");
        assertThat(form.possibleProperty().get()).isFalse();
    }

    @Test
    void aTableOfManyColumnsIsNoHigherThanAScreen() throws Exception {
        String names = IntStream.range(0, 200).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String cells = IntStream.range(0, 200).mapToObj(i -> i % 7 + ".5").collect(Collectors.joining(","));
        Path file = Files.writeString(folder.resolve("wide.csv"), names + "\n" + cells + "\n" + cells + "\n");
        TableSurvey wide = TableSurvey.of(file.toString());
        ColumnsForm many = new ColumnsForm(wide, ColumnChoice.guess(wide), 1);
        Stage other = FxEvents.stage(many, 480, 600);
        assertThat(many.prefHeight(480)).isLessThan(600);
        other.hide();
    }
}
