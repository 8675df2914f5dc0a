package dev.crescent.export.onnx;

import dev.crescent.data.RawInputs;
import dev.crescent.experiment.Formula;
import dev.crescent.experiment.FormulaTranslator;
import java.util.ArrayList;
import java.util.List;

/// Features and scaling as nodes of a graph. As in Crescent they are computed in double and then rounded, unless float comes to
/// the same.
final class OnnxInputs {
    private final OnnxGraph graph;
    private final RawInputs inputs;
    private final List<Integer> shape;

    /// @param shape of a sample where it goes into the network
    OnnxInputs(OnnxGraph graph, RawInputs inputs, List<Integer> shape) {
        this.graph = graph;
        this.inputs = inputs;
        this.shape = shape;
    }

    /// @param raw samples as they are
    /// @return what goes into the network
    String of(String raw) {
        boolean plain = inputs.isPlain();
        if (plain && inputs.isUnscaled()) {
            return raw;
        }
        double divisor = inputs.divisor()[0];
        if (plain && inputs.isDivided() && (float) divisor == divisor) {
            return graph.node("Div", List.of(raw, graph.floats("divisor", List.of(), new float[] {(float) divisor})));
        }
        String exact = cast(raw, OnnxGraph.DOUBLE);
        String features = plain ? exact : features(exact);
        return cast(inputs.isUnscaled() ? features : scaled(features), OnnxGraph.FLOAT);
    }

    private String cast(String value, int type) {
        return graph.node("Cast", List.of(value), OnnxGraph.Attribute.of("to", type));
    }

    private String scaled(String features) {
        String centered = graph.node("Sub", List.of(features, graph.doubles("offset", shape, inputs.offset())));
        return graph.node("Div", List.of(centered, graph.doubles("divisor", shape, inputs.divisor())));
    }

    private String features(String points) {
        Parts parts = new Parts(column(points, 0), column(points, 1));
        List<String> columns = new ArrayList<>();
        for (Formula formula : inputs.formulas()) {
            columns.add(parts.column(formula.translate(parts)));
        }
        return graph.node("Concat", columns, OnnxGraph.Attribute.of("axis", 1));
    }

    private String column(String points, int index) {
        String place = graph.longs("column_" + (index + 1), index);
        return graph.node("Gather", "x" + (index + 1), List.of(points, place), OnnxGraph.Attribute.of("axis", 1));
    }

    /// A formula's parts, each the name of a value: `[samples][1]`, or a single number.
    private final class Parts implements FormulaTranslator<String> {
        private final String x1;
        private final String x2;

        Parts(String x1, String x2) {
            this.x1 = x1;
            this.x2 = x2;
        }

        /// A number for each sample, of a formula without variables, too.
        String column(String value) {
            return graph.node("Add", List.of(graph.node("Sub", List.of(x1, x1)), value));
        }

        @Override
        public String number(double value) {
            return graph.doubles("number_" + graph.next(), List.of(), value);
        }

        @Override
        public String variable(int index) {
            return index == 0 ? x1 : x2;
        }

        @Override
        public String operation(char operator, String left, String right) {
            return graph.node(switch (operator) {
                case '+' -> "Add";
                case '-' -> "Sub";
                case '*' -> "Mul";
                case '/' -> "Div";
                case '^' -> "Pow";
                default -> throw new IllegalArgumentException("no operator: " + operator);
            }, List.of(left, right));
        }

        @Override
        public String negative(String of) {
            return graph.node("Neg", List.of(of));
        }

        /// In double, ONNX Runtime has a sine, but neither cosine nor tangent.
        @Override
        public String call(String function, String argument) {
            return switch (function) {
                case "cos" -> call("sin", operation('+', argument, number(Math.PI / 2)));
                case "tan" -> operation('/', call("sin", argument), call("cos", argument));
                default -> graph.node(Character.toUpperCase(function.charAt(0)) + function.substring(1), List.of(argument));
            };
        }
    }
}
