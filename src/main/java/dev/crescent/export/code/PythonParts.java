package dev.crescent.export.code;

import dev.crescent.data.FewSamples;
import dev.crescent.data.RawInputs;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import dev.crescent.export.TrainedNetwork;
import dev.crescent.export.code.Companion.Array;
import java.util.List;
import java.util.stream.Collectors;

/// What programs in Python have in common.
final class PythonParts {
    private final TrainedNetwork network;
    private final Companion companion;
    private final String stem;

    /// @param stem the program's file name without its extension
    PythonParts(TrainedNetwork network, String stem) {
        this.network = network;
        this.companion = Companion.of(network);
        this.stem = stem;
    }

    Program program(CodeText text) {
        return companion.numpy(text.toString(), stem);
    }

    /// What the program is, and how the network was trained.
    ///
    /// @param framework what it is for
    /// @param needs what has to be installed
    /// @param trained whether it says how the network was trained
    CodeText header(String framework, String needs, boolean trained) {
        CodeText text = new CodeText();
        text.add("\"\"\"" + Literals.prose(network.experiment().title()) + ": a network that Crescent trained, in " + framework + ".")
                .blank(1);
        FewSamples samples = network.samples();
        text.prose("", "Run it to see what it says to " + Literals.count(samples.count()) + " samples of " + samples.origin()
                + ". It needs " + needs + (companion.weights() ? ", and " + Companion.npz(stem) + " beside it." : "."));
        if (trained) {
            text.blank(1).prose("", TrainingNotes.of(network.experiment()));
        }
        return text.add("\"\"\"").blank(1);
    }

    /// What the arrays need.
    String pathImport() {
        return companion.weights() ? "from pathlib import Path\n\n" : "";
    }

    /// The arrays of parameters.
    void weights(CodeText text) {
        text.prose("# ", "What training has made of the network: the weights of layer i, counted from 0, are \"i.weight\", its biases"
                + " \"i.bias\". A dense layer's weights are [outputs, inputs]" + (hasKernels() ? ", a convolution's [filters, channels, rows,"
                + " columns]." : "."));
        if (companion.weights()) {
            text.add("WEIGHTS = np.load(Path(__file__).with_name(" + Literals.quoted(Companion.npz(stem)) + "))");
            return;
        }
        text.add("WEIGHTS = {");
        for (Array array : Companion.arrays(network)) {
            text.add(Literals.list("    \"" + array.name() + "\": ", array.shape(), array.values()) + ",");
        }
        text.add("}").add("WEIGHTS = {name: np.array(values, dtype=np.float32) for name, values in WEIGHTS.items()}");
    }

    private boolean hasKernels() {
        return network.layout().slices().stream().anyMatch(slice -> slice.weightShape().size() == 4);
    }

    /// The samples to try the network on, and what they are known to be.
    void samples(CodeText text) {
        FewSamples samples = network.samples();
        text.prose("# ", Literals.samples(samples.count(), samples.origin()) + ": " + columns() + "." + unit());
        if (companion.samples()) {
            text.add("SAMPLES = WEIGHTS[\"samples\"]");
        } else {
            text.add(Literals.list("SAMPLES = np.array(", Companion.sampleShape(network), samples.rows()) + ", dtype=np.float32)");
        }
        if (network.task() == Task.CLASSIFICATION) {
            text.add("CLASSES = " + quoted(network.classNames()));
        }
        if (!samples.targets().isEmpty()) {
            text.add("KNOWN = " + (network.task() == Task.CLASSIFICATION ? quoted(samples.targets())
                    : "[" + String.join(", ", samples.targets()) + "]"));
        }
    }

    private static String quoted(List<String> names) {
        return CodeText.wrapped("[", "    ", names.stream().map(Literals::quoted).toList(), ", ") + "]";
    }

    /// What a sample consists of, in words.
    String columns() {
        RawInputs inputs = network.inputs();
        if (network.hasImages()) {
            return "images [channel, row, column], pixels" + (isBytes() ? " from 0 for black to 255 for white" : " as the data set has them");
        }
        List<String> names = inputs.columns().stream().map(Literals::prose).toList();
        return names.size() > 12 ? names.size() + " columns, from " + names.getFirst() + " to " + names.getLast()
                : String.join(", ", names);
    }

    /// What outputs are where they are not what the table has, a sentence behind another; empty where they are.
    String unit() {
        return network.experiment().data().source() instanceof Source.Csv table && table.targetUnit() != 1
                ? " What comes out, and is known of them, is the table's number divided by "
                        + table.writtenUnit() + "." : "";
    }

    private boolean isBytes() {
        return network.inputs().isDivided() && network.inputs().divisor()[0] == 255;
    }

