package dev.crescent.engine.cpu;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Networks of dense, maxout, conv and max-pool layers in plain double arithmetic, sample by sample, straight from the definitions.
final class ReferenceNet {
    private final Problem problem;
    private final ParameterLayout layout;
    private final List<List<Integer>> shapes;

    ReferenceNet(Problem problem) {
        this.problem = problem;
        this.layout = ParameterLayout.of(problem.network(), problem.inputShape());
        this.shapes = Shapes.of(problem.network(), problem.inputShape());
    }

    /// What each layer gives out for one sample, in evaluation mode.
    List<double[]> outputs(double[] parameters, double[] sample) {
        List<double[]> all = new ArrayList<>();
        double[] x = sample;
        for (int i = 0; i < problem.network().layers().size(); i++) {
            x = output(parameters, i, x);
            all.add(x);
        }
        return all;
    }

    private double[] output(double[] parameters, int i, double[] x) {
        List<Integer> shape = i == 0 ? problem.inputShape() : shapes.get(i - 1);
        return switch (problem.network().layers().get(i)) {
            case Layer.Conv conv -> activated(conv.activation(), ReferenceImages.convolved(conv, shape, shapes.get(i), x,
                    parameters, layout.slice(i).orElseThrow()));
            case Layer.MaxPool pool -> ReferenceImages.pooled(pool, shape, shapes.get(i), x);
            case Layer.Weighted layer -> {
                int pieces = layer instanceof Layer.Maxout maxout ? maxout.pieces() : 1;
                yield activated(layer.activation(), largest(sums(parameters, i, x), pieces));
            }
            case Layer.BatchNorm _ -> {
                ParameterLayout.Statistics known = layout.statistics(i).orElseThrow();
                int channels = known.channels();
                yield normal(parameters, i, x, Arrays.copyOfRange(parameters, known.meanOffset(), known.meanOffset() + channels),
                        Arrays.copyOfRange(parameters, known.varianceOffset(), known.varianceOffset() + channels));
            }
            case Layer.Dropout _, Layer.Noise _, Layer.Flatten _ -> x;
        };
    }

