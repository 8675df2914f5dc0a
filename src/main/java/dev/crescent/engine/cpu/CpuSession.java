package dev.crescent.engine.cpu;

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
///
/// A step is shared twice: samples on their way forward and back, panel by panel, then the parameters' gradient and
/// update, block by block.
final class CpuSession implements Session {
    private final Problem problem;
    private final ParameterLayout layout;
    // [total], and room for the kernels
    private final float[] parameters;
    // [size], and room for the kernels
    private final float[] gradient;
    private final Updater updater;
    private final Step step;
    private final Crew crew;
    private final Foreman foreman = new Foreman();
    private final Pipeline trainer;
    private final Head head;
    private final Passage training;
    private final Passage evaluation;
    private final Head evaluationHead;
    private final Stage.Moment moment;
    /// Null where the network is not tiny.
    private final @Nullable TinyStep tiny;
    /// Null where the network is tiny, large or shared.
    private final @Nullable SoloStep solo;
    private final Crew.Work differentiate = onBlocks(this::differentiate);
    private final Crew.Work learn = onBlocks(this::learn);
    private final Crew.Work measure = this::measure;
    private final Crew.Work update = onBlocks(this::update);
    private final Crew.Work refresh = this::refresh;
    /// Whether the gradient is begun, not gone on with.
    private boolean anew;
    private boolean complete;
    /// The step at which the optimizer's memory began.
    private long since;

    /// @param workers threads to share with, the caller included
    CpuSession(Problem problem, int workers) {
        this.problem = problem;
        this.layout = ParameterLayout.of(problem.network(), problem.inputShape());
        this.parameters = Arrays.copyOf(InitialParameters.of(problem.network(), problem.inputShape()),
                Pipeline.room(layout));
        this.gradient = new float[parameters.length];
        Training settings = problem.training();
        this.updater = Updater.of(settings.optimizer(), layout.size());
        this.step = new Step(settings, updater, parameters, gradient, layout.size());
        this.moment = new Stage.Moment(settings.seed());
        Fusion fusion = Fusion.of(settings.loss(), problem.network().output().activation());
        Room room = Room.of(problem);
        int panels = room.panels();
        this.trainer = new Pipeline(problem.network(), problem.inputShape(), layout, fusion, panels, workers, true);
        this.head = new Head(settings.loss(), trainer.outputs(), panels, workers, true);
        Pipeline evaluator = new Pipeline(problem.network(), problem.inputShape(), layout, fusion, room.evaluationPanels(),
                workers, false);
        this.evaluationHead = new Head(settings.loss(), evaluator.outputs(), room.evaluationPanels(), workers, false);
        this.crew = new Crew(workers);
        this.training = new Passage(trainer, head, parameters, moment, problem.train(), crew, true);
        this.evaluation = new Passage(evaluator, evaluationHead, parameters, moment, problem.train(), crew, false);
        this.tiny = TinyStep.suits(problem, layout) ? new TinyStep(problem, layout, step, parameters, gradient) : null;
        this.solo = tiny == null && workers == 1 && SoloStep.suits(layout.size())
                ? new SoloStep(trainer, head, step, problem.train(), parameters, gradient, moment) : null;
        crew.run(refresh, foreman.alone());
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
        crew.run(refresh, foreman.alone());
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
        updater.begin(learningRate, moment.step + 1 - since);
        if (tiny != null && count <= Panels.SAMPLES) {
            double loss = tiny.run(order, from, count);
            moment.step++;
            return loss;
        }
        if (solo != null && count <= training.capacity()) {
            double loss = solo.run(order, from, count);
            moment.step++;
            return loss;
        }
        long start = crew.workers() > 1 ? System.nanoTime() : 0;
        double loss = pass(order, from, count, step.clips() ? differentiate : learn);
        if (step.clips()) {
            crew.run(measure, foreman.alone());
            step.shorten();
            crew.run(update, foreman.alone());
        }
        moment.step++;
        trainer.remember(parameters);
        if (crew.workers() > 1) {
            foreman.done(System.nanoTime() - start);
        }
        return loss;
    }

    @Override
    public double gradient(int[] order, int from, int count, float[] into) {
        double loss = pass(order, from, count, differentiate);
        System.arraycopy(gradient, 0, into, 0, layout.size());
        return loss;
    }

    /// A mini-batch forward and back, in turns if it is large.
    ///
    /// @param last done with the last turn's deltas
    /// @return the mean loss
    private double pass(int[] order, int from, int count, Crew.Work last) {
        double divisor = head.divisor(count);
        double sum = 0;
        for (int first = 0; first < count; first += training.capacity()) {
            int now = Math.min(training.capacity(), count - first);
            moment.first = first;
            anew = first == 0;
            complete = first + now == count;
            training.run(problem.train(), order, from + first, now, divisor, foreman.alone());
            sum = training.addLosses(sum);
            crew.run(complete ? last : differentiate, foreman.alone());
        }
        return sum / divisor;
    }

    /// What is done to a block of one stage's parameters.
    @FunctionalInterface
    private interface OnBlock {
        void take(Stage stage, int block, Share share);
    }

    /// Each worker's share of every stage's blocks.
    private Crew.Work onBlocks(OnBlock todo) {
        return worker -> {
            Share share = training.share(worker);
            for (int layer = 0; layer < trainer.layers(); layer++) {
                Stage stage = trainer.stage(layer);
                int end = share.to(stage.blocks.count);
                for (int block = share.from(stage.blocks.count); block < end; block++) {
                    todo.take(stage, block, share);
                }
            }
        };
    }

    private void differentiate(Stage stage, int block, Share share) {
        stage.differentiate(block, share, gradient, anew);
        if (complete) {
            step.penalize(stage.blocks, block);
        }
    }

    private void update(Stage stage, int block, Share share) {
        step.update(stage.blocks, block);
        stage.refresh(block, parameters);
    }

    /// The gradient, and the update by it while it is in the cache.
    private void learn(Stage stage, int block, Share share) {
        differentiate(stage, block, share);
        update(stage, block, share);
    }

    private void measure(int worker) {
        step.measure(training.share(worker));
    }

    private void refresh(int worker) {
        trainer.refresh(parameters, training.share(worker));
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
        double sum = 0;
        long correct = 0;
        for (int first = 0; first < samples.count(); first += evaluation.capacity()) {
            int now = Math.min(evaluation.capacity(), samples.count() - first);
            evaluation.run(samples, null, first, now, 1, foreman.alone());
            sum = evaluation.addLosses(sum);
            correct += evaluation.correct();
        }
        return new Metrics(sum / evaluationHead.divisor(samples.count()),
                samples.labels() == null ? Double.NaN : (double) correct / samples.count());
    }

    @Override
    public void close() {
        crew.close();
    }
}
