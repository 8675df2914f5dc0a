package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.data.digits.Centering;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Spread;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.insight.image.Familiarity;
import dev.crescent.insight.image.MistakeFinder;
import dev.crescent.insight.image.Mistakes;
import dev.crescent.insight.image.Temperature;
import dev.crescent.train.Glance;
import dev.crescent.train.Snapshot;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds what a network reads wrong in the test part, and from how it reads it how sure it may be, on a thread of its own.
/// While training, as many samples are read as the losses are of, and that takes a tenth of the time at most; at rest all.
final class MistakesWorker implements AutoCloseable {
    private static final List<Integer> SHAPE = List.of(1, Centering.SIDE, Centering.SIDE);
    private static final int SHARE = 10;
    /// Of what the network says above the threshold, so much is right.
    private static final double RIGHT = 0.99;
    /// Below an even chance nobody is sure, and above 9 of 10 everybody is.
    private static final double LEAST_SURE = 0.5;
    private static final double MOST_SURE = 0.9;
    /// With fewer samples a temperature says nothing.
    private static final int LEAST_SAMPLES = 200;

    /// What was found.
    ///
    /// @param samples of the test part, or of the training part where there is none, that were read
    /// @param temperature that was fitted to them; 1 with too few
    /// @param threshold the least probability, softened, that counts as sure
    /// @param familiarity what the network knows; null while it trains, without a test part, and until it is found
    record Found(Snapshot snapshot, Dataset.Samples samples, Mistakes mistakes, double temperature, double threshold,
                 @Nullable Familiarity familiarity) {
        Found with(@Nullable Familiarity found) {
            return new Found(snapshot, samples, mistakes, temperature, threshold, found);
        }
    }

    /// A part, or samples from all of it.
    private record Looked(Experiment experiment, Dataset.Samples part, boolean all, Dataset.Samples samples) {}

    private final Engine engine;
    private final AtomicReference<@Nullable Found> newest = new AtomicReference<>();
    private final NewestServer<Snapshot> server;
    private @Nullable Looked looked;
    private @Nullable MistakeFinder finder;
    private @Nullable Experiment finderOf;

    MistakesWorker(Engine engine, Consumer<Throwable> onFailure) {
        this.engine = engine;
        this.server = new NewestServer<>("crescent-mistakes", this::serve, onFailure);
    }

    void ask(Snapshot snapshot) {
        server.ask(snapshot);
    }

    /// What was found since the last call; null for nothing.
    @Nullable Found take() {
        return newest.getAndSet(null);
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(Snapshot snapshot) {
        long start = System.nanoTime();
        find(snapshot);
        if (snapshot.running()) {
            rest((SHARE - 1) * (System.nanoTime() - start));
        }
    }

    /// Leaves the processors to the training, but not once it has paused.
    private void rest(long nanos) {
        long end = System.nanoTime() + Math.max(nanos, OutcomePace.PACE_NANOS);
        for (long left = end - System.nanoTime(); left > 0 && !server.isClosed(); left = end - System.nanoTime()) {
            Snapshot waiting = server.waiting();
            if (waiting != null && !waiting.running()) {
                return;
            }
            LockSupport.parkNanos(this, left);
        }
    }

    private void find(Snapshot snapshot) {
        Dataset.Samples samples = samples(snapshot);
        if (samples.count() == 0) {
            return; // the images are not on this machine yet
        }
        Experiment experiment = snapshot.experiment();
        MistakeFinder tool = finder;
        if (tool == null || finderOf != experiment) {
            tool = new MistakeFinder(engine, (Model.Network) experiment.model(), SHAPE, experiment.training().loss());
            finder = tool;
            finderOf = experiment;
        }
        Mistakes mistakes = tool.find(snapshot.parameters(), samples, server::isClosed);
        if (mistakes != null) {
            double temperature = mistakes.count() < LEAST_SAMPLES ? 1
                    : Temperature.fit(mistakes.probabilities(), mistakes.labels());
            Found found = new Found(snapshot, samples, mistakes, temperature, threshold(mistakes, temperature), null);
            newest.set(found);
            if (!snapshot.running() && snapshot.dataset().test().count() > 0) {
                newest.set(found.with(familiarity(snapshot)));
            }
        }
    }

    private @Nullable Familiarity familiarity(Snapshot snapshot) {
        Dataset data = snapshot.dataset();
        return Familiarity.of(engine, (Model.Network) snapshot.experiment().model(), SHAPE, snapshot.parameters(),
                data.train(), data.test(), () -> server.isClosed() || server.waiting() != null);
    }

    /// The least probability, softened, above which nearly all of them are right.
    static double threshold(Mistakes mistakes, double temperature) {
        float[][] softened = new float[mistakes.count()][];
        for (int i = 0; i < softened.length; i++) {
            softened[i] = Temperature.soften(mistakes.probabilities()[i], temperature);
        }
        return Math.clamp(Temperature.threshold(softened, mistakes.labels(), RIGHT).orElse(MOST_SURE), LEAST_SURE, MOST_SURE);
    }

    private Dataset.Samples samples(Snapshot snapshot) {
        Dataset data = snapshot.dataset();
        Dataset.Samples part = data.test().count() > 0 ? data.test() : data.train();
        int count = snapshot.running() ? Glance.samples(snapshot.experiment(), data, part.count()) : part.count();
        boolean all = count == part.count();
        Looked known = looked;
        if (known == null || known.part != part || known.all != all || known.experiment != snapshot.experiment()) {
            known = new Looked(snapshot.experiment(), part, all, all ? part : some(part, data.inputWidth(), count));
            looked = known;
        }
        return known.samples;
    }

    private static Dataset.Samples some(Dataset.Samples part, int width, int count) {
        float[] inputs = new float[count * width];
        int[] labels = new int[count];
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            int from = Spread.place(i, count, part.count());
            System.arraycopy(part.inputs(), from * width, inputs, i * width, width);
            labels[i] = part.labels()[from];
            values[i] = part.values()[from];
        }
        return new Dataset.Samples(count, inputs, Arrays.copyOf(inputs, 0), 0, labels, values);
    }
}
