package dev.crescent.app;

import dev.crescent.insight.CurveData.Ghost;
import dev.crescent.train.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The runs that are kept for comparison: what the user pinned, what came with a document, and what was left for a branch.
/// A few at most; whoever is told calls on the JavaFX thread.
final class PinnedRuns {
    static final int MOST = 4;

    private final List<Runnable> listeners = new ArrayList<>();
    private final Map<Snapshot, Ghost> left = new IdentityHashMap<>(); // runs that were left for a branch
    private List<Ghost> runs = List.of();
    private int oldest;

    /// In the order of their letters. Another list after each change, the same one until then.
    List<Ghost> runs() {
        return runs;
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /// Keeps a run as far as it has come.
    void pin(Snapshot run) {
        List<Ghost> kept = new ArrayList<>(runs);
        if (kept.size() < MOST) {
            kept.add(ghost(run));
        } else {
            // In the oldest one's place, so that the others keep their letters.
            kept.set(oldest, ghost(run));
            oldest = (oldest + 1) % MOST;
        }
        become(kept);
    }

    /// Keeps a run that was left for a branch, in the place of another such run if there is no room. What the user pinned
    /// stays.
    void keepLeft(Snapshot end) {
        List<Ghost> kept = new ArrayList<>(runs);
        Ghost ghost = ghost(end);
        left.values().retainAll(kept);
        if (kept.size() >= MOST) {
            Ghost other = kept.stream().filter(left::containsValue).findFirst().orElse(null);
            if (other == null) {
                return;
            }
            left.values().remove(other);
            kept.set(kept.indexOf(other), ghost);
        } else {
            kept.add(ghost);
        }
        left.put(end, ghost);
        become(kept);
    }

    /// A run that was left has come back, and is kept no more.
    void comeBack(Snapshot end) {
        Ghost ghost = left.remove(end);
        List<Ghost> kept = new ArrayList<>(runs);
        if (ghost != null && kept.remove(ghost)) {
            become(kept);
        }
    }

    /// Runs that come with a document take the first letters, and of those that were there, others stay as far as there is
    /// room.
    void bring(List<Ghost> coming) {
        if (coming.isEmpty()) {
            return;
        }
        List<Ghost> kept = new ArrayList<>(coming.subList(0, Math.min(MOST, coming.size())));
        for (Ghost run : runs) {
            if (kept.size() < MOST && kept.stream().noneMatch(other -> isSame(other, run))) {
                kept.add(run);
            }
        }
        oldest = 0;
        become(kept);
    }

    void forget() {
        oldest = 0;
        left.clear();
        become(List.of());
    }

    private static Ghost ghost(Snapshot of) {
        return Curves.ghost(RunNames.of(of.experiment()), of.history());
    }

    /// To the precision of files.
    private static boolean isSame(Ghost one, Ghost other) {
        return one.name().equals(other.name()) && one.loss().length == other.loss().length
                && Arrays.equals(floats(one.loss()), floats(other.loss()));
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private void become(List<Ghost> next) {
        runs = List.copyOf(next);
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
