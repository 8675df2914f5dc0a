package dev.crescent.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionTest {
    @Test
    void zoomKeepsThePointUnderTheMouse() {
        Region region = new Region(-2, 6, 0, 4).zoomed(0.5, 4, 1);
        assertThat(region).isEqualTo(new Region(1, 5, 0.5, 2.5));
        assertThat((4 - region.x1Min()) / region.width()).isCloseTo(6 / 8.0, within(1e-12));
    }

    @Test
    void squaresAroundPointsHaveAMargin() {
        assertThat(Region.around(new float[] {0, 0, 4, 2, Float.NaN, 9}, 0.25)).isEqualTo(new Region(-1, 5, -2, 4));
        assertThat(Region.around(new float[0], 0.25)).isEqualTo(new Region(-1, 1, -1, 1));
        assertThat(Region.square(6, 0.5).panned(1, -1)).isEqualTo(new Region(-5.5, 7.5, -7.5, 5.5));
    }

    @Test
    void theAxesOfATableHaveScalesOfTheirOwnAndThoseOfPointsDoNot(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("t.csv"), "a,b,y\n0,0,0\n1000,2,1\n");
        Region table = Region.around(Datasets.load(new Data(new Source.Csv("t.csv", "", Task.CLASSIFICATION, List.of(),
                List.of(), null), 1, 0, Scaling.NONE), List.of("x1"), folder));
        assertThat(table.width()).isCloseTo(1300, within(1e-9));
        assertThat(table.height()).isCloseTo(2.6, within(1e-9));
        Region points = Region.around(painted(0, 0, 4, 1));
        assertThat(points.width()).isCloseTo(5.2, within(1e-9));
        assertThat(points.height()).isCloseTo(5.2, within(1e-9));
        assertThat(Region.around(painted(0, 0, 4, 0.1)).height()).as("a square would show a line").isCloseTo(0.13, within(1e-6));
        assertThat(Region.around(painted(3, 1, 3, 1))).isEqualTo(new Region(2, 4, 0, 2));
        Files.writeString(folder.resolve("far.csv"), "a,b,y\n5000,1,0\n5000,1,1\n");
        Region far = Region.around(Datasets.load(new Data(new Source.Csv("far.csv", "", Task.CLASSIFICATION, List.of(),
                List.of(), null), 1, 0, Scaling.NONE), List.of("x1"), folder));
        assertThat(far).as("1 in 5000 could not be seen on the axis").isEqualTo(new Region(4950, 5050, 0, 2));
    }

    @Test
    void theRegionThatHoldsTwoKeepsTheShapeOfTheFirst() {
        Region both = new Region(0, 4, 0, 2).with(new Region(3, 8, 1, 2));
        assertThat(both).isEqualTo(new Region(0, 8, -1, 3));
    }

    private static Dataset painted(double... xy) throws DataException {
        return Datasets.load(new Data(new Source.Painted(List.of(new PaintedPoint(xy[0], xy[1], 0),
                new PaintedPoint(xy[2], xy[3], 1))), 1, 0, Scaling.NONE), List.of("x1"), Path.of(""));
    }

    @Test
    void refusesEmptyAndEndlessSides() {
        assertThatThrownBy(() -> new Region(1, 1, 0, 1)).hasMessageContaining("x1 of a region");
        assertThatThrownBy(() -> new Region(0, 1, 0, Double.POSITIVE_INFINITY)).hasMessageContaining("x2");
    }

    @Test
    void aFieldIsReadBetweenItsCells() {
        OutputField field = new OutputField(new Region(0, 2, 0, 2), 2, 2, Task.CLASSIFICATION, 2,
                new float[][] {{0.2f, 0.4f, 0.6f, 1}});
        assertThat(field.at(0, 0.5, 1.5)).isCloseTo(0.2, within(1e-6));
        assertThat(field.at(0, 1.5, 0.5)).isCloseTo(1, within(1e-6));
        assertThat(field.at(0, 1, 1)).isCloseTo(0.55, within(1e-6));
        assertThat(field.at(0, -9, 9)).isCloseTo(0.2, within(1e-6));
        assertThat(field.outputsAt(1, 1)).containsExactly(new double[] {0.45, 0.55}, within(1e-6));
    }

    @Test
    void aFieldNeedsAGridAClass() {
        Region region = Region.square(1, 0);
        assertThatThrownBy(() -> new OutputField(region, 2, 2, Task.CLASSIFICATION, 3, new float[1][4]))
                .hasMessageContaining("needs 3 grids, has 1");
        assertThatThrownBy(() -> new OutputField(region, 2, 2, Task.REGRESSION, 0, new float[1][5]))
                .hasMessageContaining("needs 4 values, has 5");
    }
}
