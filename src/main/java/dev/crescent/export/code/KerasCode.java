package dev.crescent.export.code;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Padding;
import dev.crescent.export.TrainedNetwork;
import java.util.ArrayList;
import java.util.List;

/// A network as a Keras 3 model, compiled for training as Crescent does it.
public final class KerasCode {
    private static final String PAD_BEHIND = """
            class PadBehind(layers.Layer):
                \"""Adds rows and columns behind an image that no maximum is taken from.\"""

                def __init__(self, rows, columns):
                    super().__init__()
                    self.pads = [[0, 0], [0, rows], [0, columns], [0, 0]]

                def call(self, x):
                    return keras.ops.pad(x, self.pads, constant_values=float("-inf"))
            """;

    private final TrainedNetwork network;
    private final PythonParts parts;
    private final KerasTraining training;
    private final CodeText stack = new CodeText();
    private final CodeText load = new CodeText();
    /// Keras has channels last, and works with images so that way only on every backend.
    private final boolean channelsLast;
    private boolean pads;

    private KerasCode(TrainedNetwork network, String stem) {
        this.network = network;
        this.parts = new PythonParts(network, stem);
        this.training = new KerasTraining(network);
        this.channelsLast = network.hasImages() && network.network().layers().stream().takeWhile(layer -> !flattens(layer))
                .anyMatch(layer -> layer instanceof Layer.Conv || layer instanceof Layer.MaxPool || layer instanceof Layer.BatchNorm);
    }

    private static boolean flattens(Layer layer) {
        return layer instanceof Layer.Dense || layer instanceof Layer.Maxout || layer instanceof Layer.Flatten;
    }

    /// @param stem the program's file name without its extension
    public static Program of(TrainedNetwork network, String stem) {
        return new KerasCode(network, stem).program();
    }

    private Program program() {
        layers();
        CodeText text = parts.header("Keras 3", "keras, one of its backends (TensorFlow, JAX or PyTorch; the environment variable KERAS_BACKEND"
                + " chooses) and numpy", false);
        text.add(parts.pathImport() + "import keras\nimport numpy as np\nfrom keras import layers").blank(1);
        parts.weights(text);
        text.blank(1);
        parts.samples(text);
        text.blank(2);
        parts.inputs(text);
        text.blank(2);
        if (pads) {
            text.add(PAD_BEHIND).blank(2);
        }
        text.add("network = keras.Sequential([").add(stack.toString()).add("])").blank(1);
        text.add("# Keras has the inputs in a matrix's rows" + (hasConv() ? ", and a kernel's channels last." : ".")).add(load.toString());
        text.blank(2);
        text.add("def predict(samples):").add("    \"\"\"What the network says to samples: " + parts.outputs() + ".\"\"\"")
                .add("    return network.predict(" + given() + ", verbose=0)").blank(2);
        training.add(text, given());
        text.blank(2);
        parts.main(text);
        return parts.program(text);
    }

    private String given() {
        return channelsLast ? "inputs(samples).transpose(0, 2, 3, 1)" : "inputs(samples)";
    }

    private boolean hasConv() {
        return network.network().layers().stream().anyMatch(Layer.Conv.class::isInstance);
    }

    private void layers() {
        List<Integer> input = network.inputShape();
        String shape = input.size() == 1 ? "(" + input.getFirst() + ",)" : channelsLast
                ? "(" + input.get(1) + ", " + input.get(2) + ", " + input.get(0) + ")"
                : "(" + input.get(0) + ", " + input.get(1) + ", " + input.get(2) + ")";
        stack("keras.Input(shape=" + shape + ")" + (channelsLast ? ",  # rows, columns, channels" : ","));
        List<Layer> layers = network.network().layers();
        List<List<Integer>> shapes = Shapes.of(network.network(), input);
        List<Integer> before = input;
        for (int i = 0; i < layers.size(); i++) {
            layer(i, layers.get(i), before);
            before = shapes.get(i);
        }
    }

