package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Source;
import dev.crescent.train.Snapshot;
import dev.crescent.ui.FxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(FxExtension.class)
class LargeTargetsTest {
    private static final double MOST = Source.Csv.MOST_UNIT;

    @Test
    void whatIsLargeIsBroughtNearOne() {
        assertThat(LargeTargets.of(new float[] {50_000, 612_000}, MOST)).contains(new LargeTargets(50_000, 612_000, 100_000));
        assertThat(LargeTargets.of(new float[] {-250, 3}, MOST)).contains(new LargeTargets(-250, 3, 100));
        assertThat(LargeTargets.of(new float[] {-99, 42}, MOST)).isEmpty();
        assertThat(LargeTargets.of(new float[0], MOST)).isEmpty();
        assertThat(LargeTargets.of(new float[] {2e13f}, MOST)).as("as far as it goes").hasValueSatisfying(
                large -> assertThat(large.factor()).isEqualTo(MOST));
        assertThat(LargeTargets.of(new float[] {20_000}, 1)).as("divided already as far as it goes").isEmpty();
    }

    @Test
    void theWindowSaysSoOfATable(@TempDir Path home) throws Exception {
        Path table = Files.writeString(home.resolve("houses.csv"), "size,price\n50,99000.5\n100,250000\n70,120000\n80,140000\n");
        try (WindowBench app = new WindowBench(home, table.toString())) {
            app.await("a sentence", () -> app.banner("suggested").startsWith("The target goes from "));
            app.press("Space");
            assertThat(labels(app)).contains("price");
            Snapshot large = app.awaitSnapshot("it trains", s -> s.running() && s.step() > 0);
            app.await("said again, since it will not learn", () -> app.banner("suggested").startsWith("The target goes from "));
            app.clickButton("Divide it by 100,000");
            app.awaitSnapshot("smaller numbers, soon learned", s -> s.running() && s.dataset().train().values()[0] < 3 && s.train().loss() < 1);
            app.await("nothing more to say", () -> app.banner("suggested").isEmpty());
            assertThat(((Source.Csv) app.experiment().data().source()).targetUnit()).isEqualTo(100_000);
            Snapshot small = app.latest();
            assertThat(labels(app)).contains("price\n/ 100,000").doesNotContain("price");
            assertThat(small.run()).as("of its own").isNotEqualTo(large.run());
            app.press("Ctrl+Z");
            app.awaitSnapshot("the run that was given up", s -> !s.running() && s.step() >= large.step() && s.run() != small.run());
            app.await("large again", () -> app.banner("suggested").startsWith("The target goes from "));
            assertThat(app.latest().dataset().train().values()[0]).isGreaterThan(1000);
            app.press("Ctrl+Shift+Z");
            app.awaitSnapshot("the small run", s -> s.step() >= small.step() && s.dataset().train().values()[0] < 3);
            app.press("Ctrl+Z");
            app.await("large once more", () -> app.banner("suggested").startsWith("The target goes from "));
            app.press("Esc");
            assertThat(app.banner("suggested")).as("also from a menu's button, which has the focus").isEmpty();
            app.press("Space");
            app.awaitSnapshot("training", Snapshot::running);
            app.settle();
            assertThat(app.banner("suggested")).as("who has put it away is not asked again").isEmpty();
            assertThat(((Source.Csv) app.experiment().data().source()).targetUnit()).isEqualTo(1);
        }
    }

    @Test
    void theSheetOfColumnsTakesTheDivisionBack(@TempDir Path home) throws Exception {
        Path table = Files.writeString(home.resolve("houses.csv"), "size,rooms,price\n50,1,99000.5\n100,4,250000\n70,2,120000\n80,2,140000\n");
        try (WindowBench app = new WindowBench(home, table.toString())) {
            app.await("a sentence", () -> app.banner("suggested").startsWith("The target goes from "));
            app.clickButton("Divide it by 100,000");
            app.settle();
            app.click("data.columns");
            Supplier<Optional<DialogPane>> shown = () -> Window.getWindows().stream().map(w -> w.getScene().getRoot())
                    .filter(root -> root.lookup(".columns-form") != null && root instanceof DialogPane).map(DialogPane.class::cast).findFirst();
            app.await("the sheet", () -> shown.get().isPresent());
            DialogPane sheet = shown.get().orElseThrow();
            CheckBox divide = (CheckBox) sheet.lookupAll(".check-box").stream().filter(box -> "columns.divide".equals(box.getId()))
                    .findFirst().orElseThrow();
            assertThat(divide.getText()).isEqualTo("price divided by 100,000");
            divide.fire();
            ((Button) sheet.lookupButton(sheet.getButtonTypes().getFirst())).fire();
            app.awaitSnapshot("as in the table", s -> s.dataset().train().values()[0] > 1000);
            assertThat(((Source.Csv) app.experiment().data().source()).targetUnit()).isEqualTo(1);
            assertThat(labels(app)).contains("price");
        }
    }

    private static List<String> labels(WindowBench app) {
        FxExtension.pulse(app.scene());
        return app.scene().getRoot().lookupAll(".label").stream().filter(Label.class::isInstance).map(node -> ((Label) node).getText())
                .toList();
    }

    @Test
    void otherDataMakeItMeaningless(@TempDir Path home) throws Exception {
        Path table = Files.writeString(home.resolve("houses.csv"), "size,price\n50,99000.5\n100,250000\n70,120000\n80,140000\n");
        try (WindowBench app = new WindowBench(home, table.toString())) {
            app.await("a sentence", () -> app.banner("suggested").startsWith("The target goes from "));
            app.bench().change(Experiment.defaults(), "", true);
            app.await("nothing", () -> app.banner("suggested").isEmpty());
        }
    }
}
