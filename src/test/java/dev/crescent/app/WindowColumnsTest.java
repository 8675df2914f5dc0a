package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Gaps;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A table with words and gaps in a whole window.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class WindowColumnsTest {
    @TempDir
    private Path home = Path.of("");
    private WindowBench app;

    @BeforeEach
    void open() throws IOException {
        StringBuilder rows = new StringBuilder("species,name,bill,mass,year\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i % 2 == 0 ? "a" : "b").append(",n").append(i).append(',').append(i == 3 ? "NA" : 30 + i % 7 + 0.5).append(',')
                    .append(i % 2 * 3 + i % 5).append(',').append(2007 + i % 3).append('\n');
        }
        app = new WindowBench(home, Files.writeString(home.resolve("birds.csv"), rows).toString());
        app.await("the table", () -> app.latest().dataset().inputNames().size() == 3);
    }

    @AfterEach
    void close() {
        sheet().ifPresent(scene -> scene.getWindow().hide());
        app.close();
    }

    private Optional<Scene> sheet() {
        return Window.getWindows().stream().filter(window -> window instanceof Stage && window != app.stage).map(Window::getScene)
                .filter(scene -> scene.lookup(".columns-form") != null).findFirst();
    }

    private Node find(String id) {
        return sheet().orElseThrow().getRoot().lookupAll("*").stream().filter(node -> id.equals(node.getId())).findFirst().orElseThrow();
    }

    private Source.Csv table() {
        return (Source.Csv) app.experiment().data().source();
    }

    private void choose() {
        app.click("data.columns");
        app.await("the sheet", () -> sheet().isPresent());
        FxExtension.pulse(sheet().orElseThrow());
    }

    private void use() {
        sheet().orElseThrow().getRoot().lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(Button::isDefaultButton).findFirst().orElseThrow().fire();
    }

    @Test
    void isLearnedAsFarAsItCanAndSaysWhatWasLeftOut() {
        assertThat(table().target()).isEqualTo("species");
        assertThat(table().columns()).containsExactly("bill", "mass", "year");
        assertThat(table().gaps()).isEqualTo(Gaps.SKIP);
        assertThat(app.latest().dataset().train().count() + app.latest().dataset().test().count()).isEqualTo(39);
        assertThat(app.line()).isEqualTo("species is learned from 3 columns. Left out: name (words); 1 of 40 rows (gaps)."
                + " Columns... among the data changes that.");
    }

    /// As where a document waits for its room: its data are those that the other views have shown all along.
    @Test
    void theTableIsListedAgainWhenAnotherDocumentWasThereBetweenTwoFrames() {
        app.settle();
        assertThat(isListed("mass")).isTrue();
        Place table = app.bench().here();
        app.bench().open(Place.start(Document.begun(Experiment.defaults())));
        awaitTrainer();
        app.bench().undo();
        assertThat(app.bench().here().document().experiment()).isEqualTo(table.document().experiment());
        awaitTrainer();
        FxExtension.pulse(app.scene());
        FxExtension.pulse(app.scene());
        assertThat(isListed("mass")).isTrue();
    }

    private boolean isListed(String column) {
        Node panel = app.scene().lookup(".data-panel");
        return panel.lookupAll(".label").stream().filter(node -> ((Label) node).getText().equals(column))
                .anyMatch(node -> Stream.iterate(node, at -> at != panel, Node::getParent).allMatch(Node::isVisible));
    }

    /// Without drawing a frame.
    private void awaitTrainer() {
        long end = System.nanoTime() + 20_000_000_000L;
        while (!app.latest().experiment().equals(app.experiment())) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    @Test
    void theTableIsOneOfTheFilesOfLate() {
        assertThat(app.preferences.recent()).containsExactly(Path.of(table().path()));
    }

    @Test
    void otherColumnsAreAChangeThatCanBeUndone() {
        Source.Csv before = table();
        choose();
        ((ComboBox<?>) find("columns.target")).getSelectionModel().select(2);
        FxEvents.click(find("columns.use.5"), 6, 6);
        use();
        app.await("other columns", () -> !table().equals(before));
        assertThat(table()).isEqualTo(new Source.Csv(before.path(), "bill", Task.REGRESSION, List.of("mass"), List.of(), null, Gaps.SKIP));
        assertThat(((Model.Network) app.experiment().model()).output().units()).isEqualTo(1);
        app.awaitSnapshot("a run on them", s -> s.experiment().equals(app.experiment()));
        app.press("Ctrl+Z");
        assertThat(table()).isEqualTo(before);
    }

    @Test
    void aTableThatIsNotThereAnyMoreIsSaid() throws IOException {
        Files.delete(Path.of(table().path()));
        app.click("data.columns");
        app.await("why", () -> app.line().startsWith("birds.csv: is not in the folder"));
        assertThat(sheet()).isEmpty();
    }

    @Test
    void unitsShowHowTheirOutputsAreSpread() {
        Palette palette = Palette.of(Theme.LIGHT);
        Color bar = palette.bgInset().interpolate(palette.classColor(1), 0.82);
        app.await("bars of the second class", () -> isPainted(bar));
    }

    private boolean isPainted(Color color) {
        PixelReader pixels = app.scene().getRoot().lookup(".network-picture").snapshot(null, null).getPixelReader();
        int wanted = Palette.argb(color);
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 500; x++) {
                if (pixels.getArgb(x, y) == wanted) {
                    return true;
                }
            }
        }
        return false;
    }
}
