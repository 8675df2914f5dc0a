package dev.crescent.app;

import dev.crescent.data.DataException;
import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.data.digits.Centering;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Source;
import dev.crescent.insight.image.Familiarity;
import dev.crescent.insight.image.ImageNetwork;
import dev.crescent.insight.image.MistakeFinder;
import dev.crescent.insight.image.Mistakes;
import dev.crescent.insight.image.Temperature;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads drawings with the network that comes trained, whatever is on the bench, on a thread of its own. It is loaded when
/// the first drawing comes; how sure it may be is found out when the hand rests first, as in the digit room, on fewer
/// digits.
final class StartReader implements AutoCloseable {
    private static final String NETWORK = "digits";
    private static final List<Integer> SHAPE = List.of(1, Centering.SIDE, Centering.SIDE);
    /// Digits on which its sureness is measured, half of them for what it knows.
    private static final int DIGITS = 1000;
    /// Until that is known.
    private static final Sureness EVEN = new Sureness(1, 0.5, null);

    /// What was read.
    ///
    /// @param probability of the digit, softened
    /// @param sure whether it is likely enough, and like what the network has learned
    record Read(int digit, double probability, boolean sure) {}

    private record Sureness(double temperature, double threshold, @Nullable Familiarity familiarity) {}

    private record Reader(Experiment experiment, Model.Network network, float[] parameters, ImageNetwork layers) {}

    private final Engine engine;
    private final Function<Experiment, Dataset> draw;
    private final AtomicReference<@Nullable Read> newest = new AtomicReference<>();
    private final NewestServer<float[]> server;

    // The thread's own:
    private @Nullable Reader reader;
    private @Nullable Dataset digits; // on which sureness is measured, until it is known
    private @Nullable Sureness sureness;

    /// @param onFailure told of errors in the program itself
    StartReader(Engine engine, Consumer<Throwable> onFailure) {
        this(engine, StartReader::digits, onFailure);
    }

    /// @param draw draws the digits on which sureness is measured; called on the thread, once
    StartReader(Engine engine, Function<Experiment, Dataset> draw, Consumer<Throwable> onFailure) {
        this.engine = engine;
        this.draw = draw;
        this.server = new NewestServer<>("crescent-start-reader", this::read, onFailure);
    }

    /// @param ink `[28][28]`, 0 to 1, as the pad prepares it
    void ask(float[] ink) {
        server.ask(ink);
    }

    /// What was read since the last call; null for nothing.
    @Nullable Read take() {
        return newest.getAndSet(null);
    }

    @Override
    public void close() {
        server.close();
    }

    private void read(float[] ink) {
        Reader known = reader;
        if (known == null) {
            known = load();
            reader = known;
        }
        Sureness measured = sureness;
        newest.set(read(known, ink, measured == null ? EVEN : measured));
        if (measured == null) {
            Sureness found = measure(known);
            sureness = found;
            if (found != null) {
                digits = null;
                newest.set(read(known, ink, found));
            }
        }
    }

    private static Read read(Reader with, float[] ink, Sureness sureness) {
        float[][] layers = with.layers().activations(with.parameters(), DigitReader.scaled(ink, with.experiment()));
        float[] chances = Temperature.soften(with.layers().probabilities(layers[layers.length - 1],
                with.experiment().training().loss()), sureness.temperature());
        int winner = DigitReader.winner(chances);
        Familiarity familiarity = sureness.familiarity();
        boolean familiar = familiarity == null || familiarity.knows(layers[layers.length - 2]);
        return new Read(winner, chances[winner], familiar && chances[winner] >= sureness.threshold());
    }

    private Reader load() {
        try {
            Experiment experiment = Builtins.read(NETWORK);
            float[] weights = ShippedWeights.of(experiment);
            if (weights == null || !(experiment.model() instanceof Model.Network network)) {
                throw new IllegalStateException("Crescent's installation is damaged, install it again");
            }
            return new Reader(experiment, network, weights, new ImageNetwork(engine, network, SHAPE));
        } catch (ExperimentFileException e) {
            throw new IllegalStateException("Crescent's installation is damaged, install it again", e);
        }
    }

    /// @return null if something is to be read first
    private @Nullable Sureness measure(Reader of) {
        if (isOutdated()) {
            return null; // before any digits are drawn: a hand that writes asks again and again
        }
        Experiment experiment = of.experiment();
        Dataset known = digits;
        if (known == null) {
            known = draw.apply(experiment);
            digits = known;
        }
        Mistakes mistakes = new MistakeFinder(engine, of.network(), SHAPE, experiment.training().loss())
                .find(of.parameters(), known.test(), this::isOutdated);
        if (mistakes == null) {
            return null;
        }
        double temperature = Temperature.fit(mistakes.probabilities(), mistakes.labels());
        Familiarity familiarity = Familiarity.of(engine, of.network(), SHAPE, of.parameters(), known.train(), known.test(),
                this::isOutdated);
        return familiarity == null ? null
                : new Sureness(temperature, MistakesWorker.threshold(mistakes, temperature), familiarity);
    }

    /// Whether something else is to be done by now.
    private boolean isOutdated() {
        return server.isClosed() || server.waiting() != null;
    }

    /// The digits on which it is measured how sure it may be.
    static Dataset digits(Experiment experiment) {
        Data data = experiment.data();
        try {
            return Datasets.load(new Data(new Source.Digits(DIGITS), data.seed(), 0.5, data.scaling()), experiment.features(),
                    Path.of(""));
        } catch (DataException e) {
            throw new IllegalStateException("Digits that are drawn did not load", e);
        }
    }
}
