package dev.crescent.export.onnx;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.export.TrainedNetwork;
import dev.crescent.export.onnx.OnnxGraph.Attribute;
import java.util.ArrayList;
import java.util.List;

/// A network's layers as nodes of a graph, as they work after training: dropout and noise are left out.
final class OnnxLayers {
    private static final float EPSILON = 1e-5f;
    private static final float LEAK = 0.01f;

    private final OnnxGraph graph;
    private final TrainedNetwork network;

    OnnxLayers(OnnxGraph graph, TrainedNetwork network) {
        this.graph = graph;
        this.network = network;
    }

    /// All layers up to the last one's weighted sums.
    String sums(String inputs) {
        List<Layer> layers = network.network().layers();
        List<List<Integer>> shapes = Shapes.of(network.network(), network.inputShape());
        List<Integer> shape = network.inputShape();
        String value = inputs;
        for (int i = 0; i < layers.size(); i++) {
            Layer layer = layers.get(i);
            value = layer(i, layer, value, shape);
            if (layer instanceof Layer.Weighted weighted && i < layers.size() - 1) {
                value = activation(weighted.activation(), value);
            }
            shape = shapes.get(i);
        }
        return value;
    }

    private String layer(int number, Layer layer, String x, List<Integer> shape) {
        return switch (layer) {
            case Layer.Dense _ -> weighted("Gemm", number, flat(x, shape), Attribute.of("transB", 1));
            case Layer.Maxout maxout -> maxout(number, maxout, flat(x, shape));
            case Layer.Conv conv -> conv(number, conv, x);
            case Layer.MaxPool pool -> pool(pool, x, shape);
            case Layer.BatchNorm _ -> norm(number, x);
            case Layer.Flatten _ -> flat(x, shape);
            case Layer.Dropout _, Layer.Noise _ -> x;
        };
    }

    private String flat(String x, List<Integer> shape) {
        return shape.size() == 1 ? x : graph.node("Flatten", List.of(x), Attribute.of("axis", 1));
    }

    /// A weighted sum, with biases if there are any.
    private String weighted(String operator, int number, String x, Attribute... attributes) {
        ParameterLayout.Slice slice = network.slice(number);
        List<String> inputs = new ArrayList<>(List.of(x, graph.floats(number + ".weight", slice.weightShape(), network.weight(number))));
        if (slice.biasCount() > 0) {
            inputs.add(graph.floats(number + ".bias", List.of(slice.biasCount()), network.bias(number)));
        }
        return graph.node(operator, inputs, attributes);
    }

    private String maxout(int number, Layer.Maxout layer, String x) {
        String sums = weighted("Gemm", number, x, Attribute.of("transB", 1));
        String pieces = graph.node("Reshape", List.of(sums, graph.longs(number + ".pieces", -1, layer.units(), layer.pieces())));
        return graph.node("ReduceMax", List.of(pieces), Attribute.of("axes", new long[] {2}), Attribute.of("keepdims", 0));
    }

    private String conv(int number, Layer.Conv layer, String x) {
        long before = Shapes.before(layer);
        long behind = Shapes.behind(layer);
        return weighted("Conv", number, x, Attribute.of("kernel_shape", layer.kernel(), layer.kernel()),
                Attribute.of("strides", layer.stride(), layer.stride()), Attribute.of("pads", before, before, behind, behind));
    }

    /// Windows that are cut off at the border reach into a pad, which counts as nothing: runtimes disagree on `ceil_mode`.
    private String pool(Layer.MaxPool layer, String x, List<Integer> shape) {
        return graph.node("MaxPool", List.of(x), Attribute.of("kernel_shape", layer.size(), layer.size()),
                Attribute.of("strides", layer.stride(), layer.stride()),
                Attribute.of("pads", 0, 0, over(layer, shape.get(1)), over(layer, shape.get(2))));
    }

    private static long over(Layer.MaxPool layer, int n) {
        return Math.max(0, (Shapes.pooled(layer, n) - 1) * layer.stride() + layer.size() - n);
    }

    private String norm(int number, String x) {
        int channels = network.slice(number).weightCount();
        List<Integer> shape = List.of(channels);
        return graph.node("BatchNormalization", List.of(x,
                graph.floats(number + ".weight", shape, network.weight(number)),
                graph.floats(number + ".bias", shape, network.bias(number)),
                graph.floats(number + ".running_mean", shape, network.runningMean(number)),
                graph.floats(number + ".running_var", shape, network.runningVariance(number))),
                Attribute.of("epsilon", EPSILON));
    }

    /// What Crescent's activations are, made of operators that runtimes have had for years.
    String activation(Activation activation, String z) {
        return switch (activation) {
            case LINEAR -> z;
            case RELU -> graph.node("Relu", List.of(z));
            case LEAKY_RELU -> graph.node("LeakyRelu", List.of(z), Attribute.of("alpha", LEAK));
            case ELU -> graph.node("Elu", List.of(z), Attribute.of("alpha", 1f));
            case GELU -> times(z, times(graph.node("Add", List.of(number(1),
                    graph.node("Erf", List.of(times(z, number((float) Math.sqrt(0.5))))))), number(0.5f)));
            case SOFTPLUS -> graph.node("Softplus", List.of(z));
            case SIGMOID -> graph.node("Sigmoid", List.of(z));
            case TANH -> graph.node("Tanh", List.of(z));
            case SWISH -> times(z, graph.node("Sigmoid", List.of(z)));
            case MISH -> times(z, graph.node("Tanh", List.of(graph.node("Softplus", List.of(z)))));
            case SINE -> graph.node("Sin", List.of(z));
            case STEP -> graph.node("Cast", List.of(graph.node("Greater", List.of(z, number(0)))),
                    Attribute.of("to", OnnxGraph.FLOAT));
            case SOFTMAX -> graph.node("Softmax", List.of(z), Attribute.of("axis", 1));
        };
    }

    private String times(String a, String b) {
        return graph.node("Mul", List.of(a, b));
    }

    private String number(float value) {
        return graph.floats("number_" + graph.next(), List.of(), new float[] {value});
    }
}
