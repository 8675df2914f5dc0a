package dev.crescent.export.code;

import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.export.TrainedNetwork;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A network in plain NumPy: every layer is a line of arithmetic.
public final class NumpyCode {
    private final TrainedNetwork network;
    private final PythonParts parts;
    private final Set<Activation> used = EnumSet.noneOf(Activation.class);
    private boolean convolves;
    private boolean pools;

    private NumpyCode(TrainedNetwork network, String stem) {
        this.network = network;
        this.parts = new PythonParts(network, stem);
    }

    /// @param stem the program's file name without its extension
    public static Program of(TrainedNetwork network, String stem) {
        return new NumpyCode(network, stem).program();
    }

    private Program program() {
        CodeText predict = predict();
        CodeText text = parts.header("NumPy", "numpy", true);
        boolean gelu = used.contains(Activation.GELU);
        text.add((gelu ? "import math\n" : "") + (parts.pathImport().isEmpty() && gelu ? "\n" : "") + parts.pathImport()
                + "import numpy as np").blank(1);
        parts.weights(text);
        text.blank(1);
        parts.samples(text);
        text.blank(2);
        parts.inputs(text);
        text.blank(2);
        helpers(text);
        text.add(predict.toString()).blank(2);
        parts.main(text);
        return parts.program(text);
    }

    private CodeText predict() {
        CodeText text = new CodeText();
        text.add("def predict(samples):").add("    \"\"\"What the network says to samples: " + parts.outputs() + ".\"\"\"");
        text.add("    x = inputs(samples)");
        List<Layer> layers = network.network().layers();
        List<List<Integer>> shapes = Shapes.of(network.network(), network.inputShape());
        List<Integer> shape = network.inputShape();
        for (int i = 0; i < layers.size(); i++) {
            layer(text, i, layers.get(i), shape);
            shape = shapes.get(i);
        }
        return text.add("    return x");
    }

    private void layer(CodeText text, int number, Layer layer, List<Integer> shape) {
        String weight = "WEIGHTS[\"" + number + ".weight\"]";
        String bias = layer instanceof Layer.Weighted w && !w.bias() ? "" : "WEIGHTS[\"" + number + ".bias\"]";
        boolean image = shape.size() == 3;
        switch (layer) {
            case Layer.Dense dense -> {
                flatten(text, image);
                text.add("    x = " + activated(dense.activation(), "x @ " + weight + ".T" + (bias.isEmpty() ? "" : " + " + bias)));
            }
            case Layer.Maxout maxout -> {
                flatten(text, image);
                text.add("    z = x @ " + weight + ".T" + (bias.isEmpty() ? "" : " + " + bias));
                text.add("    x = " + activated(maxout.activation(), "z.reshape(-1, " + maxout.units() + ", " + maxout.pieces()
                        + ").max(axis=2)") + "  # the largest of " + maxout.pieces() + " pieces");
            }
            case Layer.Conv conv -> {
                convolves = true;
                String settings = ", " + weight + (conv.stride() > 1 ? ", stride=" + conv.stride() : "")
                        + (Shapes.before(conv) + Shapes.behind(conv) == 0 ? ""
                        : ", padding=(" + Shapes.before(conv) + ", " + Shapes.behind(conv) + ")");
                text.add("    x = " + activated(conv.activation(), "conv(x" + settings + ")"
                        + (bias.isEmpty() ? "" : " + " + bias + "[:, None, None]")));
            }
            case Layer.MaxPool pool -> {
                pools = true;
                int rows = over(pool, shape.get(1));
                int columns = over(pool, shape.get(2));
                text.add("    x = max_pool(x, " + pool.size() + ", " + pool.stride()
                        + (rows + columns == 0 ? "" : ", over=(" + rows + ", " + columns + ")") + ")");
            }
            case Layer.BatchNorm _ -> {
                String at = image ? "[:, None, None]" : "";
                text.add("    scale = " + weight + " / np.sqrt(WEIGHTS[\"" + number + ".running_var\"] + 1e-5)");
                text.add("    x = (x - WEIGHTS[\"" + number + ".running_mean\"]" + at + ") * scale" + at + " + " + bias + at);
            }
            case Layer.Flatten _ -> flatten(text, image);
            case Layer.Dropout _, Layer.Noise _ -> { }
        }
    }

    /// How far the last window reaches over the border.
    static int over(Layer.MaxPool pool, int n) {
        return Math.max(0, (Shapes.pooled(pool, n) - 1) * pool.stride() + pool.size() - n);
    }

    private static void flatten(CodeText text, boolean image) {
        if (image) {
            text.add("    x = x.reshape(len(x), -1)");
        }
    }

    private String activated(Activation activation, String z) {
        used.add(activation);
        return switch (activation) {
            case LINEAR -> z;
            case RELU -> "np.maximum(" + z + ", 0)";
            case SOFTPLUS -> "np.logaddexp(0, " + z + ")";
            case TANH -> "np.tanh(" + z + ")";
            case SINE -> "np.sin(" + z + ")";
            case STEP -> "(" + z + " > 0).astype(np.float32)";
            case LEAKY_RELU, ELU, GELU, SIGMOID, SWISH, MISH, SOFTMAX -> activation.id().replace('-', '_') + "(" + z + ")";
        };
    }

    private void helpers(CodeText text) {
        if (used.contains(Activation.SWISH)) {
            used.add(Activation.SIGMOID);
        }
        for (Activation activation : used) {
            String body = switch (activation) {
                case LEAKY_RELU -> "return np.maximum(z, 0.01 * z)";
                case ELU -> "return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))";
                case GELU -> "return z * 0.5 * (1 + np.vectorize(math.erf, otypes=[np.float32])(z / math.sqrt(2)))";
                case SIGMOID -> "return 0.5 + 0.5 * np.tanh(0.5 * z)  # 1 / (1 + exp(-z)), without overflow";
                case SWISH -> "return z * sigmoid(z)";
                case MISH -> "return z * np.tanh(np.logaddexp(0, z))";
                case SOFTMAX -> "e = np.exp(z - z.max(axis=1, keepdims=True))\n    return e / e.sum(axis=1, keepdims=True)";
                case LINEAR, RELU, SOFTPLUS, TANH, SINE, STEP -> "";
            };
            if (!body.isEmpty()) {
                text.add("def " + activation.id().replace('-', '_') + "(z):\n    " + body).blank(2);
            }
        }
        if (convolves) {
            text.add("""
                    def conv(x, kernels, stride=1, padding=(0, 0)):
                        \"""Slides kernels [filters, channels, rows, columns] over images [n, channels, rows, columns].\"""
                        x = np.pad(x, ((0, 0), (0, 0), padding, padding))
                        windows = np.lib.stride_tricks.sliding_window_view(x, kernels.shape[2:], axis=(2, 3))
                        return np.einsum("ncyxij,fcij->nfyx", windows[:, :, ::stride, ::stride], kernels, optimize=True)
                    """).blank(2);
        }
        if (pools) {
            text.add("""
                    def max_pool(x, size, stride, over=(0, 0)):
                        \"""The largest value of each window; the last ones may reach over the border.\"""
                        x = np.pad(x, ((0, 0), (0, 0), (0, over[0]), (0, over[1])), constant_values=-np.inf)
                        windows = np.lib.stride_tricks.sliding_window_view(x, (size, size), axis=(2, 3))
                        return windows[:, :, ::stride, ::stride].max(axis=(4, 5))
                    """).blank(2);
        }
    }
}