    private void layer(int number, Layer layer, List<Integer> shape) {
        String name = "name=\"layer" + number + "\"";
        switch (layer) {
            case Layer.Dense dense -> {
                flatten(shape);
                weighted("layers.Dense(" + dense.units(), dense, dense.activation(), name);
                load(number, ".T");
            }
            case Layer.Maxout maxout -> {
                flatten(shape);
                weighted("layers.Dense(" + maxout.units() * maxout.pieces(), maxout, Activation.LINEAR, name);
                stack("layers.Reshape((" + maxout.units() + ", " + maxout.pieces() + ")),");
                stack("layers.Lambda(lambda x: keras.ops.max(x, axis=-1)),  # maxout");
                apart(maxout.activation());
                load(number, ".T");
            }
            case Layer.Conv conv -> {
                if (conv.padding() == Padding.FULL && conv.kernel() > 1) {
                    stack("layers.ZeroPadding2D(" + (conv.kernel() - 1) + "),");
                }
                weighted("layers.Conv2D(" + conv.filters() + ", " + conv.kernel()
                        + (conv.stride() > 1 ? ", strides=" + conv.stride() : "")
                        + (conv.padding() == Padding.SAME ? ", padding=\"same\"" : ""), conv, conv.activation(), name);
                load(number, ".transpose(2, 3, 1, 0)");
            }
            case Layer.MaxPool pool -> {
                int rows = NumpyCode.over(pool, shape.get(1));
                int columns = NumpyCode.over(pool, shape.get(2));
                if (rows + columns > 0) {
                    pads = true;
                    stack("PadBehind(" + rows + ", " + columns + "),");
                }
                stack("layers.MaxPooling2D(" + pool.size() + (pool.stride() == pool.size() ? "" : ", strides=" + pool.stride()) + "),");
            }
            case Layer.BatchNorm _ -> {
                stack("layers.BatchNormalization(momentum=0.9, epsilon=1e-5" + training.regularizer("gamma") + ", " + name + "),");
                load(number, "");
            }
            case Layer.Dropout dropout -> stack("layers.Dropout(" + Literals.real(dropout.rate()) + "),");
            case Layer.Noise noise -> stack("layers.GaussianNoise(" + Literals.real(noise.stddev()) + "),");
            case Layer.Flatten _ -> flatten(shape);
        }
    }

    private void weighted(String start, Layer.Weighted layer, Activation activation, String name) {
        String own = switch (activation) {
            case LINEAR, LEAKY_RELU, STEP -> "";
            case RELU, ELU, GELU, SOFTPLUS, SIGMOID, TANH, MISH, SOFTMAX -> ", activation=\"" + activation.id() + "\"";
            case SWISH -> ", activation=\"silu\"";
            case SINE -> ", activation=keras.ops.sin";
        };
        stack(start + own + (layer.bias() ? "" : ", use_bias=False") + training.regularizer("kernel") + ", " + name + "),");
        if (own.isEmpty()) {
            apart(activation);
        }
    }

    /// An activation as a layer of its own.
    private void apart(Activation activation) {
        switch (activation) {
            case LINEAR -> { }
            case LEAKY_RELU -> stack("layers.LeakyReLU(negative_slope=0.01),");
            case STEP -> stack("layers.Lambda(lambda x: keras.ops.cast(x > 0, \"float32\")),");
            case SINE -> stack("layers.Lambda(keras.ops.sin),");
            case SWISH -> stack("layers.Activation(\"silu\"),");
            case RELU, ELU, GELU, SOFTPLUS, SIGMOID, TANH, MISH, SOFTMAX -> stack("layers.Activation(\"" + activation.id() + "\"),");
        }
    }

    private void flatten(List<Integer> shape) {
        if (shape.size() == 1) {
            return;
        }
        if (channelsLast && shape.getFirst() > 1 && shape.get(1) * shape.get(2) > 1) {
            stack("layers.Permute((3, 1, 2)),  # Crescent flattens images channel by channel");
        }
        stack("layers.Flatten(),");
    }

    private void stack(String line) {
        stack.add("    " + line);
    }

    private void load(int number, String turned) {
        ParameterLayout.Slice slice = network.slice(number);
        List<String> arrays = new ArrayList<>(List.of("WEIGHTS[\"" + number + ".weight\"]" + turned));
        if (slice.biasCount() > 0) {
            arrays.add("WEIGHTS[\"" + number + ".bias\"]");
        }
        if (network.layout().statistics(number).isPresent()) {
            arrays.add("WEIGHTS[\"" + number + ".running_mean\"]");
            arrays.add("WEIGHTS[\"" + number + ".running_var\"]");
        }
        load.add(CodeText.wrapped("network.get_layer(\"layer" + number + "\").set_weights([", "    ", arrays, ", ") + "])");
    }
}
