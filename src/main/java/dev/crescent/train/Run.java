package dev.crescent.train;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.data.OwnSamples;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Metrics;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.UnavailableException;
import dev.crescent.experiment.Experiment;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// One experiment in training: the only owner of the weights. Steps are taken by whoever calls, on its thread.
///
/// It goes the same way however often it was paused, see [MiniBatches].
public final class Run implements AutoCloseable {
    /// Of no epoch that is known.
    static final long UNKNOWN = -1;
    /// Of a lesson: mini-batches at least and at most, and how many between looks.
    private static final int LEAST_LESSON = 10;
    private static final int MOST_LESSON = 100;
    private static final int LESSON = 5;
    /// A lesson is over when the network is as sure as this of what it was taught: a probability of 0.9.
    private static final double LEARNED = -Math.log(0.9);

    private final Experiment experiment;
    private final Engine engine;
    private Dataset dataset;
    private Session session;
    private Problem problem;
    private long drawnFor; // where every epoch has its own samples: whose they are, or UNKNOWN
    // for each part what is glanced at, taken when it is first needed: without a window it never is
    private final Map<Part, Samples> glanced = new EnumMap<>(Part.class);
    private final MiniBatches batches;
    private double startLoss = Double.NaN; // the first that was measured
    private double batchLoss;

    private Run(Experiment experiment, Dataset dataset, Engine engine, Session session, Problem problem) {
        this.experiment = experiment;
        this.engine = engine;
        this.dataset = dataset;
        this.session = session;
        this.problem = problem;
        this.batches = new MiniBatches(experiment, dataset.train().count());
    }

    /// Opens a run at its start.
    ///
    /// @throws TrainingException if the experiment cannot be trained
    public static Run start(Experiment experiment, Dataset dataset, Engines engines) throws TrainingException {
        return start(experiment, dataset, engines, Preparation.QUIET);
    }

    /// Opens a run at its start.
    ///
    /// @param watcher told what the engine makes ready, on this thread
    /// @throws TrainingException if the experiment cannot be trained
    public static Run start(Experiment experiment, Dataset dataset, Engines engines, Preparation watcher)
            throws TrainingException {
        try {
            return prepared(experiment, dataset, engines, watcher);
        } catch (UnavailableException e) {
            throw new TrainingException(e.orOtherEngine(), e);
        }
    }

    /// Likewise, for whoever has another engine where this one cannot work.
    ///
    /// @throws UnavailableException if the engine cannot work on this machine
    static Run prepared(Experiment experiment, Dataset dataset, Engines engines, Preparation watcher)
            throws TrainingException, UnavailableException {
        Problem problem = Problems.of(experiment, dataset);
        return open(experiment, dataset, engines.ready(experiment.device(), problem, watcher), problem);
    }

    /// Opens a run at its start on an engine that is ready, whatever the experiment asks for.
    ///
    /// @throws TrainingException if the experiment cannot be trained there
    static Run on(Engine engine, Experiment experiment, Dataset dataset) throws TrainingException {
        return open(experiment, dataset, engine, check(experiment, dataset, engine));
    }

    private static Run open(Experiment experiment, Dataset dataset, Engine engine, Problem problem) throws TrainingException {
        try {
            return new Run(experiment, dataset, engine, engine.open(problem), problem);
        } catch (IllegalArgumentException e) {
            throw new TrainingException(String.valueOf(e.getMessage()), e);
        }
    }

    /// Whether the experiment can be trained, as far as can be known without making its engine ready.
    ///
    /// @return what the engine is asked for
    /// @throws TrainingException if it cannot
    public static Problem check(Experiment experiment, Dataset dataset, Engines engines) throws TrainingException {
        return check(experiment, dataset, engines.choose(experiment.device()));
    }

    private static Problem check(Experiment experiment, Dataset dataset, Engine engine) throws TrainingException {
        Problem problem = Problems.of(experiment, dataset);
        Engines.check(engine, problem);
        return problem;
    }

    public Experiment experiment() {
        return experiment;
    }

