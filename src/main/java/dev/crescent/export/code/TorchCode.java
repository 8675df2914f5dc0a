package dev.crescent.export.code;

import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import dev.crescent.export.TrainedNetwork;
import java.util.List;

/// A network as a PyTorch module, with a function that trains it as Crescent does.
public final class TorchCode {
    private final TrainedNetwork network;
    private final PythonParts parts;
    private final CodeText modules = new CodeText();
    private final CodeText forward = new CodeText();
    /// Whether the module gives the last sums, as PyTorch's losses want them.
    private final boolean logits;

    private TorchCode(TrainedNetwork network, String stem) {
        this.network = network;
        this.parts = new PythonParts(network, stem);
        Activation last = network.output().activation();
        Loss loss = network.experiment().training().loss();
        this.logits = loss == Loss.CROSS_ENTROPY && last == Activation.SOFTMAX || loss == Loss.BINARY_CROSS_ENTROPY;
    }

    /// @param stem the program's file name without its extension
    public static Program of(TrainedNetwork network, String stem) {
        return new TorchCode(network, stem).program();
    }

    private Program program() {
        TorchTraining training = new TorchTraining(network);
        layers();
        CodeText text = parts.header("PyTorch", "torch and numpy", false);
        text.add(training.imports() + parts.pathImport() + "import numpy as np\nimport torch\nfrom torch import nn\n"
                + "from torch.utils.data import DataLoader, TensorDataset").blank(1);
        parts.weights(text);
        text.blank(1);
        parts.samples(text);
        text.blank(2);
        parts.inputs(text);
        text.blank(2);
        module(text);
        text.blank(2);
        load(text);
        text.blank(2);
        predict(text);
        text.blank(2);
        training.add(text);
        text.blank(2);
        parts.main(text);
        return parts.program(text);
    }

    private void module(CodeText text) {
        text.add("class Network(nn.Module):");
        if (logits) {
            text.add("    \"\"\"Gives the sums before the last activation, which PyTorch's losses take.\"\"\"").blank(1);
        }
        text.add("    def __init__(self):").add("        super().__init__()").add(modules.toString()).blank(1);
        text.add("    def forward(self, x):").add(forward.toString()).add("        return x");
    }

    private void load(CodeText text) {
        // The network counts batches, too, which the arrays do not.
        boolean counts = !network.layout().statistics().isEmpty();
        text.add("network = Network()");
        text.add("network.load_state_dict({\"layer\" + name: torch.tensor(array) for name, array in WEIGHTS.items()"
                + (network.samples().rows().length > 0 ? filter() : "") + "}" + (counts ? ", strict=False)" : ")"));
        text.add("network.eval()");
    }

    /// The file may have more than parameters.
    private String filter() {
        Companion companion = Companion.of(network);
        return companion.samples() || companion.scaling() ? "\n                         if name[0].isdigit()" : "";
    }

    private void predict(CodeText text) {
        String value = "network(torch.from_numpy(inputs(samples)))";
        String activated = !logits ? value
                : network.output().activation() == Activation.SOFTMAX ? "torch.softmax(" + value + ", dim=1)" : "torch.sigmoid(" + value + ")";
        text.add("@torch.no_grad()").add("def predict(samples):")
                .add("    \"\"\"What the network says to samples: " + parts.outputs() + ".\"\"\"")
                .add("    return " + activated + ".numpy()");
    }

    private void layers() {
        List<Layer> layers = network.network().layers();
        List<List<Integer>> shapes = Shapes.of(network.network(), network.inputShape());
        List<Integer> shape = network.inputShape();
        for (int i = 0; i < layers.size(); i++) {
            layer(i, layers.get(i), shape, i == layers.size() - 1 && logits);
            shape = shapes.get(i);
        }
        if (modules.toString().isEmpty()) {
            throw new IllegalStateException("a network without layers");
        }
    }

    private void layer(int number, Layer layer, List<Integer> shape, boolean bare) {
        boolean image = shape.size() == 3;
        String name = "self.layer" + number;
        switch (layer) {
            case Layer.Dense dense -> {
                flatten(image);
                modules(name, "nn.Linear(" + Shapes.width(shape) + ", " + dense.units() + bias(dense) + ")");
                forward(activated(bare ? Activation.LINEAR : dense.activation(), name + "(x)"));
            }
            case Layer.Maxout maxout -> {
                flatten(image);
                modules(name, "nn.Linear(" + Shapes.width(shape) + ", " + maxout.units() * maxout.pieces() + bias(maxout) + ")");
                forward(activated(maxout.activation(), name + "(x).unflatten(1, (" + maxout.units() + ", " + maxout.pieces() + ")).amax(2)")
                        + "  # maxout");
            }
            case Layer.Conv conv -> {
                modules(name, "nn.Conv2d(" + shape.getFirst() + ", " + conv.filters() + ", kernel_size=" + conv.kernel()
                        + (conv.stride() > 1 ? ", stride=" + conv.stride() : "") + padding(conv) + bias(conv) + ")");
                forward(activated(conv.activation(), name + "(x)"));
            }
            case Layer.MaxPool pool -> {
                boolean cut = pool.rounding() == Rounding.UP;
                String large = shape.get(1) < pool.size() || shape.get(2) < pool.size() ? widened(pool, shape) : "x";
                forward("nn.functional.max_pool2d(" + large + ", " + pool.size()
                        + (pool.stride() == pool.size() ? "" : ", stride=" + pool.stride()) + (cut ? ", ceil_mode=True" : "") + ")");
            }
            case Layer.BatchNorm _ -> {
                modules(name, (image ? "nn.BatchNorm2d(" : "nn.BatchNorm1d(") + shape.getFirst() + ")");
                forward(name + "(x)");
            }
            case Layer.Dropout dropout -> forward("nn.functional.dropout(x, " + Literals.real(dropout.rate()) + ", self.training)");
            case Layer.Noise noise -> forward.add("        if self.training:")
                    .add("            x = x + " + Literals.real(noise.stddev()) + " * torch.randn_like(x)");
            case Layer.Flatten _ -> flatten(image);
        }
    }

    /// An image that is smaller than the window.
    private static String widened(Layer.MaxPool pool, List<Integer> shape) {
        return "nn.functional.pad(x, (0, " + NumpyCode.over(pool, shape.get(2)) + ", 0, " + NumpyCode.over(pool, shape.get(1))
                + "), value=-torch.inf)";
    }

    private static String padding(Layer.Conv conv) {
        return conv.padding() == Padding.SAME ? ", padding=\"same\""
                : conv.padding() == Padding.FULL ? ", padding=" + (conv.kernel() - 1) : "";
    }

    private static String bias(Layer.Weighted layer) {
        return layer.bias() ? "" : ", bias=False";
    }

    private void modules(String name, String module) {
        modules.add("        " + name + " = " + module);
    }

    private void forward(String value) {
        forward.add("        x = " + value);
    }

    private void flatten(boolean image) {
        if (image) {
            forward("x.flatten(1)");
        }
    }

    private static String activated(Activation activation, String z) {
        String functional = "nn.functional." + activation.id().replace('-', '_') + "(" + z + ")";
        return switch (activation) {
            case LINEAR -> z;
            case RELU, SIGMOID, TANH -> "torch." + activation.id() + "(" + z + ")";
            case LEAKY_RELU, ELU, GELU, SOFTPLUS, MISH -> functional;
            case SWISH -> "nn.functional.silu(" + z + ")";
            case SINE -> "torch.sin(" + z + ")";
            case STEP -> "(" + z + " > 0).float()";
            case SOFTMAX -> "torch.softmax(" + z + ", dim=1)";
        };
    }
}
