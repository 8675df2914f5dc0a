package dev.crescent.engine.nd4j;

import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Training;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/// One network in training on ND4J.
final class Nd4jSession implements Session {
    private final Problem problem;
    private final Net net;
    private final Losses losses;
    private final Step.Moment moment;
    /// Samples that go through the network at once in training.
    private final int turn;
    private final Passes training;
    private final Passes evaluation;
    private final Rule rule;
    private final Tape start = new Tape();
    private final Tape penalties = new Tape();
    private final Tape clipping = new Tape();
    /// The step at which the optimizer's memory began.
    private long since;

    Nd4jSession(Problem problem) {
        Training settings = problem.training();
        this.problem = problem;
        this.net = new Net(problem.network(), problem.inputShape());
        this.losses = new Losses(settings.loss(), problem.network().output().activation(), net.outputs);
        this.moment = new Step.Moment(settings.seed());
        // Batch normalization looks at the whole mini-batch.
        this.turn = net.layout.statistics().isEmpty() ? net.most : settings.batchSize();
        this.training = new Passes(samples -> Pass.training(net, losses, moment, samples));
        this.evaluation = new Passes(samples -> Pass.evaluation(net, samples));
        INDArray gradient = net.parameters.gradient();
        this.rule = Rule.of(settings.optimizer(), net.parameters.learned(), gradient);
        start.set(gradient, 0);
        penalize(settings);
        if (settings.clip() > 0) {
            INDArray norm = clipping.root(clipping.sum(clipping.square(gradient), 0));
            clipping.scale(gradient, clipping.smallest(clipping.over(settings.clip(), clipping.add(norm, 1e-6)), 1));
        }
        net.parameters.load(InitialParameters.of(problem.network(), problem.inputShape()));
    }

    /// The gradient of `l1 sum |w| + l2/2 sum w^2` over weights, biases apart.
    private void penalize(Training settings) {
        for (Parameters.Pair pair : net.parameters.pairs()) {
            if (settings.l1() > 0) {
                penalties.addTo(pair.weightGradient(), penalties.times(penalties.sign(pair.weight()), settings.l1()));
            }
            if (settings.l2() > 0) {
                penalties.addTo(pair.weightGradient(), penalties.times(pair.weight(), settings.l2()));
            }
        }
    }

    @Override
    public ParameterLayout layout() {
        return net.layout;
    }

    @Override
    public void load(float[] parameters, OptimizerState state) {
        net.parameters.check(parameters);
        rule.load(state);
        net.parameters.load(parameters);
        moment.step = state.step();
        since = state.since();
    }

    @Override
    public float[] parameters() {
        return net.parameters.values();
    }

    @Override
    public OptimizerState optimizerState() {
        return rule.state(moment.step, since);
    }

    @Override
    public double train(int[] order, int from, int count, double learningRate) {
        double loss = differentiate(order, from, count);
        clipping.play();
        moment.step++;
        rule.update(learningRate, moment.step - since);
        training.of(lastTurn(count)).remember();
        return loss;
    }

    @Override
    public double gradient(int[] order, int from, int count, float[] into) {
        double loss = differentiate(order, from, count);
        System.arraycopy(Parameters.values(net.parameters.gradient()), 0, into, 0, net.layout.size());
        return loss;
    }

    private int lastTurn(int count) {
        return (count - 1) % turn + 1;
    }

    /// Fills the gradient, penalties included.
    private double differentiate(int[] order, int from, int count) {
        double divisor = losses.divisor(count);
        double sum = 0;
        start.play();
        for (int first = 0; first < count; first += turn) {
            Pass pass = training.of(Math.min(turn, count - first));
            gather(problem.train(), order, from + first, pass);
            moment.first = first;
            pass.play(divisor);
            sum += loss(pass);
        }
        penalties.play();
        return sum / divisor;
    }

    private double loss(Pass pass) {
        float[] scores = pass.scores(losses.readsSums());
        double sum = 0;
        for (int at = 0; at < scores.length; at += net.outputs) {
            sum += losses.of(scores, pass.targets, at);
        }
        return sum;
    }

    @Override
    public Metrics evaluate(Part part) {
        return evaluate(problem.samples(part));
    }

    @Override
    public Metrics evaluate(Samples samples) {
        if (samples.count() == 0) {
            return Metrics.NONE;
        }
        int[] labels = samples.labels();
        double sum = 0;
        long correct = 0;
        for (int first = 0; first < samples.count(); first += net.most) {
            Pass pass = evaluation.of(Math.min(net.most, samples.count() - first));
            gather(samples, null, first, pass);
            pass.play(1);
            sum += loss(pass);
            correct += labels == null ? 0 : correct(pass.scores(losses.readsSums()), labels, first);
        }
        return new Metrics(sum / losses.divisor(samples.count()),
                labels == null ? Double.NaN : (double) correct / samples.count());
    }

    /// How many samples are classified right.
    ///
    /// @param labels of all samples
    /// @param first the number of the pass' first sample among them
    private long correct(float[] scores, int[] labels, int first) {
        long correct = 0;
        for (int at = 0; at < scores.length; at += net.outputs) {
            correct += losses.classOf(scores, at) == labels[first + at / net.outputs] ? 1 : 0;
        }
        return correct;
    }

    /// Copies as many samples as a pass takes.
    ///
    /// @param order which samples; null: in their own order
    private static void gather(Samples samples, int @Nullable [] order, int from, Pass pass) {
        int width = samples.width();
        int outputs = samples.outputs();
        for (int n = 0; n < pass.inputs.length / width; n++) {
            int sample = order == null ? from + n : order[from + n];
            System.arraycopy(samples.inputs(), sample * width, pass.inputs, n * width, width);
            System.arraycopy(samples.targets(), sample * outputs, pass.targets, n * outputs, outputs);
        }
    }

    @Override
    public void close() {
        training.close();
        evaluation.close();
        rule.close();
        start.close();
        penalties.close();
        clipping.close();
        net.close();
    }
}
