package dev.crescent.ui.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.experiment.Task;
import dev.crescent.insight.Region;
import dev.crescent.ui.ClassDot;
import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class PinnedCardTest {
    private static final Region SCREEN = new Region(-1, 1, -1, 1);

    private PinnedCard card;
    private Stage stage;

    @BeforeEach
    void show() {
        card = new PinnedCard();
        stage = FxEvents.stage(card, 336, 240);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    @Test
    void everyClassHasItsNameItsColorABarAndAProbability() {
        card.show(0.5, -0.25, SCREEN, Task.CLASSIFICATION, List.of("cat", "dog", "2"), new double[] {0.25, 0.75, 0});
        FxExtension.pulse(stage.getScene());
        assertThat(words()).contains("0.50", "\u22120.25", "cat", "0.250", "dog", "0.750", "Class 2", "0.000");
        assertThat(bars()).extracting(LevelBar::isVisible).containsOnly(true);
        assertThat(level(0)).isCloseTo(0.25 * bars().get(0).getWidth(), within(0.01));
        assertThat(level(1)).isCloseTo(0.75 * bars().get(1).getWidth(), within(0.01));
        assertThat(level(2)).isZero();
        assertThat(colors()).containsExactly(color(Theme.LIGHT, 0), color(Theme.LIGHT, 1), color(Theme.LIGHT, 2));
        card.setTheme(Palette.of(Theme.DARK));
        assertThat(colors()).containsExactly(color(Theme.DARK, 0), color(Theme.DARK, 1), color(Theme.DARK, 2));
    }

    @Test
    void palerColorsHaveAnEdgeOnAWhiteGroundOnly() {
        card.show(0, 0, SCREEN, Task.CLASSIFICATION, List.of(), new double[8]);
        assertThat(dots()).extracting(dot -> dot.getStroke() != null)
                .containsExactly(false, false, true, false, false, true, false, false);
        card.setTheme(Palette.of(Theme.DARK));
        assertThat(dots()).allMatch(dot -> dot.getStroke() == null);
    }

    @Test
    void aValueHasNeitherBarNorColor() {
        card.show(0, 0, SCREEN, Task.CLASSIFICATION, List.of("only"), new double[] {1});
        card.show(0, 0, SCREEN, Task.REGRESSION, List.of(), new double[] {-1.5});
        assertThat(words()).contains("Output", "\u22121.5000").doesNotContain("only");
        assertThat(bars()).hasSize(1).noneMatch(LevelBar::isVisible);
        assertThat(dots()).noneMatch(ClassDot::isVisible);
    }

    @Test
    void whatIsNoNumberIsADashAndAnEmptyBar() {
        card.show(0, 0, SCREEN, Task.CLASSIFICATION, List.of(), new double[] {Double.NaN, Double.NaN});
        FxExtension.pulse(stage.getScene());
        assertThat(words()).contains("\u2013");
        assertThat(level(0)).isZero();
    }

    @Test
    void theCrossAsksForTheCardToGo() {
        int[] asked = {0};
        card.setOnClose(() -> asked[0]++);
        Button close = (Button) Objects.requireNonNull(card.lookup(".pinned-close"));
        close.fire();
        assertThat(asked[0]).isEqualTo(1);
        assertThat(close.getAccessibleText()).isEqualTo("Unpin");
        assertThat(card.isVisible()).isTrue();
    }

    @Test
    void columnsOfATableAreNamedAndANameThatIsCutCanBePointedAt() {
        String name = "the width of the petal in millimeters, measured twice by two people";
        card.showAxes(new Axes("length", name));
        card.show(1, 2, SCREEN, Task.CLASSIFICATION, List.of("a class with a name that is long", "b"), new double[] {1, 0});
        FxExtension.pulse(stage.getScene());
        assertThat(words()).contains("length", name).doesNotContain("x\u2081");
        assertThat(label("length").getTooltip()).isNull();
        assertThat(label(name).getTooltip()).isNotNull().extracting(tip -> tip.getText()).isEqualTo(name);
        assertThat(label("a class with a name that is long").getTooltip()).isNotNull();
        card.showAxes(Axes.PLAIN);
        assertThat(words()).contains("x\u2081", "x\u2082").doesNotContain("length");
    }

    private List<Label> labels() {
        return card.lookupAll(".label").stream().filter(Label.class::isInstance).map(Label.class::cast).toList();
    }

    private List<String> words() {
        return labels().stream().map(Label::getText).toList();
    }

    private Label label(String text) {
        return labels().stream().filter(label -> label.getText().equals(text)).findFirst().orElseThrow();
    }

    private List<LevelBar> bars() {
        return card.lookupAll(".level-track").stream().map(LevelBar.class::cast).toList();
    }

    private double level(int k) {
        return ((javafx.scene.layout.Region) bars().get(k).getChildrenUnmodifiable().getFirst()).getWidth();
    }

    private List<ClassDot> dots() {
        return card.lookupAll("*").stream().filter(ClassDot.class::isInstance).map(ClassDot.class::cast).toList();
    }

    /// Of dot and bar alike, one a class.
    private List<Color> colors() {
        List<Color> ofBars = bars().stream().map(bar -> (javafx.scene.layout.Region) bar.getChildrenUnmodifiable().getFirst())
                .map(level -> (Color) level.getBackground().getFills().getFirst().getFill()).toList();
        assertThat(dots()).extracting(dot -> (Color) dot.getFill()).isEqualTo(ofBars);
        return ofBars;
    }

    private static Color color(Theme theme, int k) {
        return Palette.of(theme).classColor(k);
    }
}
