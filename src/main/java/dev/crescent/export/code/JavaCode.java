package dev.crescent.export.code;

import dev.crescent.data.FewSamples;
import dev.crescent.data.RawInputs;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Rounding;
import dev.crescent.experiment.Task;
import dev.crescent.export.TrainedNetwork;
import dev.crescent.export.code.Companion.Array;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A network as one Java class with a main method, without any library; Java 17 or newer runs it.
public final class JavaCode {
    private static final Set<String> TAKEN = Set.of("BufferedInputStream", "DataInputStream", "IOException", "Files", "Path", "Arrays",
            "Locale", "Collectors", "DoubleUnaryOperator", "IntStream");

    private final TrainedNetwork network;
    private final Companion companion;
    private final String stem;
    private final JavaHelpers helpers;

    private JavaCode(TrainedNetwork network, String stem) {
        this.network = network;
        this.companion = Companion.of(network);
        this.stem = stem;
        this.helpers = new JavaHelpers(new PythonParts(network, stem).format());
    }

    /// @param stem the program's file name without its extension
    public static Program of(TrainedNetwork network, String stem) {
        return new JavaCode(network, stem).program();
    }

    private Program program() {
        CodeText predict = predict();
        CodeText body = new CodeText();
        weights(body);
        samples(body);
        body.blank(1);
        main(body);
        body.blank(1);
        inputs(body);
        body.blank(1).add(predict.toString());
        if (companion.weights()) {
            load(body.blank(1));
        }
        helpers.add(body);
        CodeText text = new CodeText();
        imports(text);
        header(text);
        text.add("final class " + className(stem) + " {").add(indented(body.toString())).add("}");
        return companion.java(text.toString(), stem);
    }

    private static String indented(String body) {
        return body.lines().map(line -> line.isEmpty() ? line : "    " + line).collect(Collectors.joining("\n"));
    }

    /// A name that Java takes for a class: `two-moons` becomes `TwoMoons`.
    static String className(String stem) {
        StringBuilder name = new StringBuilder();
        boolean begins = true;
        for (int c : stem.codePoints().toArray()) {
            boolean fits = name.isEmpty() ? Character.isJavaIdentifierStart(c) && c != '$' && c != '_' : Character.isLetterOrDigit(c);
            if (fits) {
                name.appendCodePoint(begins ? Character.toUpperCase(c) : c);
            }
            begins = !fits;
        }
        return name.isEmpty() || TAKEN.contains(name.toString()) || isJavas(name.toString()) ? name + "Network" : name.toString();
    }

