package dev.crescent.engine.nd4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.api.ops.impl.transforms.floating.Sqrt;
import org.nd4j.linalg.api.ops.impl.transforms.same.Abs;
import org.nd4j.linalg.api.ops.impl.transforms.same.Sign;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Cos;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Erf;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Exp;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sigmoid;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Sin;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Tanh;
import org.nd4j.linalg.factory.Nd4j;

/// Operations of ND4J, written down once and played again and again: every step of a run does the same to arrays of the
/// same shapes. Each array that ND4J makes waits for Java's garbage collector with memory that Java does not see, and
/// each operation that it prepares costs more than a small layer's arithmetic; a tape makes all of them beforehand.
///
/// Methods named after an operation write it down and give the array that will hold its result; the shorter operand of two
/// is repeated along axes of length 1. Arrays are float32 in C order.
final class Tape implements AutoCloseable {
    private final OpExecutioner executioner = Nd4j.getExecutioner();
    private final List<Runnable> operations = new ArrayList<>();
    private final List<INDArray> arrays = new ArrayList<>();
    private final Map<Double, INDArray> constants = new HashMap<>();

    /// Does everything that is written down, in order.
    void play() {
        for (Runnable operation : operations) {
            operation.run();
        }
    }

    /// An array of its own, all zero.
    INDArray array(long... shape) {
        INDArray array = Nd4j.zeros(DataType.FLOAT, shape);
        arrays.add(array);
        return array;
    }

    private INDArray constant(double value) {
        return constants.computeIfAbsent(value, v -> {
            INDArray array = Nd4j.scalar(DataType.FLOAT, v);
            arrays.add(array);
            return array;
        });
    }

    /// Copies these values into an array before whatever is written down after it.
    void fill(INDArray array, Supplier<float[]> values) {
        FloatPointer pointer = pointer(array);
        operations.add(() -> {
            float[] now = values.get();
            pointer.put(now, 0, now.length);
        });
    }

    /// Where an array's values lie; for arrays of one's own and whole ones only.
    static FloatPointer pointer(INDArray array) {
        return new FloatPointer(array.data().addressPointer());
    }

    /// Rows as images: `[samples][channels][rows][columns]` of the same numbers.
    ///
    /// @param shape `[channels, rows, columns]`
    static INDArray images(INDArray rows, List<Integer> shape) {
        return rows.reshape('c', rows.size(0), shape.get(0), shape.get(1), shape.get(2));
    }

    INDArray add(INDArray a, INDArray b) {
        return combine("add", a, b);
    }

    INDArray add(INDArray a, double b) {
        return add(a, constant(b));
    }

    INDArray subtract(INDArray a, INDArray b) {
        return combine("subtract", a, b);
    }

    /// `a - b`.
    INDArray subtract(double a, INDArray b) {
        INDArray result = like(b);
        into("reversesubtract", result, b, constant(a));
        return result;
    }

    INDArray times(INDArray a, INDArray b) {
        return combine("multiply", a, b);
    }

    INDArray times(INDArray a, double b) {
        return times(a, constant(b));
    }

    INDArray over(INDArray a, INDArray b) {
        return combine("divide", a, b);
    }

    /// `a / b`.
    INDArray over(double a, INDArray b) {
        INDArray result = like(b);
        into("reversedivide", result, b, constant(a));
        return result;
    }

    INDArray square(INDArray x) {
        return times(x, x);
    }

    INDArray largest(INDArray a, double b) {
        return combine("maximum", a, constant(b));
    }

    INDArray smallest(INDArray a, double b) {
        return combine("minimum", a, constant(b));
    }

    /// 1 where x is positive, else 0.
    INDArray positive(INDArray x) {
        return largest(sign(x), 0);
    }

    INDArray exp(INDArray x) {
        return each(Exp::new, x);
    }

    INDArray log(INDArray x) {
        return each(Log::new, x);
    }

    INDArray root(INDArray x) {
        return each(Sqrt::new, x);
    }

    INDArray absolute(INDArray x) {
        return each(Abs::new, x);
    }

    /// -1, 0 or 1.
    INDArray sign(INDArray x) {
        return each(Sign::new, x);
    }

    INDArray sine(INDArray x) {
        return each(Sin::new, x);
    }

    INDArray cosine(INDArray x) {
        return each(Cos::new, x);
    }

