package dev.crescent.export.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;

/// A graph in the making: nodes that compute values from named values, and constants. Field numbers are those of
/// https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
final class OnnxGraph {
    /// Types of elements.
    static final int FLOAT = 1;
    static final int INT64 = 7;
    static final int DOUBLE = 11;

    private static final int ATTRIBUTE_FLOAT = 1;
    private static final int ATTRIBUTE_INT = 2;
    private static final int ATTRIBUTE_INTS = 7;

    private final Protobuf nodes = new Protobuf();
    private final Protobuf constants = new Protobuf();
    private final Protobuf ends = new Protobuf();
    private int values;

    /// A node's setting.
    record Attribute(String name, Protobuf message) {
        static Attribute of(String name, long value) {
            return new Attribute(name, named(name, ATTRIBUTE_INT).number(3, value));
        }

        static Attribute of(String name, float value) {
            return new Attribute(name, named(name, ATTRIBUTE_FLOAT).real(2, value));
        }

        static Attribute of(String name, long... values) {
            Protobuf message = named(name, ATTRIBUTE_INTS);
            for (long value : values) {
                message.number(8, value);
            }
            return new Attribute(name, message);
        }

        private static Protobuf named(String name, int type) {
            return new Protobuf().text(1, name).number(20, type);
        }
    }

    /// Adds a node.
    ///
    /// @param operator one of https://onnx.ai/onnx/operators
    /// @return the name of its value
    String node(String operator, List<String> inputs, Attribute... attributes) {
        values++;
        return node(operator, operator.toLowerCase(Locale.ROOT) + "_" + values, inputs, attributes);
    }

    /// Likewise, with the value's name.
    String node(String operator, String value, List<String> inputs, Attribute... attributes) {
        Protobuf node = new Protobuf();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, value).text(3, value).text(4, operator);
        for (Attribute attribute : attributes) {
            node.message(5, attribute.message);
        }
        nodes.message(1, node);
        return value;
    }

    /// Adds an array of floats, row-major.
    ///
    /// @return its name
    String floats(String name, List<Integer> shape, float[] numbers) {
        byte[] bytes = new byte[Float.BYTES * numbers.length];
        buffer(bytes).asFloatBuffer().put(numbers);
        return constant(name, FLOAT, shape, bytes);
    }

    String doubles(String name, List<Integer> shape, double... numbers) {
        byte[] bytes = new byte[Double.BYTES * numbers.length];
        buffer(bytes).asDoubleBuffer().put(numbers);
        return constant(name, DOUBLE, shape, bytes);
    }

    String longs(String name, long... numbers) {
        byte[] bytes = new byte[Long.BYTES * numbers.length];
        buffer(bytes).asLongBuffer().put(numbers);
        return constant(name, INT64, List.of(numbers.length), bytes);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private String constant(String name, int type, List<Integer> shape, byte[] bytes) {
        Protobuf tensor = new Protobuf();
        shape.forEach(size -> tensor.number(1, size));
        constants.message(5, tensor.number(2, type).text(8, name).bytes(9, bytes));
        return name;
    }

    /// A number for names that nothing else has.
    int next() {
        return ++values;
    }

    /// Declares what comes in.
    ///
    /// @param shape behind the number of samples, which is free
    void input(String name, List<Integer> shape, String doc) {
        ends.message(11, end(name, FLOAT, shape, doc));
    }

    /// Declares what goes out.
    void output(String name, int type, List<Integer> shape, String doc) {
        ends.message(12, end(name, type, shape, doc));
    }

    private static Protobuf end(String name, int type, List<Integer> shape, String doc) {
        Protobuf sizes = new Protobuf().message(1, new Protobuf().text(2, "samples"));
        shape.forEach(size -> sizes.message(1, new Protobuf().number(1, size)));
        Protobuf tensor = new Protobuf().number(1, type).message(2, sizes);
        return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor)).text(3, doc);
    }

    /// The whole graph.
    Protobuf message(String name, String doc) {
        Protobuf graph = new Protobuf().fields(nodes).text(2, name).fields(constants).text(10, doc);
        return graph.fields(ends);
    }
}
