package dev.crescent.ui.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FxEvents;
import dev.crescent.ui.FxExtension;
import dev.crescent.ui.points.PointsModel;
import dev.crescent.ui.theme.Palette;
import dev.crescent.ui.theme.Theme;
import java.util.List;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
@SuppressWarnings("NullAway.Init")
class SampleLegendTest {
    private static final int WIDTH = 320;

    private SampleLegend legend;
    private Stage stage;

    @BeforeEach
    void show() {
        legend = new SampleLegend();
        stage = FxEvents.stage(legend, WIDTH, 120);
    }

    @AfterEach
    void hide() {
        stage.hide();
    }

    private List<Label> show(String... classes) {
        legend.show(PointsModel.classes(new float[0], new int[0], 0, List.of(classes)), Palette.of(Theme.LIGHT));
        FxExtension.pulse(stage.getScene());
        return legend.lookupAll(".caption").stream().map(Label.class::cast).toList();
    }

    @Test
    void whatFitsIsOneRow() {
        List<Label> labels = show("a", "b");
        assertThat(labels).extracting(Label::getText).startsWith("a", "b").hasSize(4);
        assertThat(labels).extracting(Label::getLayoutY).containsOnly(labels.getFirst().getLayoutY());
        assertThat(labels.getLast().getBoundsInParent().getMaxX()).as("at the right end").isGreaterThan(WIDTH - 2);
    }

    @Test
    void longNamesSendWhatFollowsToASecondRow() {
        List<Label> labels = show("Adelie", "Chinstrap", "Gentoo");
        assertWhole(labels);
        assertThat(labels.subList(0, 3)).extracting(Label::getLayoutY).containsOnly(labels.getFirst().getLayoutY());
        assertThat(labels.get(3).getLayoutY()).isGreaterThan(labels.getFirst().getBoundsInParent().getMaxY() - 1);
        assertThat(labels.get(3).getLayoutX()).as("from the left edge on").isZero();
    }

    @Test
    void manyNamesGoOnInFurtherRows() {
        assertWhole(show("Adelie", "Chinstrap", "Gentoo", "Macaroni", "Rockhopper", "Humboldt", "King"));
    }

    @Test
    void onlyANameThatIsWiderThanTheRowIsCut() {
        List<Label> labels = show("b", "a name that is so very, very long that no single row of this width can hold it");
        assertThat(labels.get(1).getWidth()).isEqualTo(WIDTH);
        assertWhole(List.of(labels.get(0), labels.get(2), labels.get(3)));
    }

    private void assertWhole(List<Label> labels) {
        assertThat(labels).allSatisfy(label -> {
            assertThat(label.getWidth()).as(label.getText()).isGreaterThanOrEqualTo(label.prefWidth(-1));
            assertThat(label.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(WIDTH);
            assertThat(label.getBoundsInParent().getMaxY()).isLessThanOrEqualTo(legend.prefHeight(WIDTH));
        });
    }
}
