package dev.crescent.insight.step;

import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Problem;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Training;
import dev.crescent.insight.descent.Memory;
import dev.crescent.insight.descent.StepConstants;
import dev.crescent.insight.descent.WeightStep;
import dev.crescent.insight.image.Curve;

/// One training step with all its numbers, in double: what every unit says to every sample of a mini-batch, the losses,
/// what comes back to every unit, and what becomes of every parameter. It is the step that an engine takes: with dropout
/// and noise of that very step, penalties, clipping, schedule, and the optimizer's memory. Immutable.
public final class LensStep {
    /// Numbers that are kept of a mini-batch; more are too much to look at.
    private static final long MOST = 6_000_000;

    private final DenseStack stack;
    private final Training training;
    private final float[] parameters;
    private final OptimizerState state;
    private final StepConstants constants;
    private final int[] samples;
    private final Traces traces;
    private final double[][] targets; // [sample][output]
    private final double[] losses; // [sample]
    private final double[] mean; // [size]: of the samples' gradients
    private final double norm; // of the gradient, penalties included
    private final double factor; // what clipping leaves of it

    /// What goes through the layers, `[layer][sample][...]` each.
    ///
    /// @param x what comes in, after dropout and noise, `[inputs]`
    /// @param share what dropout multiplied it with, `[inputs]`
    /// @param delta slopes of the sample's loss by z, `[units]`
    private record Traces(double[][][] x, double[][][] share, double[][][] z, double[][][] a, double[][][] delta) {}

    private LensStep(DenseStack stack, Problem problem, float[] parameters, OptimizerState state, int[] samples, double rate) {
        this.stack = stack;
        this.training = problem.training();
        this.parameters = parameters.clone();
        this.state = state;
        this.constants = StepConstants.after(training.optimizer(), state, rate);
        this.samples = samples.clone();
        int layers = stack.layers().size();
        this.traces = new Traces(new double[layers][samples.length][], new double[layers][samples.length][],
                new double[layers][samples.length][], new double[layers][samples.length][], new double[layers][samples.length][]);
        this.targets = new double[samples.length][];
        this.losses = new double[samples.length];
        this.mean = new double[stack.size()];
        for (int n = 0; n < samples.length; n++) {
            forward(problem, n);
            backward(n);
            accumulate(n);
        }
        double squares = 0;
        for (int i = 0; i < mean.length; i++) {
            double g = mean[i] + penalty(i);
            squares += g * g;
        }
        norm = Math.sqrt(squares);
        factor = training.clip() > 0 ? Math.min(1, training.clip() / (norm + 1e-6)) : 1;
    }

    /// The step of a mini-batch.
    ///
    /// @param problem whose network is a [DenseStack]
    /// @param parameters `[layout total]`
    /// @param state what the optimizer remembers before the step
    /// @param samples numbers of training samples, one or more
    /// @param rate the learning rate after the schedule
    /// @throws IllegalArgumentException with a sentence for the user if there is no sample, or too much to look at
    public static LensStep of(Problem problem, float[] parameters, OptimizerState state, int[] samples, double rate) {
        DenseStack stack = DenseStack.of(problem.network(), problem.inputShape().getFirst());
        long units = stack.layers().stream().mapToLong(layer -> 2L * layer.inputs() + 3L * layer.units()).sum();
        if (samples.length == 0) {
            throw new IllegalArgumentException("There are no training samples to take a step on.");
        }
        if (samples.length * Math.max(units, stack.size()) > MOST) {
            throw new IllegalArgumentException("A mini-batch of " + samples.length + " samples is too much for a network with "
                    + stack.size() + " parameters to be looked at; make one of them smaller.");
        }
        return new LensStep(stack, problem, parameters, state, samples, rate);
    }

    private void forward(Problem problem, int n) {
        int sample = samples[n];
        double[] comes = new double[stack.inputs()];
        for (int i = 0; i < comes.length; i++) {
            comes[i] = problem.train().inputs()[sample * comes.length + i];
        }
        int outputs = problem.train().outputs();
        targets[n] = new double[outputs];
        for (int k = 0; k < outputs; k++) {
            targets[n][k] = problem.train().targets()[sample * outputs + k];
        }
        for (int l = 0; l < stack.layers().size(); l++) {
            DenseStack.Dense layer = stack.layers().get(l);
            double[] share = new double[comes.length];
            double[] x = between(layer, comes, share, n);
            double[] z = new double[layer.units()];
            for (int j = 0; j < z.length; j++) {
                z[j] = layer.biases() < 0 ? 0 : parameters[layer.biases() + j];
                for (int i = 0; i < x.length; i++) {
                    z[j] += parameters[layer.weight(j, i)] * x[i];
                }
            }
            Activation activation = layer.layer().activation();
            double[] a = activation == Activation.SOFTMAX ? LossMath.softmax(z) : new double[z.length];
            for (int j = 0; activation != Activation.SOFTMAX && j < z.length; j++) {
                a[j] = Curve.value(activation, z[j]);
            }
            traces.x[l][n] = x;
            traces.share[l][n] = share;
            traces.z[l][n] = z;
            traces.a[l][n] = a;
            comes = a;
        }
        losses[n] = LossMath.loss(training.loss(), last().layer().activation(), traces.z[depth() - 1][n], comes, targets[n]);
    }

