package dev.crescent.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.Problem;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuEvaluatorTest {
    private static final Problem PROBLEM = Problems.problem(List.of(Problems.dense(5, Activation.TANH),
            new Layer.Dropout(0.5), new Layer.Noise(1),
            new Layer.Maxout(3, 2, Activation.SWISH, Initializer.Standard.HE_UNIFORM, true, Problems.BIASES),
            Problems.dense(4, Activation.SOFTMAX)), Problems.training(Loss.CROSS_ENTROPY), 2, 10);

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 16, 17, 64, 100, 333})
    void everyUnitOfEveryLayerIsTheReferences(int count) {
        float[] parameters = InitialParameters.of(PROBLEM.network(), List.of(2));
        float[] inputs = new float[2 * count];
        for (int i = 0; i < count; i++) {
            inputs[i] = (float) Math.sin(i);
            inputs[count + i] = (float) Math.cos(3.0 * i);
        }
        int[] units = {5, 5, 5, 3, 4};
        float[][] outputs = new float[5][];
        for (int layer = 0; layer < 5; layer++) {
            outputs[layer] = new float[units[layer] * count + 1];
            outputs[layer][units[layer] * count] = 77;
        }
        new CpuEngine().evaluator(PROBLEM.network(), List.of(2)).forward(parameters, inputs, count, outputs);
        ReferenceNet reference = new ReferenceNet(PROBLEM);
        double[] exact = ReferenceNet.doubles(parameters);
        for (int i = 0; i < count; i++) {
            List<double[]> expected = reference.outputs(exact, new double[] {inputs[i], inputs[count + i]});
            for (int layer = 0; layer < 5; layer++) {
                for (int unit = 0; unit < units[layer]; unit++) {
                    assertThat((double) outputs[layer][unit * count + i])
                            .isCloseTo(expected.get(layer)[unit], within(2e-6));
                }
                assertThat(outputs[layer][units[layer] * count]).isEqualTo(77);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 150})
    void everyUnitOfEveryLayerOverImagesIsTheReferences(int count) {
        List<Integer> shape = List.of(2, 6, 5);
        Problem problem = Problems.problem(List.of(Problems.conv(5, 3, 1, Padding.SAME, Activation.TANH), new Layer.BatchNorm(),
                new Layer.Dropout(0.3), new Layer.MaxPool(3, 2, Rounding.UP), new Layer.Flatten(),
                Problems.dense(3, Activation.SOFTMAX)), Problems.training(Loss.CROSS_ENTROPY), shape, 10);
        float[] parameters = InitialParameters.of(problem.network(), shape);
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] += 0.3f + 0.2f * (float) Math.sin(i);
        }
        int width = 60;
        float[] inputs = new float[width * count];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) Math.sin(0.7 * i * i);
        }
        int[] units = {150, 150, 150, 5 * 3 * 2, 5 * 3 * 2, 3};
        float[][] outputs = new float[units.length][];
        for (int layer = 0; layer < units.length; layer++) {
            outputs[layer] = new float[units[layer] * count];
        }
        new CpuEngine().evaluator(problem.network(), shape).forward(parameters, inputs, count, outputs);
        ReferenceNet reference = new ReferenceNet(problem);
        double[] exact = ReferenceNet.doubles(parameters);
        for (int i = 0; i < count; i++) {
            double[] sample = new double[width];
            for (int j = 0; j < width; j++) {
                sample[j] = inputs[j * count + i];
            }
            List<double[]> expected = reference.outputs(exact, sample);
            for (int layer = 0; layer < units.length; layer++) {
                for (int unit = 0; unit < units[layer]; unit++) {
                    assertThat((double) outputs[layer][unit * count + i])
                            .isCloseTo(expected.get(layer)[unit], within(1e-5));
                }
            }
        }
    }

    @Test
    void nullEntriesAreNotStoredAndNotANumberStaysInItsSample() {
        float[] inputs = new float[2 * 20];
        inputs[3] = Float.NaN;
        inputs[7] = Float.POSITIVE_INFINITY;
        float[][] outputs = new float[5][];
        float[] last = new float[4 * 20];
        outputs[4] = last;
        new CpuEngine().evaluator(PROBLEM.network(), List.of(2))
                .forward(InitialParameters.of(PROBLEM.network(), List.of(2)), inputs, 20, outputs);
        for (int i = 0; i < 20; i++) {
            if (i != 7) {
                assertThat(Float.isNaN(last[i])).isEqualTo(i == 3);
            }
        }
    }

    @Test
    void perceptronsCanBeRun() {
        Problem step = Problems.problem(List.of(new Layer.Dense(1, Activation.STEP, new Initializer.Constant(1))),
                Problems.training(Loss.MEAN_SQUARED_ERROR), 1, 4);
        float[] output = new float[3];
        new CpuEngine().evaluator(step.network(), List.of(1))
                .forward(new float[] {1, 0}, new float[] {-1, 0, 1}, 3, new float[][] {output});
        assertThat(output).containsExactly(0, 0, 1);
    }

    @Test
    void nothingIsAllocatedOnceItIsCompiled() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Evaluator evaluator = new CpuEngine().evaluator(PROBLEM.network(), List.of(2));
        float[] parameters = InitialParameters.of(PROBLEM.network(), List.of(2));
        int count = 1000;
        float[] inputs = new float[2 * count];
        Arrays.fill(inputs, 0.5f);
        float[][] outputs = new float[5][5 * count];
        long end = System.nanoTime() + 120_000_000_000L;
        long bytes;
        do {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100; i++) {
                evaluator.forward(parameters, inputs, count, outputs);
            }
            bytes = threads.getCurrentThreadAllocatedBytes() - before;
        } while (bytes > 64 && System.nanoTime() < end);
        assertThat(bytes).isLessThanOrEqualTo(64);
    }
}
