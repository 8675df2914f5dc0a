package dev.crescent.ui.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class UnitCardTest {
    private final Palette palette = Palette.of(Theme.LIGHT);
    private UnitCard card;
    private Stage stage;

    @BeforeEach
    void open() {
        card = new UnitCard();
        stage = FxEvents.stage(card, 420, 320);
    }

    @AfterEach
    void close() {
        stage.hide();
    }

    private static List<UnitCard.Exciting> images(int count) {
        List<UnitCard.Exciting> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(new UnitCard.Exciting(new float[4], 2, 2, "4", 5 - i));
        }
        return all;
    }

    @Test
    void kernelsAreOnOneScale() {
        card.show("Conv, layer 1, map 2", new UnitCard.Weights(2, 1, 1, new float[] {2, -1}));
        Shot shot = Shot.of(stage);
        assertThat(shot.count(palette.weightArgb(1))).isGreaterThan(1000);
        assertThat(shot.count(palette.weightArgb(-0.5))).isGreaterThan(1000);
        assertThat(Shot.words(card)).startsWith("Conv, layer 1, map 2|Its 2 kernels");
    }

    @Test
    void searchingGivesWayToTheStrongestNine() {
        card.show("Conv, layer 1, map 2", new UnitCard.Weights(1, 2, 2, new float[4]));
        assertThat(Shot.words(card)).contains("The training images are searched…");
        card.showExciting(images(12));
        Shot.of(stage);
        assertThat(Shot.words(card)).contains("4, 5.00").contains("4, −3.00").doesNotContain("−4.00")
                .doesNotContain("searched");
        card.show("Conv, layer 1, map 3", new UnitCard.Weights(1, 2, 2, new float[4]));
        assertThat(Shot.words(card)).as("another unit").contains("searched").doesNotContain("5.00");
        card.showExciting(List.of());
        assertThat(Shot.words(card)).contains("No training image excites it.");
    }

    @Test
    void whatHasNoRoomIsCounted() {
        card.show("Conv, layer 1, map 0", new UnitCard.Weights(20, 1, 1, new float[20]));
        assertThat(Shot.words(card)).contains("+ 4 more");
        Shot.of(stage);
        assertThat(Shot.cut(stage)).isEmpty();
    }
}
