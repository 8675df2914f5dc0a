package dev.crescent.engine.nd4j;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/// A network's way forward, and in training back, for a certain number of samples.
final class Pass implements AutoCloseable {
    /// What comes in, `[samples][width]`.
    final float[] inputs;
    /// What training wants to come out, `[samples][outputs]`.
    final float[] targets;

    private final Tape tape = new Tape();
    /// What layers change after a step.
    private final Tape after = new Tape();
    private final float[] divisor = {1};
    // What came in, then one a layer
    private final List<Step.Trace> traces = new ArrayList<>();

    private Pass(Net net, int samples) {
        this.inputs = new float[samples * net.width];
        this.targets = new float[samples * net.outputs];
        INDArray input = filled(inputs, samples, net.width);
        traces.add(new Step.Trace(input, input, input));
    }

    private INDArray filled(float[] values, long... shape) {
        INDArray array = tape.array(shape);
        tape.fill(array, () -> values);
        return array;
    }

    /// In evaluation mode.
    static Pass evaluation(Net net, int samples) {
        Pass pass = new Pass(net, samples);
        for (Step step : net.steps) {
            pass.traces.add(step.forward(pass.tape, pass.last().output()));
        }
        return pass;
    }

    /// Forward and back, adding to the parameters' gradient.
    static Pass training(Net net, Losses losses, Step.Moment moment, int samples) {
        Pass pass = new Pass(net, samples);
        for (Step step : net.steps) {
            pass.traces.add(step.forward(pass.tape, pass.last().output(), moment));
        }
        pass.back(net, losses, samples);
        for (int i = 0; i < net.steps.size(); i++) {
            net.steps.get(i).remember(pass.after, pass.traces.get(i + 1));
        }
        return pass;
    }

    private void back(Net net, Losses losses, int samples) {
        Step.Trace last = last();
        INDArray wanted = filled(targets, samples, net.outputs);
        INDArray sum = losses.gradient(tape, last.kept(), last.output(), wanted);
        INDArray mean = tape.over(sum, filled(divisor, 1));
        INDArray delta = ((DenseStep) net.steps.getLast()).backwardSum(tape, last, mean);
        for (int i = net.steps.size() - 2; i >= 0; i--) {
            delta = net.steps.get(i).backward(tape, traces.get(i + 1), delta);
        }
    }

    private Step.Trace last() {
        return traces.getLast();
    }

    /// Goes its way with what [#inputs] and [#targets] hold now.
    ///
    /// @param dividedBy what the summed loss of the mini-batch is divided by
    void play(double dividedBy) {
        divisor[0] = (float) dividedBy;
        tape.play();
    }

    /// After a step along the gradient.
    void remember() {
        after.play();
    }

    /// What a layer gave out, `[samples][width]`.
    float[] output(int layer) {
        return Parameters.values(traces.get(layer + 1).output());
    }

    /// What the last layer's activation saw, or gave out, `[samples][units]`.
    float[] scores(boolean sums) {
        return Parameters.values(sums ? last().kept() : last().output());
    }

    @Override
    public void close() {
        tape.close();
        after.close();
    }
}