    private double[] normal(double[] parameters, int i, double[] x, double[] mean, double[] variance) {
        ParameterLayout.Slice slice = layout.slice(i).orElseThrow();
        double[] y = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            int channel = j / (x.length / mean.length);
            y[j] = (x[j] - mean[channel]) / Math.sqrt(variance[channel] + 1e-5) * parameters[slice.weightOffset() + channel]
                    + parameters[slice.biasOffset() + channel];
        }
        return y;
    }

    /// What the last layer gives out for each sample of a mini-batch in training.
    private double[][] trained(double[] parameters, double[][] samples) {
        double[][] x = samples;
        for (int i = 0; i < problem.network().layers().size(); i++) {
            double[] mean = new double[0];
            double[] variance = new double[0];
            boolean normal = problem.network().layers().get(i) instanceof Layer.BatchNorm;
            if (normal) {
                mean = means(x, layout.statistics(i).orElseThrow().channels());
                variance = variances(x, mean);
            }
            double[][] y = new double[x.length][];
            for (int n = 0; n < x.length; n++) {
                y[n] = normal ? normal(parameters, i, x[n], mean, variance) : output(parameters, i, x[n]);
            }
            x = y;
        }
        return x;
    }

    /// Over samples and pixels.
    static double[] means(double[][] x, int channels) {
        double[] mean = new double[channels];
        int pixels = x[0].length / channels;
        for (double[] sample : x) {
            for (int j = 0; j < sample.length; j++) {
                mean[j / pixels] += sample[j] / pixels / x.length;
            }
        }
        return mean;
    }

    static double[] variances(double[][] x, double[] mean) {
        double[] variance = new double[mean.length];
        int pixels = x[0].length / mean.length;
        for (double[] sample : x) {
            for (int j = 0; j < sample.length; j++) {
                double difference = sample[j] - mean[j / pixels];
                variance[j / pixels] += difference * difference / pixels / x.length;
            }
        }
        return variance;
    }

    private double[] sums(double[] parameters, int layer, double[] x) {
        ParameterLayout.Slice slice = layout.slice(layer).orElseThrow();
        double[] z = new double[slice.weightShape().getFirst()];
        for (int o = 0; o < z.length; o++) {
            z[o] = slice.biasCount() == 0 ? 0 : parameters[slice.biasOffset() + o];
            for (int i = 0; i < x.length; i++) {
                z[o] += parameters[slice.weightOffset() + o * x.length + i] * x[i];
            }
        }
        return z;
    }

    private static double[] largest(double[] sums, int pieces) {
        double[] z = new double[sums.length / pieces];
        for (int unit = 0; unit < z.length; unit++) {
            z[unit] = Arrays.stream(sums, unit * pieces, (unit + 1) * pieces).max().orElseThrow();
        }
        return z;
    }

    static double[] activated(Activation activation, double[] z) {
        if (activation == Activation.SOFTMAX) {
            return softmax(z);
        }
        return Arrays.stream(z).map(v -> activated(activation, v)).toArray();
    }

    static double activated(Activation activation, double z) {
        return switch (activation) {
            case LINEAR -> z;
            case RELU -> Math.max(z, 0);
            case LEAKY_RELU -> z > 0 ? z : 0.01 * z;
            case ELU -> z > 0 ? z : Math.expm1(z);
            case GELU -> z * normal(z);
            case SOFTPLUS -> softplus(z);
            case SIGMOID -> sigmoid(z);
            case TANH -> Math.tanh(z);
            case SWISH -> z * sigmoid(z);
            case MISH -> z * Math.tanh(softplus(z));
            case SINE -> Math.sin(z);
            case STEP -> z > 0 ? 1 : 0;
            case SOFTMAX -> throw new IllegalArgumentException("softmax is not elementwise");
        };
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    /// The normal distribution function by Simpson's rule over its density.
    private static double normal(double z) {
        int steps = 2000;
        double h = z / steps;
        double sum = 0;
        for (int i = 0; i <= steps; i++) {
            double t = i * h;
            sum += (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) * Math.exp(-t * t / 2);
        }
        return 0.5 + sum * h / 3 / Math.sqrt(2 * Math.PI);
    }

    private static double[] softmax(double[] z) {
        double top = Arrays.stream(z).max().orElseThrow();
        double sum = Arrays.stream(z).map(v -> Math.exp(v - top)).sum();
        return Arrays.stream(z).map(v -> Math.exp(v - top) / sum).toArray();
    }

    /// The mean loss over training samples, penalties left out.
    double loss(double[] parameters, int[] order, int from, int count) {
        Samples samples = problem.train();
        double[][] x = new double[count][samples.width()];
        for (int n = 0; n < count; n++) {
            for (int i = 0; i < x[n].length; i++) {
                x[n][i] = samples.inputs()[order[from + n] * x[n].length + i];
            }
        }
        double[][] y = trained(parameters, x);
        double sum = 0;
        for (int n = 0; n < count; n++) {
            double[] t = new double[samples.outputs()];
            for (int i = 0; i < t.length; i++) {
                t[i] = samples.targets()[order[from + n] * t.length + i];
            }
            sum += loss(y[n], t);
        }
        return sum / count;
    }

    private double loss(double[] y, double[] t) {
        Loss loss = problem.training().loss();
        if (loss == Loss.CROSS_ENTROPY) {
            double[] p = problem.network().output().activation() == Activation.SOFTMAX ? y : softmax(y);
            double sum = 0;
            for (int k = 0; k < y.length; k++) {
                sum -= t[k] * Math.log(p[k]);
            }
            return sum;
        }
        if (loss == Loss.HINGE && y.length > 1) {
            int right = 0;
            for (int k = 0; k < y.length; k++) {
                right = t[k] > t[right] ? k : right;
            }
            double sum = -1;
            for (double v : y) {
                sum += Math.max(0, 1 - y[right] + v);
            }
            return sum / y.length;
        }
        double sum = 0;
        for (int k = 0; k < y.length; k++) {
            sum += loss(loss, y[k], t[k]);
        }
        return sum / y.length;
    }

    private static double loss(Loss loss, double y, double t) {
        double d = Math.abs(y - t);
        return switch (loss) {
            case MEAN_SQUARED_ERROR -> d * d;
            case HALF_SQUARED_ERROR -> d * d / 2;
            case HUBER -> d < 1 ? d * d / 2 : d - 0.5;
            case BINARY_CROSS_ENTROPY -> -t * Math.log(y) - (1 - t) * Math.log(1 - y);
            case HINGE -> Math.max(0, 1 - t * y);
            case CROSS_ENTROPY -> throw new IllegalArgumentException("cross-entropy is not elementwise");
        };
    }

    /// Loss and penalties.
    double objective(double[] parameters, int[] order, int from, int count) {
        double sum = loss(parameters, order, from, count);
        for (ParameterLayout.Slice slice : layout.slices()) {
            for (int i = slice.weightOffset(); i < slice.weightOffset() + slice.weightCount(); i++) {
                sum += problem.training().l1() * Math.abs(parameters[i])
                        + problem.training().l2() / 2 * parameters[i] * parameters[i];
            }
        }
        return sum;
    }

    /// The gradient of the objective by parameter number `i`: its central difference.
    double slope(double[] parameters, int i, int[] order, int from, int count) {
        double h = 1e-6;
        double[] moved = parameters.clone();
        moved[i] = parameters[i] + h;
        double above = objective(moved, order, from, count);
        moved[i] = parameters[i] - h;
        return (above - objective(moved, order, from, count)) / (2 * h);
    }

    static double[] doubles(float[] values) {
        double[] copy = new double[values.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = values[i];
        }
        return copy;
    }
}
