package dev.crescent.ui.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class PredictionViewTest {
    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    private static final List<String> CLOTHES = List.of("T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt",
            "Sneaker", "Bag", "Ankle boot");

    private final Palette palette = Palette.of(Theme.LIGHT);
    private final int blue = Palette.argb(palette.classColor(1));
    private PredictionView view;
    private PredictionBars bars;
    private Stage stage;

    @BeforeEach
    void open() {
        view = new PredictionView();
        bars = (PredictionBars) view.getChildren().getLast();
        stage = FxEvents.stage(view, 472, 224);
    }

    @AfterEach
    void close() {
        stage.hide();
    }

    private static float[] one(int k, double p) {
        float[] all = new float[10];
        all[k] = (float) p;
        return all;
    }

    private double y(int k) {
        Bounds bounds = bars.localToScene(bars.getBoundsInLocal());
        return bounds.getMinY() + Math.rint(bars.rowMiddle(k, bounds.getHeight()));
    }

    private double barWidth() {
        return 472 - PredictionBars.PERCENT_WIDTH - bars.barsLeft();
    }

    @Test
    void theWinnersBarIsAsLongAsItsProbability() {
        view.show(new Prediction(DIGITS, one(4, 0.75), Prediction.State.SURE));
        Shot shot = Shot.of(stage);
        int length = shot.count(blue, bars.barsLeft(), y(4), 472, y(4) + 1);
        assertThat((double) length).isBetween(0.75 * barWidth() - 4, 0.75 * barWidth() + 1);
        assertThat(shot.count(blue, bars.barsLeft(), y(5), 472, y(5) + 1)).isZero();
    }

    @Test
    void theOthersArePaler() {
        float[] probabilities = one(4, 0.6);
        probabilities[9] = 0.4f;
        view.show(new Prediction(DIGITS, probabilities, Prediction.State.SURE));
        Shot shot = Shot.of(stage);
        int pale = shot.at(bars.barsLeft() + 0.2 * barWidth(), y(9));
        assertThat(pale).isNotEqualTo(blue).isNotEqualTo(Palette.argb(palette.bgInset()));
        assertThat(Palette.color(pale).getBrightness()).isGreaterThan(palette.classColor(1).getBrightness());
    }

    @Test
    void aTickStandsWhereTheDrawingIsWithoutCentering() {
        view.show(new Prediction(DIGITS, one(4, 1), one(7, 0.5), Prediction.State.SURE));
        Shot shot = Shot.of(stage);
        int tick = Palette.argb(palette.fgMuted());
        double x = bars.barsLeft() + 0.5 * barWidth();
        assertThat(shot.count(tick, x - 4, y(7) - 3, x + 4, y(7) + 3)).isBetween(6, 12);
        assertThat(shot.count(tick, bars.barsLeft(), y(6) - 3, bars.barsLeft() + barWidth(), y(6) + 3)).isZero();
        assertThat(Shot.words(view)).contains("as drawn, not centered");
        view.show(new Prediction(DIGITS, one(4, 1), Prediction.State.SURE));
        assertThat(Shot.of(stage).count(tick, x - 4, y(7) - 3, x + 4, y(7) + 3)).isZero();
        assertThat(Shot.words(view)).doesNotContain("as drawn");
    }

    @Test
    void whenNothingIsDrawnThereAreNoBarsAndADashIsTheAnswer() {
        view.show(new Prediction(DIGITS, one(4, 1), one(4, 1), Prediction.State.EMPTY));
        Shot shot = Shot.of(stage);
        assertThat(shot.count(blue)).isZero();
        int dash = Palette.argb(palette.fgMuted());
        assertThat(shot.count(dash, 0, 40, PredictionBars.ANSWER_WIDTH, 224)).isPositive();
        assertThat(shot.count(Palette.argb(palette.fg()), 0, 40, PredictionBars.ANSWER_WIDTH, 224)).isZero();
        assertThat(bars.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("Nothing is drawn.");
    }

    @Test
    void belowTheThresholdNoClassWins() {
        view.show(new Prediction(DIGITS, one(4, 0.34), Prediction.State.UNSURE));
        assertThat(Shot.of(stage).count(blue)).isZero();
        assertThat(bars.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("not sure: 4 34.0\u00a0%");
    }

    @Test
    void whatIsUnlikeAllItLearnedHasNoWinnerHoweverProbable() {
        view.show(new Prediction(DIGITS, one(4, 0.97), Prediction.State.UNFAMILIAR));
        assertThat(Shot.of(stage).count(blue)).isZero();
        assertThat(bars.queryAccessibleAttribute(AccessibleAttribute.TEXT))
                .isEqualTo("not sure, unlike all it learned: 4 97.0\u00a0%");
    }

    @Test
    void aScreenReaderIsToldTheMoreProbableFirst() {
        view.show(new Prediction(List.of("cat", "dog", "cow"), new float[] {0.2f, 0.798f, 0.002f},
                Prediction.State.SURE));
        assertThat(bars.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("dog 79.8\u00a0%, cat 20.0\u00a0%");
    }

    @Test
    void theTemperatureIsMentionedOnlyIfThereIsOne() {
        view.setSubject("small conv net", 1.6);
        assertThat(Shot.words(view)).contains("small conv net, temperature 1.6");
        view.setSubject("small conv net", 1);
        assertThat(Shot.words(view)).contains("small conv net").doesNotContain("temperature");
    }

    @Test
    void longNamesLeaveRoomForBarsAndStayBesideTheAnswer() {
        view.show(new Prediction(CLOTHES, one(9, 0.9), Prediction.State.SURE));
        Shot shot = Shot.of(stage);
        assertThat(barWidth()).isGreaterThan(150);
        int white = Palette.argb(palette.bg());
        int gap = shot.count(white, PredictionBars.ANSWER_WIDTH + 12, 44, PredictionBars.ANSWER_WIDTH + 22, 220);
        assertThat(gap).as("empty between the answer and the names").isEqualTo(10 * 176);
        int beforeBars = shot.count(white, bars.barsLeft() - 8, 44, bars.barsLeft() - 2, 220);
        assertThat(beforeBars).as("empty between names and bars").isBetween(6 * 176 - 6, 7 * 176);
    }

    @Test
    void theCallersArraysCanBeFilledAgain() {
        float[] probabilities = one(4, 1);
        view.show(new Prediction(DIGITS, probabilities, Prediction.State.SURE));
        probabilities[4] = 0;
        assertThat(Shot.of(stage).count(blue, bars.barsLeft(), y(4), 472, y(4) + 1)).isGreaterThan(200);
    }

    @Test
    void aPredictionHasAProbabilityForEachClass() {
        assertThatThrownBy(() -> new Prediction(DIGITS, new float[3], Prediction.State.SURE))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("10 classes, not 3");
    }
}
