package dev.crescent.engine.cpu;

import static dev.crescent.engine.cpu.Panels.SAMPLES;

import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Training;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One network in training. Everything is allocated when it opens.
final class CpuSession implements Session {
    /// Samples that go through the network at once; a larger mini-batch goes in turns.
    private static final int MOST_PANELS = 32;
    private static final int EVALUATION_PANELS = 8;

    private final Problem problem;
    private final Training training;
    private final ParameterLayout layout;
    // [total], and room for the kernels
    private final float[] parameters;
    // [size]
    private final float[] gradient;
    private final Updater updater;
    private final Pipeline trainer;
    private final Head trainerHead;
    private final Pipeline evaluator;
    private final Head evaluatorHead;
    private final Stage.Moment moment;
    /// The step at which the optimizer's memory began.
    private long since;

    CpuSession(Problem problem) {
        this.problem = problem;
        this.training = problem.training();
        this.layout = ParameterLayout.of(problem.network(), problem.inputShape());
        this.parameters = Arrays.copyOf(InitialParameters.of(problem.network(), problem.inputShape()),
                Pipeline.room(layout));
        this.gradient = new float[layout.size()];
        this.updater = Updater.of(training.optimizer(), layout.size());
        this.moment = new Stage.Moment(training.seed());
        Fusion fusion = Fusion.of(training.loss(), problem.network().output().activation());
        // Batch normalization looks at the whole mini-batch.
        int panels = layout.statistics().isEmpty() ? Math.min(MOST_PANELS, Panels.count(training.batchSize()))
                : Panels.count(training.batchSize());
        this.trainer = new Pipeline(problem.network(), problem.inputShape(), layout, fusion, panels, true);
        this.trainerHead = new Head(training.loss(), trainer.last(), panels, true);
        this.evaluator = new Pipeline(problem.network(), problem.inputShape(), layout, fusion, EVALUATION_PANELS, false);
        this.evaluatorHead = new Head(training.loss(), evaluator.last(), EVALUATION_PANELS, false);
    }

    @Override
    public ParameterLayout layout() {
        return layout;
    }

    @Override
    public void load(float[] values, OptimizerState state) {
        if (values.length != layout.total()) {
            throw new IllegalArgumentException("The network has " + layout.total() + " parameters and statistics, not "
                    + values.length + ".");
        }
        updater.load(state);
        System.arraycopy(values, 0, parameters, 0, values.length);
        moment.step = state.step();
        since = state.since();
    }

    @Override
    public float[] parameters() {
        return Arrays.copyOf(parameters, layout.total());
    }

    @Override
    public OptimizerState optimizerState() {
        return updater.state(moment.step, since);
    }

    @Override
    public double train(int[] order, int from, int count, double learningRate) {
        double loss = differentiate(order, from, count);
        if (training.clip() > 0) {
            Penalty.clip(gradient, layout.size(), training.clip());
        }
        moment.step++;
        updater.update(parameters, gradient, learningRate, moment.step - since);
        trainer.remember(parameters);
        return loss;
    }

    @Override
    public double gradient(int[] order, int from, int count, float[] into) {
        double loss = differentiate(order, from, count);
        System.arraycopy(gradient, 0, into, 0, layout.size());
        return loss;
    }

    /// Fills [#gradient], penalties included.
    private double differentiate(int[] order, int from, int count) {
        Arrays.fill(gradient, 0);
        double divisor = trainerHead.divisor(count);
        double sum = 0;
        for (int first = 0; first < count; first += trainer.capacity) {
            int now = Math.min(trainer.capacity, count - first);
            gather(problem.train(), order, from + first, now, trainer, trainerHead);
            moment.first = first;
            trainer.forward(parameters, now, moment);
            sum += trainerHead.sum(now, divisor);
            trainer.backward(parameters, gradient, now);
        }
        if (training.l1() > 0 || training.l2() > 0) {
            Penalty.add(layout, parameters, gradient, training.l1(), training.l2());
        }
        return sum / divisor;
    }

    @Override
    public Metrics evaluate(Part part) {
        Samples samples = problem.samples(part);
        if (samples.count() == 0) {
            return Metrics.NONE;
        }
        int[] labels = samples.labels();
        double sum = 0;
        long correct = 0;
        for (int first = 0; first < samples.count(); first += evaluator.capacity) {
            int now = Math.min(evaluator.capacity, samples.count() - first);
            gather(samples, null, first, now, evaluator, evaluatorHead);
            evaluator.forward(parameters, now, moment);
            sum += evaluatorHead.sum(now, 1);
            correct += labels == null ? 0 : evaluatorHead.correct(labels, first, now);
        }
        return new Metrics(sum / evaluatorHead.divisor(samples.count()),
                labels == null ? Double.NaN : (double) correct / samples.count());
    }

    /// Copies samples into panels.
    ///
    /// @param order which samples; null: in their own order
    private static void gather(Samples samples, int @Nullable [] order, int from, int count, Pipeline pipeline,
            Head head) {
        Stage.Source input = pipeline.input();
        int width = samples.width();
        int outputs = samples.outputs();
        int targetRows = pipeline.last().rows;
        for (int n = 0; n < count; n++) {
            int sample = order == null ? from + n : order[from + n];
            int lane = n % SAMPLES;
            scatter(samples.inputs(), sample * width, width, input.values(), n / SAMPLES * input.rows() * SAMPLES + lane);
            scatter(samples.targets(), sample * outputs, outputs, head.targets(),
                    n / SAMPLES * targetRows * SAMPLES + lane);
        }
    }

    private static void scatter(float[] from, int offset, int width, float[] to, int start) {
        for (int i = 0; i < width; i++) {
            to[start + i * SAMPLES] = from[offset + i];
        }
    }

    @Override
    public void close() {}
}