    /// What dropout and noise let through: unit u of the mini-batch's sample n is kept in the step and layer where the
    /// engines keep it, and gets their noise; see [CounterRandom].
    private double[] between(DenseStack.Dense layer, double[] comes, double[] share, int n) {
        double[] x = comes.clone();
        java.util.Arrays.fill(share, 1);
        for (DenseStack.Gap gap : layer.before()) {
            long key = CounterRandom.key(training.seed(), state.step(), gap.number());
            for (int u = 0; u < x.length; u++) {
                long index = (long) n * x.length + u;
                switch (gap.layer()) {
                    case Layer.Dropout dropout -> {
                        double kept = CounterRandom.uniform(key, index) >= (float) dropout.rate() ? 1 / (1 - dropout.rate()) : 0;
                        x[u] *= kept;
                        share[u] *= kept;
                    }
                    case Layer.Noise noise -> x[u] += noise.stddev() * CounterRandom.normal(key, index);
                    case Layer other -> throw new IllegalStateException(other.id());
                }
            }
        }
        return x;
    }

    private void backward(int n) {
        int end = depth() - 1;
        traces.delta[end][n] = LossMath.deltas(training.loss(), last().layer().activation(), traces.z[end][n],
                traces.a[end][n], targets[n]);
        for (int l = end - 1; l >= 0; l--) {
            double[] delta = new double[stack.layers().get(l).units()];
            for (int j = 0; j < delta.length; j++) {
                delta[j] = comesBack(l, j, n) * Curve.slope(stack.layers().get(l).layer().activation(), traces.z[l][n][j]);
            }
            traces.delta[l][n] = delta;
        }
    }

    /// Sums a sample's share of the gradient.
    private void accumulate(int n) {
        for (int l = 0; l < depth(); l++) {
            DenseStack.Dense layer = stack.layers().get(l);
            for (int j = 0; j < layer.units(); j++) {
                double delta = traces.delta[l][n][j] / samples.length;
                for (int i = 0; i < layer.inputs(); i++) {
                    mean[layer.weight(j, i)] += delta * traces.x[l][n][i];
                }
                if (layer.biases() >= 0) {
                    mean[layer.biases() + j] += delta;
                }
            }
        }
    }

    public DenseStack stack() {
        return stack;
    }

    public Training training() {
        return training;
    }

    /// Dense layers.
    public int depth() {
        return stack.layers().size();
    }

    DenseStack.Dense last() {
        return stack.layers().getLast();
    }

    /// How many samples the mini-batch has.
    public int count() {
        return samples.length;
    }

    /// The number of a sample of the mini-batch in the training part.
    public int sample(int n) {
        return samples[n];
    }

    /// What comes into a unit over a link, after dropout and noise.
    public double x(int layer, int n, int input) {
        return traces.x[layer][n][input];
    }

    /// What dropout multiplies the output of a unit with on its way into a layer: 0 where it is switched off.
    public double share(int layer, int n, int input) {
        return traces.share[layer][n][input];
    }

    /// A unit's weighted sum.
    public double z(int layer, int n, int unit) {
        return traces.z[layer][n][unit];
    }

    /// What a unit gives out.
    public double a(int layer, int n, int unit) {
        return traces.a[layer][n][unit];
    }

    /// The slope of the sample's loss by a unit's weighted sum.
    public double delta(int layer, int n, int unit) {
        return traces.delta[layer][n][unit];
    }

    /// What comes back to a hidden unit from the units that it feeds: the slope of the sample's loss by its output.
    public double comesBack(int layer, int unit, int n) {
        DenseStack.Dense next = stack.layers().get(layer + 1);
        double sum = 0;
        for (int k = 0; k < next.units(); k++) {
            sum += parameters[next.weight(k, unit)] * traces.delta[layer + 1][n][k];
        }
        return sum * traces.share[layer + 1][n][unit];
    }

    public double target(int n, int output) {
        return targets[n][output];
    }

    /// A sample's targets and outputs, for formulas.
    double[] targets(int n) {
        return targets[n];
    }

    double[] outputs(int n) {
        return traces.a[depth() - 1][n];
    }

    double[] sums(int n) {
        return traces.z[depth() - 1][n];
    }

    /// One sample's loss.
    public double loss(int n) {
        return losses[n];
    }

    /// The mini-batch's mean loss, penalties left out.
    public double loss() {
        double sum = 0;
        for (double loss : losses) {
            sum += loss;
        }
        return sum / losses.length;
    }

    public double parameter(int index) {
        return parameters[index];
    }

    /// The mean of the samples' gradients by a parameter, without penalties.
    public double meanGradient(int index) {
        return mean[index];
    }

    /// What the penalties add to the gradient: `l1 sign(w) + l2 w` of a weight, nothing of a bias.
    public double penalty(int index) {
        if (!isWeight(index)) {
            return 0;
        }
        return training.l1() * Math.signum(parameters[index]) + training.l2() * parameters[index];
    }

    /// Whether a parameter is a weight, not a bias.
    public boolean isWeight(int index) {
        for (DenseStack.Dense layer : stack.layers()) {
            if (index >= layer.weights() && index < layer.weights() + layer.units() * layer.inputs()) {
                return true;
            }
        }
        return false;
    }

    /// The norm of the whole gradient before it is clipped, penalties included.
    public double norm() {
        return norm;
    }

    /// What clipping multiplies the gradient with; 1 for no clipping.
    public double clipping() {
        return factor;
    }

    /// What the optimizer does to a parameter.
    public WeightStep update(int index) {
        return WeightStep.of(constants, parameters[index], (mean[index] + penalty(index)) * factor,
                Memory.of(training.optimizer(), state, index));
    }

    /// All parameters after the step, `[size]`.
    public double[] next() {
        double[] next = new double[stack.size()];
        for (int i = 0; i < next.length; i++) {
            next[i] = update(i).next();
        }
        return next;
    }
}
