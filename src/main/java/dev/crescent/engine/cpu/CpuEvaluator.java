package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;

import dev.crescent.engine.Evaluator;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs a network over any number of samples, a few panels at a time, so that all of its outputs stay in the cache.
final class CpuEvaluator implements Evaluator {
    private static final int PANELS = 8;

    private final ParameterLayout layout;
    private final int layers;
    private final Pipeline pipeline;
    // [total], and room for the kernels
    private final float[] room;
    private final Stage.Moment moment = new Stage.Moment(0);
    private final Share share = Share.whole();

    CpuEvaluator(Model.Network network, List<Integer> inputShape) {
        this.layout = ParameterLayout.of(network, inputShape);
        this.layers = network.layers().size();
        this.pipeline = new Pipeline(network, inputShape, layout, Fusion.NONE, PANELS, 1, false);
        this.room = new float[Pipeline.room(layout)];
    }

    @Override
    public ParameterLayout layout() {
        return layout;
    }

    @Override
    public void forward(float[] parameters, float[] inputs, int count, float[] @Nullable [] outputs) {
        System.arraycopy(parameters, 0, room, 0, layout.total());
        for (int first = 0; first < count; first += pipeline.capacity) {
            int now = Math.min(pipeline.capacity, count - first);
            Stage.Source input = pipeline.input();
            for (int panel = 0; panel < Panels.count(now); panel++) {
                int live = Panels.live(panel, now);
                for (int feature = 0; feature < input.width(); feature++) {
                    Panels.copy(inputs, feature * count + first + panel * SAMPLES, input.values(),
                            (panel * input.rows() + feature) * SAMPLES, live);
                }
            }
            share.take(now);
            for (int group = 0; group < pipeline.groups(); group++) {
                pipeline.forward(group, room, share, moment);
            }
            for (int layer = 0; layer < layers; layer++) {
                float[] output = outputs[layer];
                if (output != null) {
                    store(pipeline.stage(layer), output, first, now, count);
                }
            }
        }
    }

    private static void store(Stage stage, float[] output, int first, int now, int count) {
        for (int unit = 0; unit < stage.units; unit++) {
            int to = unit * count + first;
            for (int panel = 0; panel < Panels.count(now); panel++) {
                Panels.copy(stage.output, (panel * stage.rows + unit) * SAMPLES, output, to + panel * SAMPLES,
                        Panels.live(panel, now));
            }
        }
    }
}