    /// How samples become what goes into the network: the function `inputs`.
    void inputs(CodeText text) {
        RawInputs inputs = network.inputs();
        if (!inputs.isUnscaled() && !inputs.isDivided()) {
            scaling(text);
        }
        text.add("def inputs(samples):");
        if (inputs.isPlain()) {
            text.add("    \"\"\"What goes into the network: " + (inputs.isUnscaled() ? "the samples as they are." : isBytes()
                    && network.hasImages() ? "pixels from 0 to 1." : "the samples, scaled as in training.") + "\"\"\"");
            text.add("    return " + (inputs.isUnscaled() ? "np.asarray(samples, dtype=np.float32)"
                    : scaled("np.asarray(samples, dtype=np.float64)") + ".astype(np.float32)"));
            return;
        }
        String names = String.join(" and ", inputs.columns());
        String what = "features of " + Literals.prose(names) + (inputs.isUnscaled() ? "" : ", scaled as in training") + ".";
        text.add("    \"\"\"What goes into the network: " + what + "\"\"\"");
        text.add("    x1, x2 = np.asarray(samples, dtype=np.float64).T");
        text.add(CodeText.wrapped("    features = np.stack([", "        ", inputs.formulas().stream().map(FormulaCode::python).toList(), ", ")
                + "], axis=1)");
        text.add("    return " + scaled("features") + ".astype(np.float32)");
    }

    private void scaling(CodeText text) {
        if (companion.scaling()) {
            text.add("OFFSET = WEIGHTS[\"offset\"]").add("DIVISOR = WEIGHTS[\"divisor\"]").blank(2);
            return;
        }
        String offset = Literals.list(network.inputs().offset(), 4, "OFFSET = np.array([", "])");
        String divisor = Literals.list(network.inputs().divisor(), 4, "DIVISOR = np.array([", "])");
        boolean sampleShaped = network.hasImages();
        String reshape = sampleShaped ? ".reshape(" + join(network.inputShape()) + ")" : "";
        text.add("# The scaling that was fitted to the training part.").add(offset + reshape).add(divisor + reshape).blank(2);
    }

    private static String join(List<Integer> shape) {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private String scaled(String samples) {
        RawInputs inputs = network.inputs();
        String reshape = companion.scaling() && network.hasImages() ? ".reshape(" + join(network.inputShape()) + ")" : "";
        return inputs.isUnscaled() ? samples
                : inputs.isDivided() ? "(" + samples + " / " + Literals.real(inputs.divisor()[0]) + ")"
                : "((" + samples + " - OFFSET" + reshape + ") / DIVISOR" + reshape + ")";
    }

    /// What the outputs are, in words.
    String outputs() {
        int units = network.output().units();
        if (network.task() == Task.REGRESSION) {
            return "the predicted value, [n, 1]";
        }
        return switch (network.output().activation()) {
            case SOFTMAX -> "each class's probability, [n, " + units + "]";
            case SIGMOID -> units == 1 ? "the probability of class " + Literals.prose(second()) + ", [n, 1]"
                    : "each class's output, [n, " + units + "]";
            case LINEAR, RELU, LEAKY_RELU, ELU, GELU, SOFTPLUS, TANH, SWISH, MISH, SINE, STEP -> units == 1
                    ? "a number, [n, 1]: above 0 for class " + Literals.prose(second()) : "each class's output, [n, " + units + "]";
        };
    }

    private String second() {
        return network.classNames().size() > 1 ? network.classNames().get(1) : "1";
    }

    /// The end of the program, which asks `predict` about the samples.
    void main(CodeText text) {
        boolean known = !network.samples().targets().isEmpty();
        text.add("if __name__ == \"__main__\":");
        text.add(known ? "    for output, known in zip(predict(SAMPLES), KNOWN):" : "    for output in predict(SAMPLES):");
        String answer = answer();
        text.add("        numbers = \", \".join(f\"{value:" + format() + "}\" for value in output)");
        String said = answer.isEmpty() ? "{numbers}" : "{numbers} -> {" + answer + "}";
        text.add("        print(f\"" + said + (known ? ", known to be {known}" : "") + "\")");
    }

    /// Of a number that is printed.
    String format() {
        return switch (network.output().activation()) {
            case SOFTMAX, SIGMOID, TANH, SINE, STEP -> ".6f";
            case LINEAR, RELU, LEAKY_RELU, ELU, GELU, SOFTPLUS, SWISH, MISH -> ".6g";
        };
    }

    private String answer() {
        if (network.task() == Task.REGRESSION) {
            return "";
        }
        if (network.output().units() > 1) {
            return "CLASSES[output.argmax()]";
        }
        return "CLASSES[int(output[0] > " + (network.output().activation() == Activation.SIGMOID ? "0.5" : "0") + ")]";
    }

}
