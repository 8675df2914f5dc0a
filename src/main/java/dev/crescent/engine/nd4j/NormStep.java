package dev.crescent.engine.nd4j;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/// Batch normalization (Ioffe and Szegedy 2015) as PyTorch has it: `n = (x - mean) / sqrt(variance + 1e-5)`, then
/// `scale n + shift`, each channel by itself. In training mean and variance are the mini-batch's, and the running ones go a
/// tenth of the way towards them, the variance as its unbiased estimate; else the running ones are used. Keeps `n`,
/// `[samples][channels][pixels]`.
final class NormStep extends Step {
    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;

    private final Parameters.Pair own;
    private final Parameters.Running running;
    private final long channels;

    /// @param input `[features]` or `[channels, rows, columns]`
    NormStep(Parameters.Pair own, Parameters.Running running, List<Integer> input) {
        this.own = own;
        this.running = running;
        this.channels = input.getFirst();
    }

    @Override
    Trace forward(Tape tape, INDArray input) {
        return forward(tape, input, column(running.mean()), column(running.variance()));
    }

    @Override
    Trace forward(Tape tape, INDArray input, Moment moment) {
        return forward(tape, input, mean(tape, input), variance(tape, input));
    }

    private Trace forward(Tape tape, INDArray input, INDArray mean, INDArray variance) {
        INDArray normal = tape.over(tape.subtract(byChannel(input), mean), deviation(tape, variance));
        INDArray output = tape.add(tape.times(normal, column(own.weight())), column(own.bias().orElseThrow()));
        return new Trace(input, normal, output.reshape('c', input.shape()));
    }

    private INDArray mean(Tape tape, INDArray input) {
        return tape.mean(byChannel(input), 0, 2);
    }

    private INDArray variance(Tape tape, INDArray input) {
        return tape.mean(tape.square(tape.subtract(byChannel(input), mean(tape, input))), 0, 2);
    }

    private static INDArray deviation(Tape tape, INDArray variance) {
        return tape.root(tape.add(variance, EPSILON));
    }

    /// `dx = scale / deviation (d - mean d - n mean(d n))`.
    @Override
    INDArray backward(Tape tape, Trace trace, INDArray delta) {
        INDArray d = byChannel(delta);
        INDArray normal = trace.kept();
        INDArray ofShift = tape.sum(d, 0, 2);
        INDArray ofScale = tape.sum(tape.times(d, normal), 0, 2);
        tape.addTo(own.weightGradient(), ofScale.reshape(channels));
        tape.addTo(own.biasGradient().orElseThrow(), ofShift.reshape(channels));
        double share = 1.0 / (d.size(0) * d.size(2));
        INDArray straight = tape.subtract(d, tape.times(ofShift, share));
        INDArray rest = tape.subtract(straight, tape.times(normal, tape.times(ofScale, share)));
        INDArray factor = tape.over(column(own.weight()), deviation(tape, variance(tape, trace.input())));
        return tape.times(rest, factor).reshape('c', trace.input().shape());
    }

    @Override
    void remember(Tape tape, Trace trace) {
        double numbers = (double) trace.input().length() / channels;
        // One number alone has no unbiased variance.
        double unbiased = numbers > 1 ? numbers / (numbers - 1) : 1;
        blend(tape, running.mean(), mean(tape, trace.input()), 1);
        blend(tape, running.variance(), variance(tape, trace.input()), unbiased);
    }

    private void blend(Tape tape, INDArray kept, INDArray now, double factor) {
        tape.scale(kept, 1 - MOMENTUM);
        tape.addTo(kept, tape.times(now.reshape(channels), factor * MOMENTUM));
    }

    private INDArray byChannel(INDArray rows) {
        return rows.reshape('c', rows.size(0), channels, rows.size(1) / channels);
    }

    private INDArray column(INDArray perChannel) {
        return perChannel.reshape(1, channels, 1);
    }
}
