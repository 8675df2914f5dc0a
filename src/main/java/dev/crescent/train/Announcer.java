package dev.crescent.train;

import dev.crescent.engine.Preparation;
import java.util.concurrent.CancellationException;

/// Tells the user, percent by percent, what an engine makes ready while training waits for it.
final class Announcer implements Preparation {
    private final Published published;
    private volatile boolean cancelled;
    private String told = "";

    Announcer(Published published) {
        this.published = published;
    }

    /// @throws CancellationException if nobody waits any more
    @Override
    public void goesOn(String what, double share) {
        if (cancelled) {
            throw new CancellationException(what);
        }
        String text = what + ": " + (int) (100 * share) + " %";
        if (!text.equals(told)) {
            told = text;
            published.tell(Notice.Kind.PREPARING, text);
        }
    }

    /// There is nothing more to wait for.
    void ready() {
        if (!told.isEmpty()) {
            told = "";
            published.tell(Notice.Kind.READY, "");
        }
    }

    /// Ends what is being prepared, from any thread.
    void cancel() {
        cancelled = true;
    }
}
