package dev.crescent.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuEngineTest {
    private final CpuEngine engine = new CpuEngine();

    @Test
    void refusesLayersThatDoNotFitAndOpensNothing() {
        Layer conv = Problems.conv(2, 3, 1, Padding.SAME, Activation.RELU);
        Problem problem = problem(List.of(conv, Problems.dense(1, Activation.TANH)), Loss.HUBER);
        assertThat(engine.refuses(problem)).hasValueSatisfying(s -> assertThat(s)
                .startsWith("model.layers[0].type: conv needs an image, but a row of 4 numbers comes in"));
        assertThatThrownBy(() -> engine.open(problem)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("conv needs an image");
    }

    @Test
    void saysThatStepsHaveNoGradient() {
        assertThat(engine.refuses(problem(List.of(Problems.dense(2, Activation.TANH), Problems.dense(1, Activation.STEP)),
                Loss.HUBER))).hasValueSatisfying(s -> assertThat(s)
                .startsWith("The step activation has no gradient to train by (layer 2)"));
    }

    @Test
    void saysWhereDataAndLossDoNotFit() {
        List<Layer> layers = List.of(Problems.dense(1, Activation.TANH));
        assertThat(engine.refuses(problem(layers, Loss.HUBER))).isEmpty();
        assertThat(engine.refuses(problem(layers, Loss.CROSS_ENTROPY))).isPresent();
        assertThat(engine.refuses(problem(layers, Loss.BINARY_CROSS_ENTROPY))).isPresent();
        Problem narrow = new Problem(new Model.Network(1, layers), Problems.training(Loss.HUBER), List.of(3),
                Samples.none(4, 1), Samples.none(4, 1));
        assertThat(engine.refuses(narrow)).contains("The data have 4 inputs a sample, the network takes 3.");
        Problem wide = new Problem(new Model.Network(1, layers), Problems.training(Loss.HUBER), List.of(4),
                Samples.none(4, 2), Samples.none(4, 2));
        assertThat(engine.refuses(wide)).contains("The data have 2 targets a sample, the last layer has 1 units.");
    }

    @Test
    void warmUpReturnsAtOnceWhenInterrupted() throws InterruptedException {
        Thread thread = new Thread(CpuEngine::warmUp);
        thread.start();
        thread.interrupt();
        thread.join(60_000);
        assertThat(thread.isAlive()).isFalse();
    }

    private static Problem problem(List<Layer> layers, Loss loss) {
        return new Problem(new Model.Network(1, layers), Problems.training(loss), List.of(4), Samples.none(4, 1),
                Samples.none(4, 1));
    }
}
