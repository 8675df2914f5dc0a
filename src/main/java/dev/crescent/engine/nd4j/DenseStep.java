package dev.crescent.engine.nd4j;

import dev.crescent.experiment.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;

/// A dense or maxout layer: `sums = X W^T + b`, of `pieces` sums each unit takes the largest, `z`, and gives out `f(z)`.
/// Keeps `z`, `[samples][units]`.
final class DenseStep extends Step {
    private final Parameters.Pair own;
    private final Activation activation;
    private final int units;
    private final int pieces;

    DenseStep(Parameters.Pair own, Activation activation, int units, int pieces) {
        this.own = own;
        this.activation = activation;
        this.units = units;
        this.pieces = pieces;
    }

    @Override
    Trace forward(Tape tape, INDArray input) {
        INDArray z = largest(tape, sums(tape, input));
        return new Trace(input, z, Curves.value(tape, activation, z));
    }

    private INDArray sums(Tape tape, INDArray input) {
        INDArray sums = tape.product(input, false, own.weight(), true);
        return own.bias().map(bias -> tape.add(sums, bias.reshape(1, bias.length()))).orElse(sums);
    }

    private INDArray largest(Tape tape, INDArray sums) {
        return pieces == 1 ? sums : tape.most(apart(sums), 2).reshape('c', sums.size(0), units);
    }

    /// `[samples][units * pieces]` as `[samples][units][pieces]`.
    private INDArray apart(INDArray sums) {
        return sums.reshape('c', sums.size(0), units, pieces);
    }

    @Override
    INDArray backward(Tape tape, Trace trace, INDArray delta) {
        return backwardSum(tape, trace, Curves.back(tape, activation, trace.kept(), trace.output(), delta));
    }

    /// @param delta the loss' gradient by z
    /// @return that by the input
    INDArray backwardSum(Tape tape, Trace trace, INDArray delta) {
        INDArray bySums = pieces == 1 ? delta : giveToLargest(tape, sums(tape, trace.input()), delta);
        tape.addTo(own.weightGradient(), tape.product(bySums, true, trace.input(), false));
        own.biasGradient().ifPresent(gradient ->
                tape.addTo(gradient, tape.sum(bySums, 0).reshape(gradient.length())));
        return tape.product(bySums, false, own.weight(), false);
    }

    /// Equal largest pieces: the first one takes the gradient.
    private INDArray giveToLargest(Tape tape, INDArray sums, INDArray delta) {
        INDArray winners = tape.firstLargest(apart(sums));
        return tape.times(winners, delta.reshape('c', delta.size(0), units, 1)).reshape('c', sums.shape());
    }
}
