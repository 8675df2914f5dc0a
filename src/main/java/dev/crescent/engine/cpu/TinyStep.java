package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.BLOCK;
import static dev.crescent.engine.cpu.Panels.LANES;
import static dev.crescent.engine.cpu.Panels.SAMPLES;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;

/// The training step of a tiny network, as most are that are drawn for points of the plane: dense layers, few parameters,
/// a mini-batch of one panel. All layers' rows lie in one array, so that the gradient is summed for all parameters at once
/// ([TinyGradient]); between the layers there is nothing but the kernels.
///
/// What goes forward and back has the bits of the other steps; the gradient is added up in another order. It is always
/// this step that trains such a network, by however many threads.
final class TinyStep {
    /// Parameters, at most. With more of them the matrix kernels are faster.
    private static final int MOST = 400;

    private final Link[] links;
    private final Outputs outputs;
    private final Intake intake;
    private final Head head;
    private final Step step;
    private final Samples samples;
    private final float[] parameters;
    private final float[] gradient;
    // [rows][16] each: of the last layer, of what comes in, of the other layers; and, of the values, a row of ones
    private final float[] values;
    private final float[] deltas;
    private final float[] scratch;
    private final float[] noBiases;
    private final TinyGradient tinyGradient;
    private final Blocks[] blocks;
    private final Share share = Share.whole();

    /// A layer.
    ///
    /// @param biases where its biases begin; -1 without
    /// @param from where the rows begin that come in
    /// @param to where its own begin
    /// @param wanted how many of the rows that come in want a gradient: all of them, or none
    private record Link(int inputs, int units, int weights, int biases, int from, int to, int wanted, Activation activation) {
        boolean isLast() {
            return to == 0;
        }
    }

    /// @param problem one that [#suits]
    TinyStep(Problem problem, ParameterLayout layout, Step step, float[] parameters, float[] gradient) {
        this.step = step;
        this.samples = problem.train();
        this.parameters = parameters;
        this.gradient = gradient;
        var layers = problem.network().layers();
        this.links = new Link[layers.size()];
        int last = links.length - 1;
        int inputs = problem.train().width();
        int from = Panels.rows(problem.network().output().units()) * SAMPLES;
        int next = from + Panels.rows(inputs) * SAMPLES;
        int most = 0;
        for (int i = 0; i <= last; i++) {
            Layer.Dense dense = (Layer.Dense) layers.get(i);
            ParameterLayout.Slice slice = layout.slice(i).orElseThrow();
            links[i] = new Link(inputs, dense.units(), slice.weightOffset(), slice.biasOffset(), from, i == last ? 0 : next,
                    i == 0 ? 0 : inputs, dense.activation());
            inputs = dense.units();
            from = next;
            most = Math.max(most, Panels.rows(inputs));
            next += i == last ? 0 : Panels.rows(inputs) * SAMPLES;
        }
        this.values = new float[next + SAMPLES];
        this.deltas = new float[next];
        this.scratch = new float[next];
        Panels.fill(values, next, 1);
        this.noBiases = new float[most];
        this.blocks = layout.slices().stream().map(Blocks::of).toArray(Blocks[]::new);
        this.tinyGradient = gradient(layout.size(), next);
        Fusion fusion = Fusion.of(problem.training().loss(), links[last].activation);
        int rows = Panels.rows(inputs);
        this.outputs = new Outputs(inputs, rows, fusion == Fusion.NONE ? values : new float[rows * SAMPLES], values, deltas,
                fusion, Outputs.threshold(links[last].activation));
        this.head = new Head(problem.training().loss(), outputs, 1, 1, true);
        this.intake = new Intake(values, links[0].from, Panels.rows(links[0].inputs), head);
    }

    private TinyGradient gradient(int size, int ones) {
        int[] valueRows = new int[size];
        int[] deltaRows = new int[size];
        for (Link link : links) {
            for (int i = 0; i < link.inputs * link.units; i++) {
                valueRows[link.weights + i] = link.from + i % link.inputs * SAMPLES;
                deltaRows[link.weights + i] = link.to + i / link.inputs * SAMPLES;
            }
            for (int i = 0; link.biases >= 0 && i < link.units; i++) {
                valueRows[link.biases + i] = ones;
                deltaRows[link.biases + i] = link.to + i * SAMPLES;
            }
        }
        return new TinyGradient(valueRows, deltaRows);
    }

    /// Whether this step is for a network; for none where vectors are too short to fold.
    static boolean suits(Problem problem, ParameterLayout layout) {
        var layers = problem.network().layers();
        Fusion fusion = Fusion.of(problem.training().loss(), problem.network().output().activation());
        return LANES >= BLOCK && layout.size() <= MOST && problem.training().batchSize() <= SAMPLES
                && layers.stream().allMatch(layer -> layer instanceof Layer.Dense)
                && layers.stream().limit(layers.size() - (fusion == Fusion.NONE ? 0 : 1))
                        .allMatch(layer -> Activations.inPlace(((Layer.Dense) layer).activation()));
    }

    /// Changes the parameters.
    ///
    /// @param count 1 to 16
    /// @return the mean loss
    double run(int[] order, int from, int count) {
        double divisor = head.divisor(count);
        share.take(count);
        intake.take(samples, order, from, share);
        for (Link link : links) {
            forward(link);
        }
        double loss = head.sum(0, share, divisor);
        for (int i = links.length - 1; i >= 0; i--) {
            backward(links[i]);
        }
        tinyGradient.sum(values, deltas, count, gradient);
        if (step.penalizes()) {
            for (Blocks block : blocks) {
                step.penalize(block, 0);
            }
        }
        if (step.clips()) {
            step.measure(share);
            step.shorten();
        }
        step.updateAll();
        return loss / divisor;
    }

    private void forward(Link link) {
        float[] sums = link.isLast() ? outputs.preActivation() : values;
        float[] start = link.biases < 0 ? noBiases : parameters;
        int biases = Math.max(link.biases, 0);
        for (int row = 0; row < link.units; row += BLOCK) {
            SmallKernel.rows(sums, link.to + row * SAMPLES, start, biases + row, parameters,
                    link.weights + row * link.inputs, link.inputs, values, link.from, link.inputs);
        }
        if (!link.isLast() || outputs.fusion() != Fusion.SOFTMAX) {
            Activations.apply(link.activation, sums, values, scratch, link.to, link.to + link.units * SAMPLES);
        }
    }

    private void backward(Link link) {
        if (!link.isLast() || outputs.fusion() == Fusion.NONE) {
            Activations.slope(link.activation, values, values, deltas, scratch, link.to, link.to + link.units * SAMPLES);
        }
        for (int row = 0; row < link.wanted; row += BLOCK) {
            SmallKernel.columns(deltas, link.from + row * SAMPLES, parameters, link.weights + row, link.inputs, deltas, link.to,
                    link.units);
        }
    }
}
