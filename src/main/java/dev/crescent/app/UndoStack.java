package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.train.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What was done, in order, and how much of it is undone at present. A gesture, such as a drag, is one deed however
/// many changes it makes.
final class UndoStack {
    private static final int MOST = 500;
    /// Of the runs that were left for a branch, the last one apart; and so much again of those given up for a change.
    private static final long MOST_BYTES = 64L << 20;

    private final List<Deed> deeds = new ArrayList<>();
    private int done; // of the deeds, how many stand
    private boolean gesture; // whether the last deed may still grow

    /// Adds a deed; what was undone before is forgotten.
    ///
    /// @param finished false while a gesture goes on that later deeds belong to
    void add(Deed deed, boolean finished) {
        deeds.subList(done, deeds.size()).clear();
        Deed last = gesture && done > 0 ? deeds.get(done - 1) : null;
        if (last instanceof Deed.Changed a && deed instanceof Deed.Changed b) {
            deeds.set(done - 1, new Deed.Changed(a.before(), b.after(), b.what(), a.stood(), null));
        } else if (last instanceof Deed.Weighed a && deed instanceof Deed.Weighed b && a.index() == b.index()) {
            deeds.set(done - 1, new Deed.Weighed(a.index(), a.before(), b.after()));
        } else {
            deeds.add(deed);
            if (deeds.size() > MOST) {
                deeds.removeFirst();
            }
            done = deeds.size();
        }
        gesture = !finished;
        if (deed instanceof Deed.Opened) {
            lighten();
        } else if (deed instanceof Deed.Branched) {
            forgetBranches();
        } else if (deed instanceof Deed.Changed changed && changed.stood() != null) {
            forgetRuns();
        }
    }

    /// What was done to another document, and the way from there to this one, were before all that.
    void follow(UndoStack other, Deed.Opened way) {
        List<Deed> before = new ArrayList<>(other.deeds.subList(0, other.done));
        before.add(way);
        deeds.addAll(0, before);
        done += before.size();
        while (deeds.size() > MOST && done > 0) {
            deeds.removeFirst();
            done--;
        }
        lighten();
        forgetRuns();
    }

    /// Runs that were given up for a change go on where they stood: the one that an undo or a redo meets first, and as many
    /// others as there is room for, with data of their own. The others begin anew.
    private void forgetRuns() {
        Set<Dataset> data = Collections.newSetFromMap(new IdentityHashMap<>());
        long taken = 0;
        boolean first = true;
        for (int i : IntStream.range(0, deeds.size()).boxed().sorted(Comparator.comparingInt(this::distance)).toList()) {
            if (!(deeds.get(i) instanceof Deed.Changed changed) || changed.runs().isEmpty()) {
                continue;
            }
            long more = changed.runs().stream().mapToLong(Place::bytes).sum();
            for (Place run : changed.runs()) {
                for (Dataset of : run.data()) {
                    more += data.add(of) && !first ? Timeline.bytes(of) : 0;
                }
            }
            taken += more;
            if (!first && taken > MOST_BYTES) {
                deeds.set(i, changed.lighter());
            }
            first = false;
        }
    }

    /// How far a deed is from what would be undone or done again next.
    private int distance(int index) {
        return Math.abs(2 * index + 1 - 2 * done);
    }

    /// The runs that were left are kept as they were, as many as there is room for. A branch whose run is forgotten cannot be
    /// undone any more, but what was done before it still can.
    private void forgetBranches() {
        long taken = 0;
        for (int i = deeds.size() - 2; i >= 0; i--) {
            taken += deeds.get(i) instanceof Deed.Branched branch ? branch.before().bytes() : 0;
            if (taken > MOST_BYTES && deeds.get(i) instanceof Deed.Branched) {
                deeds.remove(i);
            }
        }
        done = deeds.size();
    }

    /// Only the last document that was left goes on where it was: snapshots hold their data.
    private void lighten() {
        boolean last = true;
        for (int i = deeds.size() - 1; i >= 0; i--) {
            if (deeds.get(i) instanceof Deed.Opened(Place before, Place after)) {
                if (!last) {
                    deeds.set(i, new Deed.Opened(before.lighter(), after.lighter()));
                }
                last = false;
            }
        }
    }

    /// The next deed does not belong to a gesture before it.
    void endGesture() {
        gesture = false;
    }

    boolean canUndo() {
        return done > 0;
    }

    /// The deed that an undo would take back; null if there is none.
    @Nullable Deed last() {
        return canUndo() ? deeds.get(done - 1) : null;
    }

    boolean canRedo() {
        return done < deeds.size();
    }

    /// The deed to take back.
    ///
    /// @param now what is on the bench: it may have been saved since it was opened, which a redo must not forget
    Optional<Deed> undo(Place now) {
        gesture = false;
        if (!canUndo()) {
            return Optional.empty();
        }
        done--;
        if (deeds.get(done) instanceof Deed.Opened opened) {
            deeds.set(done, new Deed.Opened(opened.before(), now));
        } else if (deeds.get(done) instanceof Deed.Branched branched) {
            deeds.set(done, new Deed.Branched(branched.before(), now.orElse(branched.after())));
        } else if (deeds.get(done) instanceof Deed.Changed changed && changed.restarts()) {
            deeds.set(done, changed.to(now));
            forgetRuns();
        }
        return Optional.of(deeds.get(done));
    }

    /// The deed to do again.
    ///
    /// @param now what is on the bench: it may have been saved since it was left, which an undo must not forget
    Optional<Deed> redo(Place now) {
        gesture = false;
        if (!canRedo()) {
            return Optional.empty();
        }
        if (deeds.get(done) instanceof Deed.Opened opened) {
            deeds.set(done, new Deed.Opened(now, opened.after()));
        } else if (deeds.get(done) instanceof Deed.Branched branched) {
            deeds.set(done, new Deed.Branched(now.orElse(branched.before()), branched.after()));
        } else if (deeds.get(done) instanceof Deed.Changed changed && changed.restarts()) {
            deeds.set(done, changed.from(now));
            forgetRuns();
        }
        return Optional.of(deeds.get(done++));
    }

    /// Forgets the last deed, which turned out to be impossible.
    Optional<Deed> dropLast() {
        gesture = false;
        if (!canUndo()) {
            return Optional.empty();
        }
        done--;
        Optional<Deed> last = Optional.of(deeds.get(done));
        deeds.subList(done, deeds.size()).clear();
        return last;
    }
}
