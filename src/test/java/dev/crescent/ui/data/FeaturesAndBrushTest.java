package dev.crescent.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.ui.ClassDot;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Features are chosen and written, and tools to paint with are taken up.
@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class FeaturesAndBrushTest {
    private PanelBench bench;

    @BeforeEach
    void show() {
        bench = new PanelBench();
    }

    @AfterEach
    void hide() {
        bench.close();
    }

    @Test
    void chipsCheckAndUncheckFeaturesButNeverTheLast() {
        bench.click("feature-x1*x2");
        bench.click("feature-x1");
        bench.click("feature-x2");
        bench.click("feature-x1*x2");
        assertThat(bench.heard).containsExactly("[x1, x2, x1*x2]: with x1*x2", "[x2, x1*x2]: without x1",
                "[x1*x2]: without x2");
        assertThat(bench.selected("feature-x1*x2")).isTrue();
        assertThat(((Label) bench.find("features.count")).getText()).isEqualTo("1 of 8");
        assertThat(((ToggleButton) bench.find("feature-x1*x2")).getTooltip().getText()).contains("at least one");
    }

    @Test
    void aFormulaIsAddedUncheckedAndRemoved() {
        bench.click("features.plus");
        bench.type("features.field", " sin(3*x1) ");
        assertThat(bench.heard).containsExactly("[x1, x2, sin(3*x1)]: with sin(3*x1)");
        assertThat(((Label) bench.find("features.count")).getText()).isEqualTo("3 of 9");
        bench.click("feature-sin(3*x1)");
        assertThat(((Label) bench.find("features.count")).getText()).isEqualTo("2 of 9");
        bench.click("feature-sin(3*x1)");
        bench.click("remove-sin(3*x1)");
        assertThat(bench.experiment.features()).containsExactly("x1", "x2");
        assertThat(((Label) bench.find("features.count")).getText()).isEqualTo("2 of 8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"sin(x1|position 4", "x3|name 'x3' at position 1", "X|unknown name", "x1|already",
        "log(x1)|no value at x1 =", "''|is empty"})
    void aWrongFormulaIsAnsweredWithASentence(String formula, String sentence) {
        bench.click("features.plus");
        bench.type("features.field", formula);
        assertThat(bench.heard).isEmpty();
        assertThat(((Label) bench.find("features.problem")).getText()).contains(sentence).endsWith(".");
        ((TextField) bench.find("features.field")).setText("x1^3");
        assertThat(bench.find("features.problem").isVisible()).isFalse();
        FxEvents.press(bench.find("features.field"), KeyCode.ESCAPE);
        assertThat(bench.find("features.field").getParent().isVisible()).isFalse();
        assertThat(bench.heard).isEmpty();
    }

    @Test
    void theOnlyFeatureIsReplacedByTheFirstWhenItsChipIsRemoved() {
        bench.show(bench.experiment.withFeatures(List.of("sin(3*x1)")));
        FxEvents.press(bench.find("feature-sin(3*x1)"), KeyCode.DELETE);
        assertThat(bench.heard).containsExactly("[x1]: without sin(3*x1)");
        assertThat(bench.has("feature-sin(3*x1)")).isFalse();
    }

    @Test
    void aStandardFormulaThatIsTypedChecksItsChip() {
        bench.click("features.plus");
        bench.type("features.field", "x1^2+x2^2");
        assertThat(bench.heard).containsExactly("[x1, x2, x1^2 + x2^2]: with x1^2 + x2^2");
        assertThat(bench.selected("feature-x1^2+x2^2")).isTrue();
        assertThat(((Label) bench.find("features.count")).getText()).isEqualTo("3 of 8");
    }

    @Test
    void nobodyIsScoldedInTheMiddleOfAWordAndAnEmptyFieldGoes() {
        bench.click("features.plus");
        TextField field = (TextField) bench.find("features.field");
        field.setText("sin(");
        assertThat(bench.find("features.problem").isVisible()).isFalse();
        bench.type("features.field", "sin(");
        assertThat(bench.find("features.problem").isVisible()).isTrue();
        assertThat(field.getAccessibleHelp()).isEqualTo(((Label) bench.find("features.problem")).getText());
        field.setText("");
        bench.find("tile-moons").requestFocus();
        assertThat(field.getParent().isVisible()).isFalse();
    }

    @Test
    void noMoreFeaturesThanANetworkTakes() {
        List<String> many = IntStream.range(0, Experiment.MAX_FEATURES).mapToObj(i -> "x1+" + i).toList();
        assertThat(FeatureList.problem("x2", many, null)).hasValueSatisfying(text -> assertThat(text).contains("at most 64"));
        assertThat(FeatureList.problem("x2", many.subList(1, 64), null)).isEmpty();
    }

    @Test
    void aLongFormulaTakesMoreOfARow() {
        bench.show(bench.experiment.withFeatures(List.of("x1", "sin(3*x1)*cos(2*x2) + x1^2*x2^2")));
        FxExtension.pulse(bench.stage.getScene());
        double one = ((Region) bench.find("feature-x1")).getWidth();
        assertThat(((Region) bench.find("feature-sin(3*x1)*cos(2*x2)+x1^2*x2^2")).getWidth()).isGreaterThan(2 * one);
    }

    @Test
    void theEraserHasNoSprayAndAnEmptyPictureNothingToClear() {
        assertThat(bench.find("paint.clear").isDisabled()).isFalse();
        bench.click("paint.eraser");
        assertThat(bench.find("paint.amount").isDisabled()).isTrue();
        assertThat(bench.find("paint.radius").isDisabled()).isFalse();
        bench.click("paint.brush");
        assertThat(bench.find("paint.amount").isDisabled()).isFalse();
        bench.show(bench.experiment.withData(bench.experiment.data().withSource(new Source.Painted(List.of()))));
        assertThat(bench.find("paint.clear").isDisabled()).isTrue();
    }

    @Test
    void choosingAClassTakesUpTheBrush() {
        bench.click("paint.eraser");
        bench.click("class-1");
        assertThat(bench.panel.brush().tool()).isEqualTo(Brush.Tool.PAINT);
        assertThat(bench.selected("paint.brush")).isTrue();
        assertThat(bench.selected("paint.eraser")).isFalse();
    }

    @Test
    void everyClassHasItsColorInBothThemes() {
        bench.show(painted(7));
        for (Theme theme : Theme.values()) {
            bench.panel.setTheme(theme);
            for (int k = 0; k < 8; k++) {
                ClassDot dot = (ClassDot) ((ToggleButton) bench.find("class-" + k)).getGraphic();
                assertThat(dot.getFill()).isEqualTo(Palette.of(theme).classColor(k));
                assertThat(dot.getStroke() != null)
                        .isEqualTo(theme.isHighContrast() || theme == Theme.LIGHT && (k == 2 || k == 5));
            }
        }
    }

    @Test
    void whileATableIsReadTheToolsGoButTheBrushIsKept() {
        bench.click("paint.brush");
        bench.panel.show(bench.experiment.withData(bench.experiment.data().withSource(new Source.Csv("later.csv", "",
                Task.CLASSIFICATION, List.of(), List.of(), null))), null);
        assertThat(bench.panel.brush().tool()).isEqualTo(Brush.Tool.PAINT);
        assertThat(bench.find("paint.refusal").isVisible()).isFalse();
        assertThat(bench.find("paint.clear").isDisabled()).isTrue();
    }

    @Test
    void paintToolsAreTakenAndPutDown() {
        bench.click("paint.brush");
        bench.click("class-1");
        bench.click("paint.eraser");
        bench.click("paint.eraser");
        assertThat(bench.heard).containsExactly("PAINT 0 24.0 6", "PAINT 1 24.0 6", "ERASE 1 24.0 6", "NONE 1 24.0 6");
        assertThat(bench.selected("paint.eraser")).isFalse();
        assertThat(bench.selected("class-1")).isTrue();
        bench.heard.clear();
        bench.drag("paint.radius", 300);
        bench.drag("paint.amount", 300);
        assertThat(bench.panel.brush()).isEqualTo(new Brush(Brush.Tool.NONE, 1, 80, 30));
        bench.click("paint.clear");
        assertThat(bench.find("paint.undo").isDisabled()).isTrue();
        bench.panel.showUndo(true);
        bench.click("paint.undo");
        assertThat(bench.heard).endsWith("clear", "undo");
    }

    @Test
    void classesAreAddedUpToEight() {
        for (int k = 2; k < 8; k++) {
            bench.click("paint.plus");
            assertThat(bench.panel.brush().label()).isEqualTo(k);
        }
        assertThat(bench.panel.lookupAll("*").stream().anyMatch(n -> "paint.plus".equals(n.getId()))).isFalse();
        assertThat(bench.find("class-7")).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"240", "256", "300", "340", "420"})
    void noRowOfClassesIsEmpty(double width) {
        bench.stage.setWidth(width);
        for (int k = 2; k < 8; k++) {
            bench.click("paint.plus");
            FxExtension.pulse(bench.stage.getScene());
            Region dots = (Region) bench.find("class-0").getParent();
            double lowest = dots.getChildrenUnmodifiable().stream().mapToDouble(n -> n.getBoundsInParent().getMaxY()).max()
                    .orElseThrow();
            assertThat(dots.getHeight() - lowest).as("below %d classes", k + 1).isBetween(-1.0, 6.0);
            assertThat(dots.getParent().getBoundsInLocal().getHeight() - lowest).isLessThan(8);
        }
    }

    @Test
    void classesWithoutPointsGoWhenAnotherOneIsChosenOrTheDataChange() {
        bench.click("paint.plus");
        assertThat(bench.panel.brush().label()).isEqualTo(2);
        bench.show(bench.experiment);
        assertThat(bench.has("class-2")).as("just added").isTrue();
        bench.click("class-1");
        assertThat(bench.has("class-2")).isFalse();
        bench.click("paint.plus");
        bench.show(painted(2));
        assertThat(bench.has("class-2")).as("in use").isTrue();
        assertThat(bench.panel.brush().label()).isEqualTo(2);
        bench.show(painted(1));
        assertThat(bench.has("class-2")).as("its points were taken back").isFalse();
        assertThat(bench.panel.brush().label()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"3, 4", "4, 5", "5, 5", "6, 5", "7, 5"})
    void aRowOfClassesIsFullBeforeAnotherBegins(int classes, int inFirstRow) {
        bench.show(painted(classes - 1));
        FxExtension.pulse(bench.stage.getScene());
        var dots = bench.find("class-0").getParent().getChildrenUnmodifiable();
        double top = bench.find("class-0").getBoundsInParent().getCenterY();
        assertThat(dots).hasSize(classes + 1);
        assertThat(dots.stream().filter(dot -> dot.getBoundsInParent().getCenterY() == top)).hasSize(inFirstRow);
        assertThat(dots).allMatch(dot -> dot.getBoundsInParent().getMaxX() <= bench.find("class-0").getParent().getLayoutBounds().getWidth());
    }

    @Test
    void featuresOfATableNameItsColumns(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("iris.csv"), "petal length,petal width,y\n1,2,a\n2,3,b\n");
        bench.show(bench.experiment.withData(bench.experiment.data().withSource(new Source.Csv(
                folder.resolve("iris.csv").toString(), "", Task.CLASSIFICATION, List.of(), List.of(), null))));
        assertThat(hint("feature-x1")).contains("\"petal length\"").doesNotContain("petal width");
        assertThat(hint("feature-x1*x2")).contains("\"petal length\"", "\"petal width\"");
        FxExtension.pulse(bench.stage.getScene());
        assertThat(words("feature-x1")).containsExactly("petal length");
        assertThat(words("feature-x2")).containsExactly("petal width");
        assertThat(words("feature-x1*x2")).isEmpty();
        assertThat(((Region) bench.find("feature-x1")).getWidth()).isGreaterThan(3 * ((Region) bench.find("feature-x1*x2")).getWidth());
        bench.show(Experiment.defaults());
        assertThat(words("feature-x1")).isEmpty();
    }

    @Test
    void aColumnsNameThatIsTooLongEndsWithinItsChip(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("long.csv"), "length of the bill from its tip to the feathers,b,y\n1,2,a\n2,3,b\n");
        bench.show(bench.experiment.withData(bench.experiment.data().withSource(new Source.Csv(
                folder.resolve("long.csv").toString(), "", Task.CLASSIFICATION, List.of(), List.of(), null))));
        FxExtension.pulse(bench.stage.getScene());
        Node chip = bench.find("feature-x1");
        Label name = (Label) chip.lookup(".column-name");
        assertThat(name.isTextTruncated()).isTrue();
        assertThat(name.localToScene(name.getLayoutBounds()).getMaxX()).isLessThan(chip.localToScene(chip.getLayoutBounds()).getMaxX());
        assertThat(hint("feature-x1")).contains("from its tip to the feathers");
    }

    @Test
    void aChangeOfATablesFeaturesIsCalledByTheColumn(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("iris.csv"), "petal length,petal width,y\n1,2,a\n2,3,b\n");
        bench.show(bench.experiment.withData(bench.experiment.data().withSource(new Source.Csv(
                folder.resolve("iris.csv").toString(), "", Task.CLASSIFICATION, List.of(), List.of(), null))));
        bench.click("feature-x2");
        assertThat(bench.heard).last().isEqualTo("[x1]: without petal width");
    }

    /// The columns' names that stand on a chip.
    private List<String> words(String id) {
        return bench.find(id).lookupAll(".column-name").stream().map(node -> ((Label) node).getText()).toList();
    }

    @Test
    void theFormulaFieldSaysWhatItTakesWhileItHasTheFocus() {
        bench.click("features.plus");
        TextField field = (TextField) bench.find("features.field");
        FxExtension.pulse(bench.stage.getScene());
        assertThat(field.isFocused()).isTrue();
        assertThat(field.lookupAll(".text").stream().map(javafx.scene.text.Text.class::cast)
                .filter(text -> text.getText().equals(field.getPromptText())))
                .hasSize(1).allMatch(text -> text.isVisible() && ((javafx.scene.paint.Color) text.getFill()).getOpacity() > 0);
    }

    private String hint(String id) {
        return ((ToggleButton) bench.find(id)).getTooltip().getText();
    }

    private Experiment painted(int highest) {
        return bench.experiment.withData(bench.experiment.data().withSource(new Source.Painted(
                List.of(new PaintedPoint(0, 0, 0), new PaintedPoint(1, 1, highest)))));
    }

    @Test
    void valuesCannotBePaintedAndTheBrushIsPutDown() {
        bench.click("paint.brush");
        bench.show(bench.experiment.withData(bench.experiment.data().withSource(new Source.Points(PointSet.PLANE, 100, 0))));
        assertThat(bench.panel.brush().tool()).isEqualTo(Brush.Tool.NONE);
        assertThat(((Label) bench.find("paint.refusal")).getText()).contains("choose a set with classes");
    }
}
