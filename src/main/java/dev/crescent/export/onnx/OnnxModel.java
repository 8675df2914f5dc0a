package dev.crescent.export.onnx;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Formula;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Task;
import dev.crescent.export.TrainedNetwork;
import dev.crescent.export.WholeFile;
import dev.crescent.export.onnx.OnnxGraph.Attribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/// A trained network as an ONNX model, operator set 17: it takes samples as they are, before features and scaling, any number
/// of them at once, and gives what the network says.
///
/// `input` is `[samples, columns]` or `[samples, channels, rows, columns]`; `output` is `[samples, units]`; of classes there
/// is `class`, too, `[samples]`, counted from 0: the one that `crescent predict` names. The model's metadata have the names
/// of columns and classes.
public final class OnnxModel {
    private static final int IR_VERSION = 8;
    private static final int OPERATORS = 17;
    /// A message must stay below 2 GiB.
    private static final long MOST_PARAMETERS = 500_000_000;

    private OnnxModel() {}

    /// Why a network cannot be a model, as one sentence for the user; empty if it can.
    public static Optional<String> refuses(TrainedNetwork network) {
        return network.parameters().length <= MOST_PARAMETERS ? Optional.empty() : Optional.of("The network has "
                + network.parameters().length + " parameters, and an ONNX file holds " + MOST_PARAMETERS + "; write npz instead.");
    }

    /// A model's file; the same network always gives the same bytes.
    ///
    /// @param network that is not refused
    public static WholeFile.Content content(TrainedNetwork network) {
        return out -> model(network).write(out);
    }

    private static Protobuf model(TrainedNetwork network) {
        Protobuf model = new Protobuf().number(1, IR_VERSION).text(2, "Crescent")
                .text(6, doc(network)).message(7, graph(network))
                .message(8, new Protobuf().text(1, "").number(2, OPERATORS));
        metadata(network).forEach((key, value) -> model.message(14, new Protobuf().text(1, key).text(2, value)));
        return model;
    }

    private static Protobuf graph(TrainedNetwork network) {
        OnnxGraph graph = new OnnxGraph();
        graph.input("input", shape(network), input(network));
        OnnxLayers layers = new OnnxLayers(graph, network);
        String sums = layers.sums(new OnnxInputs(graph, network.inputs(), network.inputShape()).of("input"));
        Layer.Dense last = network.output();
        String activated = layers.activation(last.activation(), sums);
        graph.node("Identity", "output", List.of(activated));
        graph.output("output", OnnxGraph.FLOAT, List.of(last.units()), output(network));
        if (network.task() == Task.CLASSIFICATION) {
            answer(graph, last, sums, activated);
            graph.output("class", OnnxGraph.INT64, List.of(), "The class's number, from 0: "
                    + String.join(", ", network.classNames()));
        }
        return graph.message("crescent", network.experiment().title());
    }

    /// The class that accuracy counts.
    private static void answer(OnnxGraph graph, Layer.Dense last, String sums, String activated) {
        if (last.units() > 1) {
            // There are differences that softmax rounds away.
            String compared = last.activation() == Activation.SOFTMAX ? sums : activated;
            graph.node("ArgMax", "class", List.of(compared), Attribute.of("axis", 1), Attribute.of("keepdims", 0));
            return;
        }
        float threshold = last.activation() == Activation.SIGMOID ? 0.5f : 0;
        String above = graph.node("Greater", List.of(activated,
                graph.floats("threshold", List.of(), new float[] {threshold})));
        String flat = graph.node("Squeeze", List.of(above, graph.longs("units_axis", 1)));
        graph.node("Cast", "class", List.of(flat), Attribute.of("to", OnnxGraph.INT64));
    }

    private static List<Integer> shape(TrainedNetwork network) {
        return network.hasImages() ? network.inputShape() : List.of(network.columns());
    }

    private static String doc(TrainedNetwork network) {
        return network.experiment().title() + ", trained by Crescent. Features and scaling are part of the model: it takes"
                + " samples as they are.";
    }

    private static String input(TrainedNetwork network) {
        if (network.hasImages()) {
            boolean bytes = network.inputs().isDivided() && network.inputs().divisor()[0] == 255;
            return "Images [channel, row, column], " + (bytes ? "pixels from 0 for black to 255 for white"
                    : "pixels as the data set has them");
        }
        return "The columns " + String.join(", ", network.inputs().columns()) + ", as the data set has them";
    }

    private static String output(TrainedNetwork network) {
        if (network.task() == Task.REGRESSION) {
            return "The predicted value";
        }
        return switch (network.output().activation()) {
            case SOFTMAX -> "The probability of each class";
            case SIGMOID -> network.output().units() == 1 ? "The probability of class 1" : "Each class's output, from 0 to 1";
            case LINEAR, RELU, LEAKY_RELU, ELU, GELU, SOFTPLUS, TANH, SWISH, MISH, SINE, STEP ->
                    network.output().units() == 1 ? "Above 0 for class 1" : "Each class's output, the largest one wins";
        };
    }

    private static Map<String, String> metadata(TrainedNetwork network) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("title", network.experiment().title());
        if (!network.hasImages()) {
            data.put("columns", list(network.inputs().columns()));
        }
        if (!network.inputs().formulas().isEmpty()) {
            data.put("features", list(network.inputs().formulas().stream().map(Formula::text).toList()));
        }
        data.put("scaling", network.experiment().data().scaling().id());
        if (network.task() == Task.CLASSIFICATION) {
            data.put("classes", list(network.classNames()));
        }
        return data;
    }

    /// As JSON.
    private static String list(List<String> names) {
        return names.stream().map(OnnxModel::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(String name) {
        StringJoiner text = new StringJoiner("", "\"", "\"");
        name.codePoints().forEach(c -> text.add(c == '"' || c == '\\' ? "\\" + Character.toString(c)
                : c < 0x20 ? String.format("\\u%04x", c) : Character.toString(c)));
        return text.toString();
    }
}
