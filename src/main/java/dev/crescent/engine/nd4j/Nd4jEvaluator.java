package dev.crescent.engine.nd4j;

import dev.crescent.engine.Evaluator;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs a network on ND4J. Its arrays' memory is given back some time after the last use of it.
final class Nd4jEvaluator implements Evaluator {
    private final Net net;
    private final Passes passes;

    Nd4jEvaluator(Model.Network network, List<Integer> inputShape) {
        this.net = new Net(network, inputShape);
        this.passes = new Passes(samples -> Pass.evaluation(net, samples));
    }

    @Override
    public ParameterLayout layout() {
        return net.layout;
    }

    @Override
    public void forward(float[] parameters, float[] inputs, int count, float[] @Nullable [] outputs) {
        net.parameters.load(parameters);
        for (int first = 0; first < count; first += net.most) {
            int now = Math.min(net.most, count - first);
            Pass pass = passes.of(now);
            for (int feature = 0; feature < net.width; feature++) {
                for (int n = 0; n < now; n++) {
                    pass.inputs[n * net.width + feature] = inputs[feature * count + first + n];
                }
            }
            pass.play(1);
            for (int layer = 0; layer < net.steps.size(); layer++) {
                float[] output = outputs[layer];
                if (output != null) {
                    store(pass.output(layer), output, first, now, count);
                }
            }
        }
    }

    /// From `[now][units]` to `[units][count]`, from sample number `first` on.
    private static void store(float[] from, float[] to, int first, int now, int count) {
        int units = from.length / now;
        for (int n = 0; n < now; n++) {
            for (int unit = 0; unit < units; unit++) {
                to[unit * count + first + n] = from[n * units + unit];
            }
        }
    }
}