    INDArray tanh(INDArray x) {
        return each(Tanh::new, x);
    }

    INDArray sigmoid(INDArray x) {
        return each(Sigmoid::new, x);
    }

    /// The error function.
    INDArray erf(INDArray x) {
        return each(Erf::new, x);
    }

    /// `log(1 + e^x)` as `max(x, 0) + log(1 + e^-|x|)`, which nothing overflows.
    INDArray softplus(INDArray x) {
        return add(largest(x, 0), log(add(exp(times(absolute(x), -1)), 1)));
    }

    /// The matrix product of `a` and `b`, either of them transposed first if it says so.
    INDArray product(INDArray a, boolean turnA, INDArray b, boolean turnB) {
        INDArray result = array(a.size(turnA ? 1 : 0), b.size(turnB ? 0 : 1));
        write("matmul", new INDArray[] {a, b}, new INDArray[] {result}, new long[] {turnA ? 1 : 0, turnB ? 1 : 0, 0});
        return result;
    }

    /// 1 for the first of the largest values along the last axis, else 0.
    INDArray firstLargest(INDArray x) {
        int axis = x.rank() - 1;
        INDArray winner = Nd4j.zeros(DataType.INT64, Arrays.copyOf(x.shape(), axis));
        arrays.add(winner);
        write("argmax", new INDArray[] {x}, new INDArray[] {winner}, new long[] {axis});
        INDArray result = like(x);
        write("onehot", new INDArray[] {winner}, new INDArray[] {result}, new long[] {-1, x.size(axis)});
        return result;
    }

    /// Sums along some axes, which stay with length 1.
    INDArray sum(INDArray x, int... axes) {
        return reduce("reduce_sum", x, axes);
    }

    /// Means along some axes, which stay with length 1.
    INDArray mean(INDArray x, int... axes) {
        return reduce("reduce_mean", x, axes);
    }

    /// The largest values along some axes, which stay with length 1.
    INDArray most(INDArray x, int... axes) {
        return reduce("reduce_max", x, axes);
    }

    private INDArray reduce(String name, INDArray x, int... axes) {
        long[] shape = x.shape().clone();
        long[] along = new long[axes.length];
        for (int i = 0; i < axes.length; i++) {
            shape[axes[i]] = 1;
            along[i] = axes[i];
        }
        INDArray result = array(shape);
        write(name, new INDArray[] {x}, new INDArray[] {result}, along, true);
        return result;
    }

    /// `target += x`.
    void addTo(INDArray target, INDArray x) {
        into("add", target, target, x);
    }

    /// `target = x`, repeated along axes of length 1.
    void set(INDArray target, INDArray x) {
        into("assign", target, target, x);
    }

    void set(INDArray target, double x) {
        set(target, constant(x));
    }

    /// `target *= x`, repeated along axes of length 1.
    void scale(INDArray target, INDArray x) {
        into("multiply", target, target, x);
    }

    void scale(INDArray target, double x) {
        scale(target, constant(x));
    }

    private INDArray combine(String name, INDArray a, INDArray b) {
        INDArray result = array(a.length() >= b.length() ? a.shape() : b.shape());
        into(name, result, a, b);
        return result;
    }

    private void into(String name, INDArray result, INDArray a, INDArray b) {
        write(name, new INDArray[] {a, b}, new INDArray[] {result}, new long[0]);
    }

    private INDArray like(INDArray x) {
        return array(x.shape());
    }

    /// @param operation makes it from what comes in and what is to hold the result
    private INDArray each(BiFunction<INDArray, INDArray, Op> operation, INDArray x) {
        INDArray result = like(x);
        Op op = operation.apply(x, result);
        operations.add(() -> executioner.exec(op));
        return result;
    }

    /// An operation that ND4J knows by name.
    void write(String name, INDArray[] inputs, INDArray[] outputs, long[] integers, boolean... flags) {
        OpContext context = executioner.buildContext();
        context.setInputArrays(inputs);
        context.setOutputArrays(outputs);
        context.setIArguments(integers);
        context.setBArguments(flags);
        DynamicCustomOp op = DynamicCustomOp.builder(name).build();
        operations.add(() -> executioner.exec(op, context));
    }

    @Override
    public void close() {
        operations.clear();
        arrays.forEach(INDArray::close);
        arrays.clear();
    }
}
