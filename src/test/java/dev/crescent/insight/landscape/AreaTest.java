package dev.crescent.insight.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AreaTest {
    private static final Place NOWHERE = new Place(Double.NaN, Double.NaN, Double.NaN);

    private static Place at(double a, double b) {
        return new Place(a, b, 0);
    }

    @Test
    void aroundPlacesThereIsRoomAndTheyAreInTheMiddle() {
        Area area = Area.around(List.of(at(-1, 2), NOWHERE, at(3, 3)), 0.1);
        assertThat(area.width()).isCloseTo(4 * 1.3, within(1e-12));
        assertThat(area.height()).isEqualTo(area.width(), within(1e-12));
        assertThat((area.aMin() + area.aMax()) / 2).isCloseTo(1, within(1e-12));
        assertThat((area.bMin() + area.bMax()) / 2).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void onePlaceOrNoneStillHasAnArea() {
        assertThat(Area.around(List.of(at(4, 5)), 0.5)).isEqualTo(new Area(3.5, 4.5, 4.5, 5.5));
        assertThat(Area.around(List.of(NOWHERE), 2)).isEqualTo(new Area(-2, 2, -2, 2));
    }

    @Test
    void anAreaStaysWhileThePathIsInItAndNotLost() {
        Area area = Area.around(List.of(at(0, 0), at(1, 1)), 0.1);
        assertThat(area.following(List.of(at(0, 0), at(1.09, 1)), 0.1)).isSameAs(area);
        assertThat(area.following(List.of(at(0, 0), at(1.12, 1)), 0.1).aMax()).as("not at its edge").isGreaterThan(1.2);
        assertThat(area.following(List.of(at(0, 0), at(0.5, 0.1)), 0.1)).isSameAs(area);
        assertThat(area.following(List.of(at(0, 0), at(1.2, 1)), 0.1).aMax()).isGreaterThan(1.3);
        assertThat(area.following(List.of(at(0, 0), at(0.2, 0.1)), 0.1).width()).isCloseTo(0.26, within(1e-12));
        assertThat(area.following(List.of(NOWHERE), 0.1)).isSameAs(area);
        assertThat(area.following(List.of(at(0, 0)), 0.5)).isSameAs(area);
    }

    @Test
    void itKnowsWhatIsInIt() {
        Area area = Area.square(1, 2, 0.5);
        assertThat(area.contains(0.5, 2.5)).isTrue();
        assertThat(area.contains(0.4, 2)).isFalse();
        assertThat(area.contains(1, 2.6)).isFalse();
        assertThat(area.contains(Double.NaN, 2)).isFalse();
    }

    @Test
    void anEmptyAreaIsRefused() {
        assertThatThrownBy(() -> new Area(1, 1, 0, 1)).hasMessageContaining("a of an area");
        assertThatThrownBy(() -> new Area(0, 1, 0, Double.POSITIVE_INFINITY)).hasMessageContaining("b of an area");
    }
}
