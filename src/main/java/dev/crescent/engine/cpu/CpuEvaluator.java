package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;
import static dev.crescent.engine.cpu.Panels.SPECIES;

import dev.crescent.engine.Evaluator;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Model;
import java.util.List;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/// Runs a network over any number of samples, some panels at a time, so that all of its outputs stay in the cache.
final class CpuEvaluator implements Evaluator {
    private static final int LEAST_PANELS = 8;
    /// A unit's outputs are then written in runs long enough for the processor to see them coming.
    private static final int MOST_PANELS = 32;
    /// Floats of all layers' outputs in the second-level cache.
    private static final int CACHED = 1 << 16;

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
        int units = Shapes.of(network, inputShape).stream().mapToInt(Shapes::width).sum();
        int panels = Math.clamp(CACHED / SAMPLES / units, LEAST_PANELS, MOST_PANELS);
        this.pipeline = new Pipeline(network, inputShape, layout, Fusion.NONE, panels, 1, false);
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
            pipeline.forward(room, share, moment);
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
            int whole = now / SAMPLES;
            line(stage.output, unit * SAMPLES, stage.rows * SAMPLES, output, to, whole);
            if (whole * SAMPLES < now) {
                System.arraycopy(stage.output, (whole * stage.rows + unit) * SAMPLES, output, to + whole * SAMPLES,
                        now - whole * SAMPLES);
            }
        }
    }

    /// Copies a row of so many panels behind each other.
    private static void line(float[] from, int start, int next, float[] to, int offset, int panels) {
        for (int panel = 0; panel < panels; panel++) {
            for (int lane = 0; lane < SAMPLES; lane += LANES) {
                FloatVector.fromArray(SPECIES, from, start + panel * next + lane)
                        .intoArray(to, offset + panel * SAMPLES + lane);
            }
        }
    }
}
