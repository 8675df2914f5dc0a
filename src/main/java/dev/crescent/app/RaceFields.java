package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.PlaneNetwork;
import dev.crescent.insight.Region;
import dev.crescent.insight.ValueRange;
import dev.crescent.insight.race.RaceTerms;
import dev.crescent.ui.race.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Computes the small decision fields of a race on a thread of its own. A newer question replaces an older one.
final class RaceFields implements AutoCloseable {
    private static final int SIDE = 44;
    private static final ValueRange CHANCES = new ValueRange(0, 1);

    /// What is asked.
    ///
    /// @param parameters one network's an entry, `[layout total]` each
    record Question(RaceTerms terms, List<float[]> parameters) {}

    /// @param fields one an entry of the question
    record Answer(Question question, List<Lane.Field> fields) {}

    private final AtomicReference<@Nullable Answer> newest = new AtomicReference<>();
    private final NewestServer<Question> server;

    // The worker's own:
    private @Nullable RaceTerms known;
    private @Nullable PlaneNetwork network;
    private Region region = new Region(-1, 1, -1, 1);
    private ValueRange range = CHANCES;

    /// @param onFailure told of errors in the program itself
    RaceFields(Consumer<Throwable> onFailure) {
        server = new NewestServer<>("crescent-race-fields", this::answer, onFailure);
    }

    /// Whether a network over such data has a field.
    static boolean has(RaceTerms terms) {
        return terms.dataset().plane() != null && terms.experiment().model() instanceof Model.Network;
    }

    /// @param question of terms that have fields
    void ask(Question question) {
        server.ask(question);
    }

    /// What was found since the last call; null for nothing.
    @Nullable Answer take() {
        return newest.getAndSet(null);
    }

    @Override
    public void close() {
        server.close();
    }

    private void answer(Question question) {
        PlaneNetwork over = network(question.terms());
        List<Lane.Field> fields = new ArrayList<>();
        for (float[] parameters : question.parameters()) {
            OutputField field = over.output(parameters, region, SIDE, SIDE);
            fields.add(new Lane.Field(field, range));
        }
        newest.set(new Answer(question, fields));
    }

    private PlaneNetwork network(RaceTerms terms) {
        PlaneNetwork made = network;
        Dataset data = terms.dataset();
        if (made == null || terms != known) {
            if (!(terms.experiment().model() instanceof Model.Network model) || data.plane() == null) {
                throw new IllegalArgumentException("These data have no plane");
            }
            made = new PlaneNetwork(terms.experiment(), data.task(), data.classNames().size(), data.plane(),
                    new CpuEngine(1).evaluator(model, data.inputShape()));
            network = made;
            known = terms;
            region = Region.around(data);
            range = data.task() == Task.REGRESSION ? ValueRange.ofTargets(data) : CHANCES;
        }
        return made;
    }
}
