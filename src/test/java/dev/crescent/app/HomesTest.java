package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.insight.Region;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomesTest {
    private static final Region HOME = Region.square(2, 0);
    private static final Source MOONS = new Source.Points(PointSet.MOONS, 100, 0.1);

    private static Dataset load(Source source) throws DataException {
        return Datasets.load(new Data(source, 1, 0.5, Scaling.NONE), List.of("x1", "x2"), Path.of(""));
    }

    private static Source.Painted painted(double... coordinates) {
        List<PaintedPoint> points = new ArrayList<>();
        for (int i = 0; i < coordinates.length; i += 2) {
            points.add(new PaintedPoint(coordinates[i], coordinates[i + 1], i / 2 % 2));
        }
        return new Source.Painted(points);
    }

    private static Region next(Homes.Move move, double... coordinates) throws DataException {
        return Homes.next(HOME, move, load(painted(coordinates)));
    }

    private static Homes.Move move(Source from, Source to) throws DataException {
        return Homes.move(from, load(from), to, load(to));
    }

    @Test
    void pointsThatWerePaintedWithinItLeaveTheHomeAsItIs() throws DataException {
        assertThat(next(Homes.Move.PAINTED, -1.95, -1.95, 1.95, 1.95)).isEqualTo(HOME);
        assertThat(next(Homes.Move.PAINTED, 0.1, 0.1, 0.2, 0.2)).as("almost all were erased").isEqualTo(HOME);
    }

    @Test
    void pointsThatWerePaintedOutsideAreAddedToTheHome() throws DataException {
        Region grown = next(Homes.Move.PAINTED, 0, 0, 3, 0);
        assertThat(grown.contains(-2, -2) && grown.contains(2, 2) && grown.contains(3, 0)).isTrue();
        assertThat(grown.width()).isEqualTo(grown.height());
    }

    @Test
    void otherPointsOfAKindMoveTheHomeOnlyIfTheyDoNotSuitIt() throws DataException {
        assertThat(next(Homes.Move.VARIED, -1.5, -1.5, 1.5, 1.5)).isEqualTo(HOME);
        assertThat(next(Homes.Move.VARIED, -1.5, -1.5, 5, 1.5)).isNotEqualTo(HOME);
        assertThat(next(Homes.Move.VARIED, -0.5, -0.5, 0.5, 0.5)).as("much smaller").isNotEqualTo(HOME);
        assertThat(next(Homes.Move.VARIED, -0.1, -1.9, 0.1, 1.9)).as("much narrower").isNotEqualTo(HOME);
        assertThat(next(Homes.Move.VARIED, -1.9, -0.1, 1.9, 0.1)).as("much flatter").isNotEqualTo(HOME);
    }

    @Test
    void pointsThatWereChosenAreShownAsAtAStart() throws DataException {
        Dataset points = load(painted(-1.5, -1.5, 1.5, 1.5));
        assertThat(Homes.next(HOME, Homes.Move.CHOSEN, points)).isEqualTo(Region.around(points));
    }

    @Test
    void paintingIsToldFromChoosingByThePointsThatStay() throws DataException {
        Dataset moons = load(MOONS);
        double[] some = {moons.test().raw()[0], moons.test().raw()[1], 9, 9};
        assertThat(move(MOONS, painted(some))).isEqualTo(Homes.Move.PAINTED);
        assertThat(move(painted(some), painted(9, 9, 1, 1))).isEqualTo(Homes.Move.PAINTED);
        assertThat(move(painted(some), painted())).as("cleared").isEqualTo(Homes.Move.PAINTED);
        assertThat(move(painted(some), painted(5, 5, 6, 6))).isEqualTo(Homes.Move.CHOSEN);
        assertThat(move(painted(Arrays.copyOf(some, 2)), MOONS)).isEqualTo(Homes.Move.CHOSEN);
    }

    @Test
    void aSetWithAnotherNoiseOrNumberIsTheSameSet() throws DataException {
        assertThat(move(MOONS, new Source.Points(PointSet.MOONS, 50, 0.3))).isEqualTo(Homes.Move.VARIED);
        assertThat(move(MOONS, new Source.Points(PointSet.XOR, 100, 0.1))).isEqualTo(Homes.Move.CHOSEN);
    }
}
