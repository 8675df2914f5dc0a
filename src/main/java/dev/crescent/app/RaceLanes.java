package dev.crescent.app;

import dev.crescent.insight.race.RaceMoment;
import dev.crescent.insight.race.Standing;
import dev.crescent.ui.race.Lane;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the small decision fields of a race's lanes up to date, some times a second. Belongs to one thread.
final class RaceLanes implements AutoCloseable {
    private static final long PITCH_NANOS = 80_000_000;

    private final RaceFields worker;
    private List<float[]> asked = List.of();
    private long askedAt;
    private RaceFields.@Nullable Answer known;
    private @Nullable RaceMoment shown;

    RaceLanes(Failures failures) {
        worker = new RaceFields(failures::report);
    }

    /// Called once a frame.
    ///
    /// @return whether there are other fields than before
    boolean frame(RaceMoment now, long nanos) {
        shown = now;
        if (RaceFields.has(now.terms()) && nanos - askedAt >= PITCH_NANOS) {
            List<float[]> parameters = new ArrayList<>();
            for (Standing standing : now.standings()) {
                if (!standing.path().isEmpty()) {
                    parameters.add(standing.path().getLast().parameters());
                }
            }
            if (parameters.size() == now.standings().size() && !isSame(parameters, asked)) {
                asked = parameters;
                askedAt = nanos;
                worker.ask(new RaceFields.Question(now.terms(), parameters));
            }
        }
        RaceFields.Answer answer = worker.take();
        if (answer != null) {
            known = answer;
        }
        return answer != null;
    }

    private static boolean isSame(List<float[]> one, List<float[]> another) {
        boolean same = one.size() == another.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = one.get(i) == another.get(i);
        }
        return same;
    }

    /// The newest fields of the race that is shown, one a racer; empty for none.
    List<Lane.Field> fields() {
        RaceFields.Answer answer = known;
        RaceMoment now = shown;
        return answer != null && now != null && answer.question().terms() == now.terms()
                && answer.fields().size() == now.standings().size() ? answer.fields() : List.of();
    }

    @Override
    public void close() {
        worker.close();
    }
}
