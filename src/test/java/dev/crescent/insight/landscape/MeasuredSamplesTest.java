package dev.crescent.insight.landscape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredSamplesTest {
    @Test
    void smallPartsAreMeasuredWhole() {
        Problem problem = Worlds.playground();
        MeasuredSamples measured = MeasuredSamples.of(problem, Part.TEST);
        assertThat(measured.isWhole()).isTrue();
        assertThat(measured.samples()).isSameAs(problem.test());
        assertThat(measured.part()).isEqualTo(Part.TEST);
    }

    @Test
    void ofLargePartsSomeFromAllOfItAreAndTheSameOnesEveryTime() {
        Problem problem = Worlds.problem(List.of(new Layer.Dense(2000, Activation.RELU),
                new Layer.Dense(200, Activation.RELU), new Layer.Dense(2, Activation.SOFTMAX)),
                Worlds.training(Loss.CROSS_ENTROPY), List.of(3), 1000);
        MeasuredSamples measured = MeasuredSamples.of(problem, Part.TRAINING);
        assertThat(measured.isWhole()).isFalse();
        assertThat(measured.of()).isEqualTo(1000);
        assertThat(measured.samples().count()).isEqualTo(256);
        float[] inputs = measured.samples().inputs();
        assertThat(MeasuredSamples.of(problem, Part.TRAINING).samples().inputs()).containsExactly(inputs);
        assertThat(MeasuredSamples.of(problem, Part.TEST).samples().count()).isEqualTo(256);
    }
}
