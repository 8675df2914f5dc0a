package dev.crescent.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.ImageSet;
import dev.crescent.experiment.PaintedPoint;
import dev.crescent.experiment.PointSet;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatasetsTest {
    private static final List<String> PLAIN = List.of("x1", "x2");
    private static final Path HERE = Path.of("");

    /// n points (i, 2 i), all class i % 2: the order shows.
    private static Source.Painted row(int n) {
        List<PaintedPoint> points = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            points.add(new PaintedPoint(i, 2 * i, i % 2));
        }
        return new Source.Painted(points);
    }

    private static Dataset load(Source source, double testFraction, Scaling scaling, List<String> features) throws DataException {
        return Datasets.load(new Data(source, 3, testFraction, scaling), features, HERE);
    }

    @ParameterizedTest
    @CsvSource({"100, 0.5, 50", "100, 0, 0", "100, 0.25, 25", "3, 0.95, 2", "2, 0.9, 1", "1, 0.9, 0", "0, 0.5, 0", "10, 0.04, 0", "10, 0.06, 1"})
    void theTestPartHasItsShareAndATrainingSampleRemains(int count, double fraction, int testing) throws DataException {
        Dataset dataset = load(row(count), fraction, Scaling.NONE, PLAIN);
        assertThat(dataset.test().count()).isEqualTo(testing);
        assertThat(dataset.train().count()).isEqualTo(count - testing);
    }

    @Test
    void partsKeepTheOrderAndLoseNothing() throws DataException {
        Dataset dataset = load(row(100), 0.3, Scaling.NONE, PLAIN);
        List<Float> all = new ArrayList<>();
        for (Dataset.Samples part : List.of(dataset.train(), dataset.test())) {
            float before = -1;
            for (int i = 0; i < part.count(); i++) {
                float x1 = part.raw()[2 * i];
                assertThat(x1).isGreaterThan(before);
                assertThat(part.raw()[2 * i + 1]).isEqualTo(2 * x1);
                assertThat(part.labels()[i]).isEqualTo((int) x1 % 2);
                assertThat(part.values()[i]).isEqualTo((int) x1 % 2);
                all.add(x1);
                before = x1;
            }
        }
        assertThat(all).hasSize(100).doesNotHaveDuplicates();
        assertThat(dataset.test().raw()[0]).as("not simply the last ones").isLessThan(60);
    }

    @Test
    void theSplitFollowsTheSeed() throws DataException {
        float[] once = Datasets.load(new Data(row(50), 1, 0.5, Scaling.NONE), PLAIN, HERE).test().raw();
        assertThat(Datasets.load(new Data(row(50), 1, 0.5, Scaling.NONE), PLAIN, HERE).test().raw()).isEqualTo(once);
        assertThat(Datasets.load(new Data(row(50), 2, 0.5, Scaling.NONE), PLAIN, HERE).test().raw()).isNotEqualTo(once);
    }

    /// Pinned, because saved experiments rely on it: the last part after the shuffle is for testing.
    @Test
    void theSplitIsTheSameInEveryVersion() {
        assertThat(Split.of(10, 0.3, 1).test()).containsExactly(4, 5, 6);
        assertThat(Split.of(10, 0.3, 2).test()).containsExactly(3, 4, 9);
    }

    @Test
    void standardizeIsFittedToTheTrainingPartOnly() throws DataException {
        Dataset plain = load(row(40), 0.5, Scaling.NONE, PLAIN);
        Dataset dataset = load(row(40), 0.5, Scaling.STANDARDIZE, PLAIN);
        double mean = 0;
        double variance = 0;
        for (int i = 0; i < 20; i++) {
            mean += plain.train().raw()[2 * i] / 20;
        }
        for (int i = 0; i < 20; i++) {
            variance += Math.pow(plain.train().raw()[2 * i] - mean, 2) / 20;
        }
        for (int i = 0; i < 20; i++) {
            assertThat((double) dataset.train().inputs()[2 * i])
                    .isCloseTo((plain.train().raw()[2 * i] - mean) / Math.sqrt(variance), within(1e-5));
            assertThat((double) dataset.test().inputs()[2 * i])
                    .isCloseTo((plain.test().raw()[2 * i] - mean) / Math.sqrt(variance), within(1e-5));
        }
        assertThat(dataset.test().raw()).isEqualTo(plain.test().raw());
    }

    @Test
    void minMaxAndUnit() throws DataException {
        Dataset dataset = load(row(11), 0, Scaling.MIN_MAX, List.of("x1", "3", "x2^2"));
        assertThat(dataset.train().inputs()[0]).isZero();
        assertThat(dataset.train().inputs()[3 * 5]).isEqualTo(0.5f);
        assertThat(dataset.train().inputs()[3 * 10]).isEqualTo(1);
        assertThat(dataset.train().inputs()[3 * 10 + 1]).as("a constant column").isZero();
        assertThat(dataset.train().inputs()[3 * 5 + 2]).isEqualTo(0.25f);
        Dataset bytes = load(row(256), 0, Scaling.UNIT, PLAIN);
        assertThat(bytes.train().inputs()[2 * 255]).isEqualTo(1);
        assertThat(bytes.train().inputs()[2 * 51]).isEqualTo(0.2f);
    }

    @Test
    void aConstantColumnIsStandardizedToZeroWithoutRoundingNoise() throws DataException {
        Dataset dataset = load(row(97), 0, Scaling.STANDARDIZE, List.of("0.1", "x1"));
        for (int i = 0; i < 97; i++) {
            assertThat(dataset.train().inputs()[2 * i]).isZero();
        }
    }

    @Test
    void thePlaneGivesTheInputsOfTheSamples() throws DataException {
        for (Scaling scaling : Scaling.values()) {
            Dataset dataset = Datasets.load(new Data(new Source.Points(PointSet.CIRCLE, 60, 0.1), 3, 0.5, scaling),
                    List.of("x1", "x2", "x1^2 + sin(x2)"), HERE);
            PlaneFeatures plane = Objects.requireNonNull(dataset.plane());
            Dataset.Samples part = dataset.test();
            float[] x1 = new float[part.count()];
            float[] x2 = new float[part.count()];
            for (int i = 0; i < part.count(); i++) {
                x1[i] = part.raw()[2 * i];
                x2[i] = part.raw()[2 * i + 1];
            }
            float[] grid = new float[3 * part.count()];
            plane.apply(x1, x2, part.count(), grid);
            assertThat(plane.width()).isEqualTo(3);
            for (int i = 0; i < part.count(); i++) {
                for (int f = 0; f < 3; f++) {
                    assertThat(grid[f * part.count() + i]).as(scaling.id()).isEqualTo(part.inputs()[3 * i + f]);
                }
            }
            assertThat(dataset.inputNames()).containsExactly("x1", "x2", "x1^2 + sin(x2)");
            assertThat(dataset.inputShape()).containsExactly(3);
        }
    }

    @Test
    void theGridHasNoNumberWhereAFormulaHasNone() throws DataException {
        Dataset dataset = load(row(5), 0, Scaling.NONE, List.of("1/(x1+1)", "sqrt(x1)"));
        float[] grid = new float[4];
        Objects.requireNonNull(dataset.plane()).apply(new float[] {-1, 4}, new float[] {0, 0}, 2, grid);
        assertThat(grid[0]).isNaN();
        assertThat(grid[1]).isEqualTo(0.2f);
        assertThat(grid[2]).isNaN();
        assertThat(grid[3]).isEqualTo(2);
    }

    @Test
    void refusesAFeatureWithoutAValueAndNamesTheSample() {
        Source.Painted points = new Source.Painted(List.of(new PaintedPoint(1, 2, 0), new PaintedPoint(-0.5, 0.25, 1)));
        assertThatThrownBy(() -> load(points, 0, Scaling.NONE, List.of("x1", "log(x1)"))).isInstanceOf(DataException.class)
                .hasMessage("features[1]: log(x1) has no finite value at training sample 2 (x1 = -0.5, x2 = 0.25);"
                        + " change the formula or leave it out");
        assertThatThrownBy(() -> load(row(3), 0, Scaling.NONE, List.of("1e30*exp(x2*50)"))).hasMessageContaining("sample 2");
    }

    @Test
    void namesThePartOfASampleWithoutAValue() throws DataException {
        float without = load(row(10), 0.3, Scaling.NONE, PLAIN).test().raw()[2];
        assertThatThrownBy(() -> load(row(10), 0.3, Scaling.NONE, List.of("1 / (x1 - " + without + ")")))
                .hasMessageContaining(" has no finite value at test sample 2 (x1 = " + without);
    }

    @Test
    void refusesAFeatureThatIsNoFormula() {
        assertThatThrownBy(() -> load(row(3), 0, Scaling.NONE, List.of("x1", "y"))).isInstanceOf(DataException.class)
                .hasMessageStartingWith("features[1]: has an unknown name 'y' at position 1");
        assertThatThrownBy(() -> load(row(3), 0, Scaling.NONE, List.of())).isInstanceOf(DataException.class)
                .hasMessageStartingWith("features: are empty");
    }

    @Test
    void nothingPaintedIsAnEmptyDataset() throws DataException {
        Dataset dataset = load(new Source.Painted(List.of()), 0.5, Scaling.STANDARDIZE, PLAIN);
        assertThat(dataset.train().count()).isZero();
        assertThat(dataset.test().count()).isZero();
        assertThat(dataset.classNames()).containsExactly("0", "1");
        assertThat(dataset.extent()).containsExactly(-1, 1, -1, 1);
        float[] grid = new float[2];
        Objects.requireNonNull(dataset.plane()).apply(new float[] {0.5f}, new float[] {2}, 1, grid);
        assertThat(grid).containsExactly(0.5f, 2);
    }

    @Test
    void theExtentHoldsBothParts() throws DataException {
        Dataset dataset = load(row(21), 0.5, Scaling.STANDARDIZE, PLAIN);
        assertThat(dataset.extent()).containsExactly(0, 20, 0, 40);
    }

    @Test
    void regressionKeepsItsValues() throws DataException {
        Dataset dataset = load(new Source.Points(PointSet.PLANE, 50, 0), 0.5, Scaling.STANDARDIZE, PLAIN);
        assertThat(dataset.task()).isEqualTo(Task.REGRESSION);
        assertThat(dataset.classNames()).isEmpty();
        for (int i = 0; i < 25; i++) {
            float sum = dataset.test().raw()[2 * i] + dataset.test().raw()[2 * i + 1];
            assertThat(dataset.test().values()[i]).isCloseTo(sum / 10, within(1e-5f));
        }
    }

    @Test
    void digitsAreImagesOfTenClasses() throws DataException {
        Dataset dataset = load(new Source.Digits(100), 0.2, Scaling.UNIT, PLAIN);
        assertThat(dataset.task()).isEqualTo(Task.CLASSIFICATION);
        assertThat(dataset.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(dataset.inputShape()).containsExactly(1, 28, 28);
        assertThat(dataset.inputNames()).hasSize(784).startsWith("pixel0", "pixel1").endsWith("pixel783");
        assertThat(dataset.plane()).isNull();
        assertThat(dataset.train().count()).isEqualTo(80);
        assertThat(dataset.test().count()).isEqualTo(20);
        for (int digit = 0; digit < 10; digit++) {
            assertThat(dataset.train().labels()).contains(digit);
            assertThat(dataset.test().labels()).contains(digit);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(dataset.test().values()[i]).isEqualTo(dataset.test().labels()[i]);
        }
    }

    @Test
    void digitsAreScaledAsImagesFromFilesAre() throws DataException {
        float[] bytes = load(new Source.Digits(30), 0, Scaling.NONE, PLAIN).train().inputs();
        float[] unit = load(new Source.Digits(30), 0, Scaling.UNIT, PLAIN).train().inputs();
        assertThat(bytes).contains(0, 255);
        for (int i = 0; i < bytes.length; i++) {
            assertThat(unit[i]).isEqualTo(bytes[i] / 255);
        }
    }

    /// More samples are more of the same: those that a network has seen stay, and none of the test part is among them.
    @Test
    void digitsStayWhenTheirNumberGrows() throws DataException {
        Dataset few = load(new Source.Digits(40), 0.5, Scaling.UNIT, PLAIN);
        Dataset many = load(new Source.Digits(200), 0.5, Scaling.UNIT, PLAIN);
        assertThat(many.train().inputs()).startsWith(few.train().inputs());
        assertThat(many.test().inputs()).startsWith(few.test().inputs());
        Set<FloatBuffer> seen = new HashSet<>();
        for (Dataset.Samples part : List.of(many.train(), many.test())) {
            for (int i = 0; i < part.count(); i++) {
                seen.add(FloatBuffer.wrap(part.inputs(), 784 * i, 784));
            }
        }
        assertThat(seen).hasSize(200);
        assertThat(Datasets.load(new Data(new Source.Digits(40), 4, 0.5, Scaling.UNIT), PLAIN, HERE).train().inputs())
                .as("another seed").isNotEqualTo(few.train().inputs());
    }
}
