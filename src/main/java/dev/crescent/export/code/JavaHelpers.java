package dev.crescent.export.code;

import dev.crescent.experiment.Activation;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The methods of a program in Java, of which each program has those that it uses.
final class JavaHelpers {
    private static final Map<String, String> METHODS = new TreeMap<>(Map.ofEntries(
            Map.entry("dense", """
                    /** Weighted sums: every unit sees all of x. */
                    static float[] dense(float[] x, float[][] weight, float[] bias) {
                        float[] z = new float[weight.length];
                        for (int unit = 0; unit < z.length; unit++) {
                            double sum = bias == null ? 0 : bias[unit];
                            for (int i = 0; i < x.length; i++) {
                                sum += weight[unit][i] * x[i];
                            }
                            z[unit] = (float) sum;
                        }
                        return z;
                    }
                    """),
            Map.entry("maxout", """
                    /** The largest of each unit's pieces. */
                    static float[] maxout(float[] z, int pieces) {
                        float[] largest = new float[z.length / pieces];
                        for (int unit = 0; unit < largest.length; unit++) {
                            largest[unit] = z[unit * pieces];
                            for (int piece = 1; piece < pieces; piece++) {
                                largest[unit] = Math.max(largest[unit], z[unit * pieces + piece]);
                            }
                        }
                        return largest;
                    }
                    """),
            Map.entry("conv", """
                    /** Slides kernels over an image with a border of zeros, so many pixels before it and behind it. */
                    static float[][][] conv(float[][][] image, float[][][][] kernels, float[] bias, int stride, int before, int behind) {
                        int size = kernels[0][0].length;
                        int rows = (image[0].length + before + behind - size) / stride + 1;
                        int columns = (image[0][0].length + before + behind - size) / stride + 1;
                        float[][][] z = new float[kernels.length][rows][columns];
                        for (int filter = 0; filter < z.length; filter++) {
                            for (int row = 0; row < rows; row++) {
                                for (int column = 0; column < columns; column++) {
                                    double sum = bias == null ? 0 : bias[filter];
                                    z[filter][row][column] = (float) (sum
                                            + product(image, kernels[filter], row * stride - before, column * stride - before));
                                }
                            }
                        }
                        return z;
                    }

                    /** A kernel times the pixels below it; beside the image there is nothing to add. */
                    static double product(float[][][] image, float[][][] kernel, int top, int left) {
                        double sum = 0;
                        for (int channel = 0; channel < image.length; channel++) {
                            for (int i = Math.max(0, -top); i < kernel[0].length && top + i < image[0].length; i++) {
                                for (int j = Math.max(0, -left); j < kernel[0].length && left + j < image[0][0].length; j++) {
                                    sum += kernel[channel][i][j] * image[channel][top + i][left + j];
                                }
                            }
                        }
                        return sum;
                    }
                    """),
            Map.entry("maxPool", """
                    /** The largest value of each window. With roundUp the last windows may reach over the border. */
                    static float[][][] maxPool(float[][][] image, int size, int stride, boolean roundUp) {
                        int rows = windows(image[0].length, size, stride, roundUp);
                        int columns = windows(image[0][0].length, size, stride, roundUp);
                        float[][][] pooled = new float[image.length][rows][columns];
                        for (int channel = 0; channel < image.length; channel++) {
                            for (int row = 0; row < rows; row++) {
                                for (int column = 0; column < columns; column++) {
                                    pooled[channel][row][column] = largest(image[channel], row * stride, column * stride, size);
                                }
                            }
                        }
                        return pooled;
                    }

                    static int windows(int pixels, int size, int stride, boolean roundUp) {
                        if (!roundUp) {
                            return (pixels - size) / stride + 1;
                        }
                        int windows = (Math.max(0, pixels - size) + stride - 1) / stride + 1;
                        return (windows - 1) * stride >= pixels ? windows - 1 : windows;
                    }

                    static float largest(float[][] channel, int top, int left, int size) {
                        float largest = Float.NEGATIVE_INFINITY;
                        for (int row = top; row < Math.min(top + size, channel.length); row++) {
                            for (int column = left; column < Math.min(left + size, channel[0].length); column++) {
                                largest = Math.max(largest, channel[row][column]);
                            }
                        }
                        return largest;
                    }
                    """),
            Map.entry("normalize", """
                    /** Batch normalization with the mean and variance that training has seen. */
                    static float[] normalize(float[] x, float[] scale, float[] shift, float[] mean, float[] variance) {
                        float[] y = new float[x.length];
                        for (int i = 0; i < x.length; i++) {
                            y[i] = (float) ((x[i] - mean[i]) * scale[i] / Math.sqrt(variance[i] + 1e-5) + shift[i]);
                        }
                        return y;
                    }
                    """),
            Map.entry("normalizeImage", """
                    /** Batch normalization of each channel with the mean and variance that training has seen. */
                    static float[][][] normalize(float[][][] image, float[] scale, float[] shift, float[] mean, float[] variance) {
                        float[][][] y = new float[image.length][][];
                        for (int i = 0; i < image.length; i++) {
                            int channel = i;
                            double factor = scale[i] / Math.sqrt(variance[i] + 1e-5);
                            y[i] = each(new float[][][] {image[i]}, z -> (z - mean[channel]) * factor + shift[channel])[0];
                        }
                        return y;
                    }
                    """),
            Map.entry("image", """
                    /** A row of numbers as [channel][row][column]. */
                    static float[][][] image(float[] x, int channels, int rows, int columns) {
                        float[][][] image = new float[channels][rows][columns];
                        for (int i = 0; i < x.length; i++) {
                            image[i / (rows * columns)][i / columns % rows][i % columns] = x[i];
                        }
                        return image;
                    }
                    """),
            Map.entry("flatten", """
                    /** An image as a row of numbers, channel by channel. */
                    static float[] flatten(float[][][] image) {
                        int rows = image[0].length;
                        int columns = image[0][0].length;
                        float[] x = new float[image.length * rows * columns];
                        for (int i = 0; i < x.length; i++) {
                            x[i] = image[i / (rows * columns)][i / columns % rows][i % columns];
                        }
                        return x;
                    }
                    """),
            Map.entry("each", """
                    static float[] each(float[] z, DoubleUnaryOperator activation) {
                        float[] a = new float[z.length];
                        for (int i = 0; i < z.length; i++) {
                            a[i] = (float) activation.applyAsDouble(z[i]);
                        }
                        return a;
                    }
                    """),
            Map.entry("eachImage", """
                    static float[][][] each(float[][][] z, DoubleUnaryOperator activation) {
                        float[][][] a = new float[z.length][z[0].length][];
                        for (int channel = 0; channel < z.length; channel++) {
                            for (int row = 0; row < z[0].length; row++) {
                                a[channel][row] = each(z[channel][row], activation);
                            }
                        }
                        return a;
                    }
                    """),
            Map.entry("largest", """
                    static int largest(float[] output) {
                        int largest = 0;
                        for (int i = 1; i < output.length; i++) {
                            largest = output[i] > output[largest] ? i : largest;
                        }
                        return largest;
                    }
                    """),
            Map.entry("text", """
                    static String text(float[] output) {
                        return IntStream.range(0, output.length).mapToObj(i -> String.format(Locale.ROOT, "FORMAT", output[i]))
                                .collect(Collectors.joining(", "));
                    }
                    """),
            Map.entry("read1", """
                    static void read(DataInputStream in, float[] numbers) throws IOException {
                        for (int i = 0; i < numbers.length; i++) {
                            numbers[i] = in.readFloat();
                        }
                    }
                    """),
            Map.entry("read2", """
                    static void read(DataInputStream in, float[][] rows) throws IOException {
                        for (float[] row : rows) {
                            read(in, row);
                        }
                    }
                    """),
            Map.entry("read4", """
                    static void read(DataInputStream in, float[][][][] kernels) throws IOException {
                        for (float[][][] kernel : kernels) {
                            for (float[][] channel : kernel) {
                                read(in, channel);
                            }
                        }
                    }
                    """)));

