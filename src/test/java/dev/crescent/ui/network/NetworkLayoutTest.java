package dev.crescent.ui.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkLayoutTest {
    @Test
    void theDefaultNetworkIsAsInTheDesign() {
        NetworkLayout layout = layout(600, 456, 2, 6, 4, 2);
        assertThat(layout.size()).isEqualTo(NetworkLayout.CardSize.FULL);
        assertThat(layout.cards().getFirst()).isEqualTo(new Box(16, 40, 116, 56));
        assertThat(layout.cards().getLast().right()).isCloseTo(584, within(0.5));
        assertThat(layout.columns()).allMatch(c -> c.width() == 48 && c.height() == 48 && !c.bars());
        NetworkLayout.Column six = layout.columns().get(1);
        assertThat(six.gap()).isBetween(8.0, 9.0);
        assertThat(six.unit(0).y()).isGreaterThanOrEqualTo(NetworkLayout.PICTURE_TOP);
        assertThat(six.bottom()).isLessThanOrEqualTo(456);
        assertThat(six.centerX()).isEqualTo(layout.cards().get(1).centerX());
        assertThat(layout.columns().get(3).gap()).isEqualTo(36);
    }

    @Test
    void wideViewsHaveLargeCardsAndThumbnails() {
        NetworkLayout layout = layout(1000, 656, 2, 6, 4, 2);
        assertThat(layout.size()).isEqualTo(NetworkLayout.CardSize.LARGE);
        assertThat(layout.columns().getFirst().width()).isEqualTo(64);
        assertThat(layout(1000, 656, 2, 8, 2).columns().getFirst().width()).isEqualTo(56);
    }

    @Test
    void cardsShrinkWithTheirPitch() {
        NetworkLayout three = layout(600, 456, 2, 4, 4, 4, 2);
        assertThat(three.size()).isEqualTo(NetworkLayout.CardSize.FULL);
        assertThat(three.cards().getFirst().width()).isBetween(90.0, 100.0);
        NetworkLayout four = layout(600, 456, 2, 4, 4, 4, 4, 2);
        assertThat(four.size()).isEqualTo(NetworkLayout.CardSize.FULL);
        assertThat(four.cards().getFirst().width()).isBetween(64.0, 80.0);
        assertThat(layout(600, 456, 2, 4, 4, 4, 4, 4, 4, 2).size()).isEqualTo(NetworkLayout.CardSize.TINY);
    }

    @Test
    void longNamesTakeRoomFromTheCardsAndNotFromThePluses() {
        NetworkLayout layout = NetworkLayout.of(structure(2, 6, 4, 3), 600, 456, 90, 120);
        assertThat(layout.size()).isEqualTo(NetworkLayout.CardSize.FULL);
        NetworkLayout.Column last = layout.columns().getLast();
        assertThat(last.centerX() + last.width() / 2).isLessThanOrEqualTo(600 - 8 - 120 + 0.5);
        NetworkLayout.Column first = layout.columns().getFirst();
        assertThat(first.centerX() - first.width() / 2).isGreaterThanOrEqualTo(8 + 90 - 0.5);
        for (int i = 1; i < layout.cards().size(); i++) {
            assertThat(layout.cards().get(i).x() - layout.cards().get(i - 1).right()).isGreaterThanOrEqualTo(23);
        }
    }

    @Test
    void manyLayersLeaveLessRoomToNames() {
        int[] units = {2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 2};
        NetworkLayout layout = NetworkLayout.of(structure(units), 600, 456, 105, 135);
        for (int i = 1; i < layout.cards().size(); i++) {
            assertThat(layout.cards().get(i).x()).isGreaterThanOrEqualTo(layout.cards().get(i - 1).right());
        }
    }

    @Test
    void thumbnailsShrinkAndThenBecomeBars() {
        assertThat(layout(600, 456, 2, 8, 2).columns().get(1).width()).isEqualTo(32);
        assertThat(layout(600, 456, 2, 12, 2).columns().get(1).width()).isEqualTo(24);
        assertThat(layout(600, 456, 2, 16, 2).columns().get(1).width()).isEqualTo(16);
        NetworkLayout.Column bars = layout(600, 456, 2, 32, 2).columns().get(1);
        assertThat(bars.bars()).isTrue();
        assertThat(bars.width()).isEqualTo(48);
        assertThat(bars.height()).isBetween(8.0, 17.0);
        assertThat(bars.gap()).isEqualTo(2);
        assertThat(bars.shown()).isEqualTo(32);
        assertThat(layout(600, 456, 2, 32, 2).columns().getFirst().bars()).isFalse();
    }

    @Test
    void inALowViewSquaresShrinkFurtherBeforeTheyBecomeBars() {
        NetworkLayout low = layout(500, 220, 4, 8, 8, 2);
        for (NetworkLayout.Column column : low.columns()) {
            assertThat(column.bars()).isFalse();
            assertThat(column.height()).isEqualTo(column.width()).isGreaterThanOrEqualTo(10);
            assertThat(column.gap()).isGreaterThanOrEqualTo(2);
            assertThat(column.top()).isGreaterThanOrEqualTo(NetworkLayout.UNITS_TOP);
            assertThat(column.bottom()).isLessThanOrEqualTo(220);
        }
        double small = low.columns().get(1).width();
        assertThat(small).isLessThan(16);
        assertThat(low.columns().getFirst().width()).as("beside them").isBetween(16.0, 2 * small);
        NetworkLayout.Column bars = layout(500, 200, 4, 8, 8, 2).columns().get(1);
        assertThat(bars.bars()).as("too small to be seen").isTrue();
    }

    @Test
    void aRowLessShrinksSquaresWithoutAJump() {
        double before = layout(500, 400, 2, 8, 2).columns().get(1).width();
        for (double height = 399; !layout(500, height, 2, 8, 2).columns().get(1).bars(); height--) {
            double width = layout(500, height, 2, 8, 2).columns().get(1).width();
            assertThat(width).as("%s high", height).isBetween(before - 8, before);
            before = width;
        }
        assertThat(before).isEqualTo(10);
    }

    @Test
    void tenLayersOfThirtyTwoFitWithoutOverlap() {
        NetworkLayout layout = layout(600, 456, 2, 32, 32, 32, 32, 32, 32, 32, 32, 32, 32, 2);
        for (int i = 1; i < layout.columns().size(); i++) {
            NetworkLayout.Column left = layout.columns().get(i - 1);
            NetworkLayout.Column right = layout.columns().get(i);
            assertThat(right.centerX() - right.width() / 2 - left.centerX() - left.width() / 2).isGreaterThan(14);
            assertThat(right.bottom()).isLessThanOrEqualTo(456);
            assertThat(layout.cards().get(i).x()).isGreaterThanOrEqualTo(layout.cards().get(i - 1).right());
        }
    }

    @Test
    void whatHasNoRoomIsLeftOutRatherThanPaintedTooSmall() {
        NetworkLayout.Column column = layout(600, 456, 2, 500, 2).columns().get(1);
        assertThat(column.shown()).isBetween(4, 12);
        assertThat(column.height()).isGreaterThanOrEqualTo(16).isEqualTo(column.width());
        assertThat(column.bottom()).as("a line below says how many more").isLessThanOrEqualTo(456 - NetworkLayout.MORE_GAP - 16);
    }

    @Test
    void dropoutHasANarrowCardAndNoColumn() {
        Model.Network net = new Model.Network(1, List.of(new Layer.Dense(4, Activation.TANH), new Layer.Dropout(0.2),
                new Layer.Dense(2, Activation.SOFTMAX)));
        Structure structure = Structure.of(net, List.of(2), null);
        NetworkLayout layout = NetworkLayout.of(structure, 600, 456, 30, 40);
        assertThat(layout.cards()).hasSize(4);
        assertThat(layout.columns()).hasSize(3);
        assertThat(layout.cards().get(2).width()).isEqualTo(40);
        assertThat(layout.columns().get(2).centerX()).isEqualTo(layout.cards().get(3).centerX());
    }

    @Test
    void unitsAreFoundWhereTheyLie() {
        NetworkLayout layout = layout(600, 456, 2, 6, 4, 2);
        Box box = layout.columns().get(2).unit(3);
        assertThat(layout.unitAt(box.centerX(), box.centerY())).isEqualTo(new UnitRef(2, 3));
        assertThat(layout.unitAt(box.centerX(), box.bottom() + 2)).isNull();
        assertThat(layout.unitAt(box.x() - 2, box.centerY())).isNull();
        assertThat(layout.unitAt(5, 5)).isNull();
    }

    private static NetworkLayout layout(double width, double height, int... units) {
        return NetworkLayout.of(structure(units), width, height, 30, 40);
    }

    private static Structure structure(int... units) {
        List<Layer> layers = new ArrayList<>();
        for (int i = 1; i < units.length; i++) {
            layers.add(new Layer.Dense(units[i], i == units.length - 1 ? Activation.SOFTMAX : Activation.TANH));
        }
        return Structure.of(new Model.Network(1, layers), List.of(units[0]), null);
    }
}
