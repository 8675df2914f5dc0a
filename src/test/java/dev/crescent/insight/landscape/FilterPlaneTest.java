package dev.crescent.insight.landscape;

import static dev.crescent.insight.landscape.PlaneTest.assertOrthonormal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Problem;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilterPlaneTest {
    private static final Problem PROBLEM = Worlds.images();
    private static final ParameterLayout LAYOUT = Worlds.layout(PROBLEM);
    private static final float[] WEIGHTS = Worlds.start(PROBLEM);

    @Test
    void everyFilterOfADirectionIsAsLongAsTheNetworksOwn() {
        FilterPlane found = FilterPlane.of(LAYOUT, WEIGHTS, 1);
        assertOrthonormal(found.plane());
        int filters = 0;
        for (ParameterLayout.Slice slice : LAYOUT.slices()) {
            int width = slice.weightCount() / slice.weightShape().getFirst();
            for (int filter = 0; width > 1 && filter < slice.weightShape().getFirst(); filter++) {
                int from = slice.weightOffset() + filter * width;
                double own = 0;
                for (int i = from; i < from + width; i++) {
                    own += (double) WEIGHTS[i] * WEIGHTS[i];
                }
                assertThat(found.unit() * length(found.plane().u(), from, width)).isCloseTo(Math.sqrt(own), within(1e-9));
                assertThat(found.unit() * length(found.plane().v(), from, width)).isCloseTo(Math.sqrt(own), within(1e-9));
                filters++;
            }
        }
        assertThat(filters).isEqualTo(3 + 2 + 3);
        assertThat(found.plane().at(0, 0)).containsExactly(WEIGHTS);
    }

    @Test
    void biasesAndBatchNormalizationStayAsTheyAre() {
        float[] there = FilterPlane.of(LAYOUT, WEIGHTS, 1).plane().at(3, -2);
        int kept = 0;
        for (ParameterLayout.Slice slice : LAYOUT.slices()) {
            boolean norm = slice.weightShape().size() == 1;
            for (int i = 0; i < slice.biasCount() + (norm ? slice.weightCount() : 0); i++) {
                int at = norm ? slice.weightOffset() + i : slice.biasOffset() + i;
                assertThat(there[at]).isEqualTo(WEIGHTS[at]);
                kept++;
            }
        }
        assertThat(kept).isEqualTo(3 + 2 * 3 + 2 + 3);
        assertThat(there[0]).isNotEqualTo(WEIGHTS[0]);
    }

    @Test
    void theSeedDecides() {
        Plane plane = FilterPlane.of(LAYOUT, WEIGHTS, 1).plane();
        assertThat(FilterPlane.of(LAYOUT, WEIGHTS, 1).plane().v()).containsExactly(plane.v());
        assertThat(FilterPlane.of(LAYOUT, WEIGHTS, 2).plane().u()).isNotEqualTo(plane.u());
    }

    @Test
    void theUnitIsTheLengthOfAllWeights() {
        double squares = 0;
        for (ParameterLayout.Slice slice : LAYOUT.slices()) {
            for (int i = 0; slice.weightShape().size() > 1 && i < slice.weightCount(); i++) {
                squares += Math.pow(WEIGHTS[slice.weightOffset() + i], 2);
            }
        }
        assertThat(FilterPlane.of(LAYOUT, WEIGHTS, 1).unit()).isCloseTo(Math.sqrt(squares), within(1e-9));
    }

    @Test
    void aNetworkWithoutScaleHasDirectionsAllTheSame() {
        FilterPlane zeros = FilterPlane.of(LAYOUT, new float[LAYOUT.total()], 1);
        assertThat(zeros.unit()).isEqualTo(1);
        assertOrthonormal(zeros.plane());
    }

    /// Each filter is a single weight, which has no right angle to anything.
    @Test
    void filtersOfOneWeightStillMakeAPlane() {
        Problem problem = Worlds.problem(List.of(
                new Layer.Dense(6, Activation.TANH),
                new Layer.Dense(1, Activation.LINEAR)),
                Worlds.training(Loss.MEAN_SQUARED_ERROR), List.of(1), 10);
        assertOrthonormal(FilterPlane.of(Worlds.layout(problem), Worlds.start(problem), 3).plane());
    }

    private static double length(double[] direction, int from, int width) {
        double squares = 0;
        for (int i = from; i < from + width; i++) {
            squares += direction[i] * direction[i];
        }
        return Math.sqrt(squares);
    }
}