    private final Set<String> used = new LinkedHashSet<>();
    private final Set<Activation> activations = EnumSet.noneOf(Activation.class);

    private final String format;

    /// @param format of a number that is printed, as `.6f`
    JavaHelpers(String format) {
        this.format = format;
        used.add("text");
    }

    /// @return its name
    String use(String method) {
        used.add(method);
        if (method.equals("normalizeImage")) {
            use("eachImage");
        }
        if (method.equals("eachImage")) {
            use("each");
        }
        return method;
    }

    /// Asks for the methods that read an array of so many dimensions.
    void read(int dimensions) {
        used.add("read1");
        if (dimensions > 1) {
            used.add("read2");
        }
        if (dimensions == 4) {
            used.add("read4");
        }
    }

    boolean needsFunctions() {
        return used.contains("each");
    }

    /// An activation of sums.
    ///
    /// @param type the program's class
    String activated(Activation activation, String sums, boolean image, String type) {
        if (activation == Activation.LINEAR) {
            return sums;
        }
        activations.add(activation);
        if (activation == Activation.SOFTMAX) {
            use("largest");
            return "softmax(" + sums + ")";
        }
        use(image ? "eachImage" : "each");
        String function = switch (activation) {
            case TANH -> "Math::tanh";
            case SINE -> "Math::sin";
            case RELU, LEAKY_RELU, ELU, GELU, SOFTPLUS, SIGMOID, SWISH, MISH, STEP -> type + "::" + JavaActivations.name(activation);
            case LINEAR, SOFTMAX -> throw new IllegalArgumentException(activation.id());
        };
        return "each(" + sums + ", " + function + ")";
    }

    void add(CodeText text) {
        if (activations.contains(Activation.SWISH)) {
            activations.add(Activation.SIGMOID);
        }
        if (activations.contains(Activation.MISH)) {
            activations.add(Activation.SOFTPLUS);
        }
        METHODS.forEach((name, method) -> {
            if (used.contains(name)) {
                text.blank(1).add(method.replace("FORMAT", "%" + format));
            }
        });
        for (Activation activation : activations) {
            String method = JavaActivations.method(activation);
            if (!method.isEmpty()) {
                text.blank(1).add(method);
            }
        }
    }
}