    public Dataset dataset() {
        return dataset;
    }

    /// What trains it.
    public Engine engine() {
        return engine;
    }

    /// Whether that has failed, and another engine goes on in its place.
    public boolean isElsewhere() {
        return session.isElsewhere();
    }

    /// Steps done.
    public long step() {
        return batches.step();
    }

    /// Whole epochs done.
    public long epochsDone() {
        return batches.epochsDone();
    }

    /// Epochs done, a fraction within one.
    public double epoch() {
        return batches.epoch();
    }

    /// Whether the next step begins an epoch.
    public boolean atEpochStart() {
        return batches.atEpochStart();
    }

    /// Whether there is anything to train on.
    public boolean hasSamples() {
        return batches.samples() > 0;
    }

    /// One step: a mini-batch and an update.
    ///
    /// @return how many samples it took
    public int train() {
        return train(1);
    }

    /// Some steps, as many as the engine likes to take at once, with the same result as one by one: none beyond the epoch's
    /// end, and none after one whose loss was no number.
    ///
    /// @param most 1 or more
    /// @return how many samples they took
    public int train(long most) {
        if (!hasSamples()) {
            return 0;
        }
        if (drawnFor != batches.epochsDone() && Datasets.isFresh(experiment.data())) {
            renew();
        }
        int batch = experiment.training().batchSize();
        int steps = batches.steps(Math.min(most, session.stride()));
        int count = batches.count(steps);
        int taken = 1;
        if (steps == 1) {
            batchLoss = session.train(batches.order(), batches.from(), count, rate(0));
        } else {
            double[] rates = new double[steps];
            Arrays.setAll(rates, this::rate);
            double[] losses = new double[steps];
            taken = session.trainAll(batches.order(), batches.from(), count, batch, rates, losses);
            batchLoss = losses[taken - 1];
        }
        batches.took(taken);
        return Math.min(taken * batch, count);
    }

    private double rate(int ahead) {
        return experiment.training().optimizer().learningRate() * batches.factor(ahead);
    }

    /// Learns the last sample of the user's own: some steps beside those of the epoch, half of each mini-batch the user's
    /// samples and half others, until the network is sure of it. What it knows of the others is kept in mind by them.
    void learnOwn() {
        int own = dataset.own();
        int samples = batches.samples();
        int others = samples - own;
        Samples last = Glance.last(problem.samples(Part.TRAINING));
        int batch = experiment.training().batchSize();
        SplittableRandom random = new SplittableRandom(batches.step());
        double rate = experiment.training().optimizer().learningRate();
        for (int done = 0; done < MOST_LESSON; done += LESSON) {
            for (int i = 0; i < LESSON; i++) {
                int[] lesson = new int[batch];
                for (int j = 0; j < batch; j++) {
                    // Every fourth is the last one, so that many earlier ones do not drown it.
                    int other = others == 0 ? samples - 1 : random.nextInt(others);
                    lesson[j] = j % 4 == 0 ? samples - 1 : j % 4 == 2 ? others + random.nextInt(own) : other;
                }
                batchLoss = session.train(lesson, 0, batch, rate);
                batches.tookBeside();
            }
            if (done + LESSON >= LEAST_LESSON && session.evaluate(last).loss() <= LEARNED) {
                return;
            }
        }
    }

    /// Goes on with the samples of this epoch.
    private void renew() {
        Dataset next = Datasets.ofEpoch(experiment.data(), dataset, batches.epochsDone());
        Problem other = Problems.with(problem, experiment, next);
        Session opened = engine.open(other);
        opened.load(session.parameters(), session.optimizerState());
        session.close();
        session = opened;
        problem = other;
        dataset = next;
        drawnFor = batches.epochsDone();
        glanced.clear();
    }

    /// Of which epoch the training samples are, where every epoch has its own; [#UNKNOWN] if nobody knows.
    long drawnFor() {
        return drawnFor;
    }

    /// Says so.
    void setDrawnFor(long someEpoch) {
        drawnFor = someEpoch;
    }

