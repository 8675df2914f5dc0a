package dev.crescent.ui.points;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.insight.ValueRange;
import dev.crescent.ui.FxExtension;
import java.util.List;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class ScaleLegendTest {
    private static final PointsModel TWO = PointsModel.classes(new float[0], new int[0], 0, List.of("0", "1"));
    private static final PointsModel THREE = PointsModel.classes(new float[0], new int[0], 0, List.of("0", "1", "2"));

    private final ScaleLegend legend = new ScaleLegend();

    private List<String> words() {
        return legend.lookupAll(".caption").stream().map(node -> ((Label) node).getText()).toList();
    }

    @Test
    void twoClassesHaveTheLinesOfAHalfAndOfNineTenths() {
        legend.show(TWO);
        assertThat(words()).contains("0.5", "0.9");
    }

    @Test
    void aUnitHasTheLineOfItsMiddleOnly() {
        legend.show(TWO);
        legend.showUnit(new ValueRange(-1, 1));
        assertThat(words()).contains("0").doesNotContain("0.5", "0.9");
        legend.showUnit(null);
        assertThat(words()).contains("0.5", "0.9");
    }

    @Test
    void aUnitHasNoClassesAndTakesAsMuchRoom() {
        legend.show(THREE);
        double height = legend.prefHeight(336);
        assertThat(words()).contains("Class 2", "9 : 1");
        legend.showUnit(new ValueRange(-4, 4));
        assertThat(words()).doesNotContain("Class 2", "9 : 1", "boundary");
        assertThat(legend.prefHeight(336)).isEqualTo(height);
    }
}
