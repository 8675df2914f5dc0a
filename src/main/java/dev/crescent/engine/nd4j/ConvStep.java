package dev.crescent.engine.nd4j;

import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Padding;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/// A convolution by ND4J's `conv2d` and `conv2d_bp`, then the activation. Keeps what the activation sees,
/// `[samples][filters * rows * columns]`.
final class ConvStep extends Step {
    private final Parameters.Pair own;
    private final Activation activation;
    private final List<Integer> in;
    private final List<Integer> out;
    private final long[] settings;

    /// @param input `[channels, rows, columns]`
    ConvStep(Parameters.Pair own, Layer.Conv conv, List<Integer> input) {
        this.own = own;
        this.activation = conv.activation();
        this.in = input;
        this.out = List.of(conv.filters(), Shapes.convolved(conv, input.get(1)), Shapes.convolved(conv, input.get(2)));
        int border = conv.padding() == Padding.FULL ? conv.kernel() - 1 : 0;
        // Kernel, stride, border, dilation; whether ND4J chooses the border; images as [channel, row, column], filters as
        // [out, in, row, column].
        this.settings = new long[] {conv.kernel(), conv.kernel(), conv.stride(), conv.stride(), border, border, 1, 1,
                conv.padding() == Padding.SAME ? 1 : 0, 0, 1};
    }

    @Override
    Trace forward(Tape tape, INDArray input) {
        INDArray sums = tape.array(input.size(0), Shapes.width(out));
        tape.write("conv2d", operands(input).toArray(INDArray[]::new), new INDArray[] {Tape.images(sums, out)}, settings);
        return new Trace(input, sums, Curves.value(tape, activation, sums));
    }

    private List<INDArray> operands(INDArray input) {
        List<INDArray> operands = new ArrayList<>(List.of(Tape.images(input, in), own.weight()));
        own.bias().ifPresent(operands::add);
        return operands;
    }

    @Override
    INDArray backward(Tape tape, Trace trace, INDArray delta) {
        INDArray bySums = Curves.back(tape, activation, trace.kept(), trace.output(), delta);
        List<INDArray> operands = operands(trace.input());
        operands.add(Tape.images(bySums, out));
        INDArray byInput = tape.array(trace.input().shape());
        INDArray byWeight = tape.array(own.weight().shape());
        List<INDArray> gradients = new ArrayList<>(List.of(Tape.images(byInput, in), byWeight));
        own.bias().ifPresent(bias -> gradients.add(tape.array(bias.shape())));
        tape.write("conv2d_bp", operands.toArray(INDArray[]::new), gradients.toArray(INDArray[]::new), settings);
        tape.addTo(own.weightGradient(), byWeight);
        own.biasGradient().ifPresent(gradient -> tape.addTo(gradient, gradients.getLast()));
        return byInput;
    }
}