    /// Loss and accuracy over a part in evaluation mode.
    public Metrics evaluate(Part part) {
        return measured(part, session.evaluate(part));
    }

    /// Likewise, over so many samples from all of the part that it takes little time; see [Glance#samples].
    public Metrics glance(Part part) {
        Samples looked = glanced.computeIfAbsent(part, of -> Glance.of(experiment, dataset, problem.samples(of)));
        return measured(part, session.evaluate(looked));
    }

    private Metrics measured(Part part, Metrics metrics) {
        if (part == Part.TRAINING && Double.isNaN(startLoss)) {
            startLoss = metrics.loss();
        }
        return metrics;
    }

    /// Whether the last step's loss was no number any more.
    public boolean broken() {
        return !Double.isFinite(batchLoss);
    }

    /// Why this loss means that training went astray, as a sentence for the user; empty if it does not.
    ///
    /// @param train what [#evaluate] or [#glance] measured over the training part
    public Optional<String> divergence(Metrics train) {
        return hasSamples() ? Divergence.of(experiment.training().optimizer(), epoch(), broken(), startLoss, train.loss())
                : Optional.empty();
    }

    /// Where each layer's parameters lie.
    public ParameterLayout layout() {
        return session.layout();
    }

    /// A copy of the parameters.
    public float[] parameters() {
        return session.parameters();
    }

    /// A copy of what the optimizer remembers.
    public OptimizerState optimizerState() {
        return session.optimizerState();
    }

    /// Replaces the parameters, for a weight that the user edited or that a file holds; the optimizer goes on.
    public void load(float[] parameters) {
        session.load(parameters, session.optimizerState());
        batchLoss = 0;
    }

    /// Goes on from another run's parameters, optimizer state and place in training. With another number of steps an
    /// epoch that place is the next one at or after it, so that epochs never count back; it may be the next epoch's
    /// start.
    public void goOn(float[] parameters, OptimizerState state, long stepsDone, double epochsDone) {
        session.load(parameters, state);
        batchLoss = 0;
        batches.goTo(stepsDone, epochsDone);
    }

    /// Where this run stands.
    ///
    /// @param history of it so far
    public Progress progress(History history) {
        return new Progress(step(), epoch(), dataset.inputShape(), parameters(), optimizerState(), history, OwnSamples.of(dataset));
    }

    /// Goes on where training stood another day, on the data set that [#resumed] gives.
    ///
    /// @throws TrainingException if it does not fit this run's network, data or optimizer
    public void resume(Progress progress) throws TrainingException {
        if (!dataset.inputShape().equals(progress.inputShape())) {
            throw new TrainingException("Its training does not fit its data any more, whose samples have the shape "
                    + dataset.inputShape() + " and had " + progress.inputShape() + ".");
        }
        if (layout().total() != progress.parameters().length) {
            throw new TrainingException("Its training does not fit its network, which has " + layout().total()
                    + " parameters, not " + progress.parameters().length + ".");
        }
        try {
            goOn(progress.parameters(), progress.optimizer(), progress.step(), progress.epoch());
            drawnFor = drawnFor(progress);
        } catch (IllegalArgumentException e) {
            throw new TrainingException("Its training does not fit its optimizer. " + e.getMessage(), e);
        }
    }

    /// The data set that an experiment goes on with: with the samples of the user's own that it had, and those of the epoch
    /// that it stands in.
    ///
    /// @param loaded as the experiment says
    public static Dataset resumed(Experiment experiment, Dataset loaded, Progress progress) {
        boolean others = loaded.train().count() > 0 && progress.own().fit(loaded);
        return Datasets.ofEpoch(experiment.data(), loaded.with(others ? progress.own() : OwnSamples.NONE), drawnFor(progress));
    }

    /// Of which epoch the samples are where training stood: an epoch's own samples stay until the next one's first step.
    private static long drawnFor(Progress progress) {
        return Math.max(0, (long) Math.ceil(progress.epoch()) - 1);
    }

    @Override
    public void close() {
        session.close();
    }
}
