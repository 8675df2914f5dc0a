package dev.crescent.app;

import dev.crescent.lesson.Beat;
import dev.crescent.train.Engines;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The benches of a talk: that of what is on stage, and that of what comes next, which is got ready meanwhile, since data
/// may take seconds. All methods run on the JavaFX thread.
final class StageBenches implements AutoCloseable {
    private final Engines engines;
    private final Executor files;
    private final Failures failures;
    private @Nullable Place first;
    private @Nullable Workbench current;
    private @Nullable Workbench ahead;
    private @Nullable Beat aheadOf;

    /// @param files one thread for files
    StageBenches(Engines engines, Executor files, Failures failures) {
        this.engines = engines;
        this.files = files;
        this.failures = failures;
    }

    /// What every bench begins with; null for the scenes' own starts.
    void setFirst(@Nullable Place place) {
        first = place;
    }

    /// The bench of what is on stage; null before the first scene.
    @Nullable Workbench current() {
        return current;
    }

    /// Puts a bench at its start on stage, in the place of the one before.
    void open(Beat next) {
        closeCurrent();
        Workbench ready = ahead;
        if (ready != null && next == aheadOf) {
            current = ready;
            ahead = null;
        } else {
            current = make(next);
        }
    }

    /// Gets the bench ready for what comes next.
    void prepare(Beat next) {
        if (next != aheadOf || ahead == null) {
            closeAhead();
            ahead = make(next);
            aheadOf = next;
        }
    }

    private Workbench make(Beat beat) {
        Place own = first;
        Workbench made = new Workbench(own == null ? Place.start(Document.begun(beat.experiment()))
                : Place.of(own.document(), own.stands()), engines, failures::report);
        float[] comesWith = own == null ? null : own.weights();
        if (comesWith != null && own != null && own.stands() == null) {
            made.beginTrained(comesWith);
        }
        if (!beat.builtin().isEmpty()) {
            files.execute(() -> {
                float[] weights = ShippedWeights.of(beat.experiment());
                if (weights != null) {
                    Platform.runLater(() -> beginTrained(made, weights));
                }
            });
        }
        return made;
    }

    private void beginTrained(Workbench made, float[] weights) {
        if (made == current || made == ahead) {
            made.beginTrained(weights);
        }
    }

    private void closeCurrent() {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    private void closeAhead() {
        if (ahead != null) {
            ahead.close();
            ahead = null;
        }
    }

    @Override
    public void close() {
        closeCurrent();
        closeAhead();
    }
}
