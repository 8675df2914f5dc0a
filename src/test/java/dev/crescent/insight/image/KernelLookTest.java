package dev.crescent.insight.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Padding;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelLookTest {
    private static final List<Integer> SHAPE = List.of(3, 7, 6);

    @ParameterizedTest
    @EnumSource(Padding.class)
    void patchTimesKernelIsWhatTheEngineComputes(Padding padding) {
        Layer.Conv conv = new Layer.Conv(2, 4, padding == Padding.SAME ? 1 : 2, padding, Activation.LINEAR,
                Initializer.Standard.HE_NORMAL, true, Initializer.Standard.ZEROS);
        Model.Network network = new Model.Network(1, List.of(conv, new Layer.Dense(2, Activation.SOFTMAX)));
        ParameterLayout layout = ParameterLayout.of(network, SHAPE);
        SplittableRandom random = new SplittableRandom(5);
        float[] parameters = new float[layout.total()];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = (float) random.nextGaussian();
        }
        float[] image = new float[3 * 7 * 6];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) random.nextDouble();
        }
        ImageNetwork reader = new ImageNetwork(new CpuEngine(1), network, SHAPE);
        float[] maps = reader.activations(parameters, image)[0];
        List<Integer> shape = reader.shapes().getFirst();
        for (int i = 0; i < maps.length; i++) {
            int place = i % (shape.get(1) * shape.get(2));
            KernelLook look = KernelLook.at(conv, layout.slices().getFirst(), parameters, SHAPE, image,
                    i / (shape.get(1) * shape.get(2)), place / shape.get(2), place % shape.get(2));
            assertThat(look.sum() + look.bias()).isCloseTo(maps[i], within(1e-4));
            double part = 0;
            for (int j = 0; j < look.patch().length; j++) {
                part += look.patch()[j] * look.kernel()[j];
            }
            assertThat(part).isCloseTo(look.part(), within(1e-5));
        }
    }
}