    private static boolean isJavas(String name) {
        try {
            Class.forName("java.lang." + name, false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private void imports(CodeText text) {
        if (companion.weights()) {
            text.add("import java.io.BufferedInputStream;\nimport java.io.DataInputStream;\nimport java.io.IOException;\n"
                    + "import java.nio.file.Files;\nimport java.nio.file.Path;");
        }
        text.add("import java.util.Locale;").add(helpers.needsFunctions() ? "import java.util.function.DoubleUnaryOperator;" : "")
                .add("import java.util.stream.Collectors;\nimport java.util.stream.IntStream;").blank(1);
    }

    private void header(CodeText text) {
        FewSamples samples = network.samples();
        text.add("/**").add(" * " + Literals.prose(network.experiment().title()) + ": a network that Crescent trained, in plain Java.")
                .add(" *");
        text.prose(" * ", "java " + Literals.prose(stem) + ".java" + (companion.weights() ? ", in the folder where "
                + Literals.prose(Companion.bin(stem)) + " lies, too," : "") + " prints what it says to " + Literals.count(samples.count())
                + " samples of " + samples.origin() + ".");
        text.add(" *").prose(" * ", TrainingNotes.of(network.experiment())).add(" */");
    }

    private void weights(CodeText text) {
        text.prose("// ", "What training has made of the network: WEIGHT_i are the weights of layer i, counted from 0."
                + " A dense layer's are [outputs][inputs]" + (network.layout().slices().stream().anyMatch(s -> s.weightShape().size() == 4)
                ? ", a convolution's [filters][channels][rows][columns]." : "."));
        for (Array array : Companion.arrays(network)) {
            String start = "private static final float" + "[]".repeat(array.shape().size()) + " " + name(array) + " = ";
            text.add((companion.weights() ? start + room("float", array.shape()) : Literals.array(start, array.shape(), array.values()))
                    + ";");
        }
        text.blank(1);
    }

    private static String name(Array array) {
        return switch (array.part()) {
            case "running_mean" -> "MEAN_";
            case "running_var" -> "VARIANCE_";
            case "bias" -> "BIAS_";
            default -> "WEIGHT_";
        } + array.layer();
    }

    private static String room(String type, List<Integer> shape) {
        return "new " + type + shape.stream().map(n -> "[" + n + "]").collect(Collectors.joining());
    }

    private void samples(CodeText text) {
        FewSamples samples = network.samples();
        List<Integer> shape = List.of(samples.count(), network.columns());
        PythonParts words = new PythonParts(network, stem);
        text.prose("// ", Literals.samples(samples.count(), samples.origin()) + ": " + words.columns() + "." + words.unit());
        String start = "private static final float[][] SAMPLES = ";
        text.add((companion.samples() ? start + room("float", shape) : Literals.array(start, shape, samples.rows())) + ";");
        if (network.task() == Task.CLASSIFICATION) {
            text.add("private static final String[] CLASSES = " + quoted(network.classNames()));
        }
        if (!samples.targets().isEmpty()) {
            text.add("private static final String[] KNOWN = " + quoted(samples.targets()));
        }
    }

    private static String quoted(List<String> names) {
        return CodeText.wrapped("{", "    ", names.stream().map(Literals::quoted).toList(), ", ") + "};";
    }

    private void main(CodeText text) {
        text.add("public static void main(String[] args)" + (companion.weights() ? " throws IOException {" : " {"));
        if (companion.weights()) {
            text.add("    load(Path.of(" + Literals.quoted(Companion.bin(stem)) + "));");
        }
        text.add("    for (int i = 0; i < SAMPLES.length; i++) {").add("        float[] output = predict(SAMPLES[i]);");
        String said = network.task() == Task.REGRESSION ? "" : " + \" -> \" + CLASSES[" + answer() + "]";
        text.add("        System.out.println(text(output)" + said
                + (network.samples().targets().isEmpty() ? "" : " + \", known to be \" + KNOWN[i]") + ");").add("    }").add("}");
    }

    private String answer() {
        if (network.output().units() > 1) {
            helpers.use("largest");
            return "largest(output)";
        }
        return "output[0] > " + (network.output().activation() == Activation.SIGMOID ? "0.5" : "0") + " ? 1 : 0";
    }

    private void inputs(CodeText text) {
        RawInputs inputs = network.inputs();
        if (!inputs.isUnscaled() && !inputs.isDivided()) {
            int width = inputs.width();
            text.add("// The scaling that was fitted to the training part.");
            text.add(companion.scaling() ? "private static final double[] OFFSET = new double[" + width + "];"
                    : Literals.list(inputs.offset(), 4, "private static final double[] OFFSET = {", "};"));
            text.add(companion.scaling() ? "private static final double[] DIVISOR = new double[" + width + "];"
                    : Literals.list(inputs.divisor(), 4, "private static final double[] DIVISOR = {", "};"));
            text.blank(1);
        }
        text.add("/** What goes into the network: " + (inputs.isPlain() ? inputs.isUnscaled() ? "the sample as it is." : "the sample, scaled as in"
                + " training." : "features of the two coordinates" + (inputs.isUnscaled() ? "." : ", scaled as in training.")) + " */");
        text.add("static float[] inputs(float[] sample) {");
        String features = "sample";
        if (!inputs.isPlain()) {
            features = "features";
            text.add("    double x1 = sample[0];").add("    double x2 = sample[1];");
            text.add(CodeText.wrapped("    double[] features = {", "        ", inputs.formulas().stream().map(FormulaCode::java).toList(), ", ")
                    + "};");
        } else if (inputs.isUnscaled()) {
            text.add("    return sample;").add("}");
            return;
        }
        String scaled = inputs.isUnscaled() ? features + "[i]" : inputs.isDivided()
                ? "(" + features + "[i] / " + inputs.divisor()[0] + ")" : "((" + features + "[i] - OFFSET[i]) / DIVISOR[i])";
        text.add("    float[] inputs = new float[" + inputs.width() + "];");
        text.add("    for (int i = 0; i < inputs.length; i++) {").add("        inputs[i] = (float) " + scaled + ";").add("    }")
                .add("    return inputs;").add("}");
    }

    private void load(CodeText text) {
        text.add("/** Reads the arrays, which lie behind each other in the file. */");
        text.add("static void load(Path file) throws IOException {");
        text.add("    try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {");
        for (Array array : Companion.arrays(network)) {
            helpers.read(array.shape().size());
            text.add("        read(in, " + name(array) + ");");
        }
        if (companion.samples()) {
            helpers.read(2);
            text.add("        read(in, SAMPLES);");
        }
        if (companion.scaling()) {
            text.add("        for (int i = 0; i < OFFSET.length; i++) {").add("            OFFSET[i] = in.readDouble();")
                    .add("            DIVISOR[i] = in.readDouble();").add("        }");
        }
        text.add("    }").add("}");
    }

    private CodeText predict() {
        CodeText text = new CodeText();
        text.add("/** What the network says to a sample: an output of each unit of the last layer. */");
        text.add("static float[] predict(float[] sample) {");
        List<Layer> layers = network.network().layers();
        List<List<Integer>> shapes = Shapes.of(network.network(), network.inputShape());
        List<Integer> shape = network.inputShape();
        boolean image = network.hasImages() && layers.stream().takeWhile(l -> !(l instanceof Layer.Dense || l instanceof Layer.Maxout
                || l instanceof Layer.Flatten)).anyMatch(l -> l instanceof Layer.Conv || l instanceof Layer.MaxPool || l instanceof Layer.BatchNorm);
        if (image) {
            helpers.use("image");
            text.add("    float[][][] image = image(inputs(sample), " + shape.get(0) + ", " + shape.get(1) + ", " + shape.get(2) + ");");
        } else {
            text.add("    float[] x = inputs(sample);");
        }
        for (int i = 0; i < layers.size(); i++) {
            boolean flattens = image && shapes.get(i).size() == 1;
            if (flattens) {
                helpers.use("flatten");
                text.add("    float[] x = flatten(image);");
                image = false;
            }
            layer(text, i, layers.get(i), image);
        }
        return text.add("    return x;").add("}");
    }

    private void layer(CodeText text, int number, Layer layer, boolean image) {
        String x = image ? "image" : "x";
        String bias = layer instanceof Layer.Weighted w && !w.bias() ? "null" : "BIAS_" + number;
        switch (layer) {
            case Layer.Dense dense -> line(text, x, dense.activation(), helpers.use("dense") + "(x, WEIGHT_" + number + ", " + bias + ")");
            case Layer.Maxout maxout -> line(text, x, maxout.activation(), helpers.use("maxout") + "(" + helpers.use("dense") + "(x, WEIGHT_"
                    + number + ", " + bias + "), " + maxout.pieces() + ")");
            case Layer.Conv conv -> line(text, x, conv.activation(), helpers.use("conv") + "(image, WEIGHT_" + number + ", " + bias + ", "
                    + conv.stride() + ", " + Shapes.before(conv) + ", " + Shapes.behind(conv) + ")");
            case Layer.MaxPool pool -> text.add("    image = " + helpers.use("maxPool") + "(image, " + pool.size() + ", " + pool.stride() + ", "
                    + (pool.rounding() == Rounding.UP) + ");");
            case Layer.BatchNorm _ -> text.add("    " + x + " = " + helpers.use(image ? "normalizeImage" : "normalize").replace("Image", "") + "("
                    + x + ", WEIGHT_" + number + ", BIAS_" + number + ", MEAN_" + number + ", VARIANCE_" + number + ");");
            case Layer.Flatten _, Layer.Dropout _, Layer.Noise _ -> { }
        }
    }

    private void line(CodeText text, String x, Activation activation, String sums) {
        text.add("    " + x + " = " + helpers.activated(activation, sums, x.equals("image"), className(stem)) + ";");
    }
}
