package dev.crescent.app;

import dev.crescent.insight.race.Entrant;
import dev.crescent.insight.race.Finish;
import dev.crescent.insight.race.NetworkRace;
import dev.crescent.insight.race.RaceMoment;
import dev.crescent.insight.race.RaceNews;
import dev.crescent.insight.race.RaceRefusal;
import dev.crescent.insight.race.RaceTerms;
import dev.crescent.insight.race.RaceThread;
import dev.crescent.insight.race.RaceWish;
import dev.crescent.insight.race.Standing;
import dev.crescent.train.Engines;
import dev.crescent.ui.Sentences;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Drives a race on the network frame by frame: runs it at a speed, pauses it, lets it take single steps, shows it again
/// from its recording. The race itself goes on on a thread of its own. Belongs to one thread.
final class RaceDriver implements AutoCloseable {
    /// So many seconds the race may be ahead of what is known of it.
    private static final double AHEAD = 0.1;

    private final RaceThread thread;
    private @Nullable RaceTerms terms;
    private List<Entrant> entrants = List.of();
    private Finish finish = Finish.atLoss(1);
    private long number;
    private long go;
    private long target;
    private long reached; // steps of the race, as far as is known
    private @Nullable RaceMoment moment;
    private String refusal = "";
    private boolean running;
    private double owed; // steps
    private double head = -1; // the step that a replay has come to; negative for none

    RaceDriver(Engines engines, Consumer<Throwable> onFailure) {
        thread = new RaceThread(engines, onFailure);
    }

    /// Opens a race at its start; one that runs goes on with the new one.
    void begin(RaceTerms next, List<Entrant> who, Finish where) {
        terms = next;
        entrants = List.copyOf(who);
        finish = where;
        number++;
        target = 0;
        reached = 0;
        owed = 0;
        moment = null;
        refusal = "";
        head = -1;
        ask();
    }

    /// Others race than before; those that are new catch up.
    void enter(List<Entrant> who) {
        entrants = List.copyOf(who);
        head = -1;
        moment = null; // it is of others
        ask();
    }

    /// Sets another finish, by which the way so far is judged, too.
    void judge(Finish by) {
        finish = by;
        ask();
    }

    private void ask() {
        RaceTerms of = terms;
        if (of != null) {
            thread.ask(new RaceWish(number, of, entrants, finish, target, go));
        }
    }

    /// The number of the race, another one after each beginning.
    long number() {
        return number;
    }

    /// The race's; null before there is one.
    @Nullable RaceTerms terms() {
        return terms;
    }

    Finish finish() {
        return finish;
    }

    boolean isRunning() {
        return running;
    }

    /// Whether anybody has taken a step.
    boolean isBegun() {
        return reached > 0 || running;
    }

    /// Why there is no race, a sentence; empty if there is one, or none yet.
    String refusal() {
        return refusal;
    }

    /// The newest of the race; null while nothing is known of it.
    @Nullable RaceMoment newest() {
        return moment;
    }

    /// What is to be seen of it: the newest, or in a replay what was.
    @Nullable RaceMoment shown() {
        RaceMoment newest = moment;
        return newest == null || !isReplaying() ? newest : newest.at((long) head);
    }

    boolean isReplaying() {
        return head >= 0;
    }

    /// The step of what is to be seen; the largest there is for the newest.
    long head() {
        return isReplaying() ? (long) head : Long.MAX_VALUE;
    }

    /// Lets it run, or pauses it.
    void run(boolean on) {
        RaceMoment newest = moment;
        boolean hopeless = !refusal.isEmpty() || newest != null && isOver(newest);
        if (on && !running && !hopeless) {
            running = true;
            head = -1;
            go++;
            owed = 1; // the first is due at once
        } else if (!on && running) {
            running = false;
            target = reached;
            ask();
        }
    }

    /// Pauses it, and lets all take a step more.
    void step() {
        run(false);
        head = -1;
        if (terms != null && refusal.isEmpty()) {
            go++;
            target = Math.max(target, reached) + 1;
            ask();
        }
    }

    /// Shows it again from the start on, or the newest again.
    void replay(boolean on) {
        head = -1;
        if (on && reached > 0) {
            run(false);
            head = 0;
        }
    }

    /// Takes what is new, and goes on by a frame.
    ///
    /// @param elapsed seconds since the frame before
    /// @param speed steps a second; infinite for no limit
    /// @return whether there is anything else to be seen than before
    boolean frame(double elapsed, double speed) {
        boolean changed = take();
        if (running) {
            advance(elapsed, speed);
        } else if (isReplaying()) {
            head += elapsed * speed;
            if (moment != null && !(head < reached)) {
                head = -1;
            }
            changed = true;
        }
        return changed;
    }

    private boolean take() {
        RaceNews news = thread.take();
        if (news == null || news.number() != number) {
            return false;
        }
        switch (news) {
            case RaceRefusal refused -> {
                refusal = Sentences.local(refused.sentence());
                moment = null;
                reached = 0;
                running = false;
            }
            case RaceMoment next -> {
                if (!next.standings().stream().map(Standing::entrant).toList().equals(entrants)) {
                    return false; // of those that raced before
                }
                boolean decision = moment != null && !moment.isDecided() && next.isDecided();
                moment = next;
                reached = next.step();
                if (decision || isOver(next)) {
                    run(false);
                }
            }
        }
        return true;
    }

    private static boolean isOver(RaceMoment race) {
        return race.step() >= NetworkRace.MOST_STEPS || race.standings().stream().allMatch(Standing::isLost);
    }

    private void advance(double elapsed, double speed) {
        if (moment == null) {
            return;
        }
        long next = Long.MAX_VALUE;
        if (Double.isFinite(speed)) {
            owed += elapsed * speed;
            long due = (long) owed;
            owed -= due;
            // What the machine cannot compute in time is not made up for later.
            long most = reached + Math.max(1, (long) Math.ceil(AHEAD * speed));
            next = Math.min(Math.max(Math.min(target, most), reached) + due, most);
        }
        if (next != target) {
            target = next;
            ask();
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
