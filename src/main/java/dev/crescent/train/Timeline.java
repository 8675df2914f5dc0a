package dev.crescent.train;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.OptimizerState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The moments of one run, from which it can be shown and gone on with as it was: kept in bounded memory, all of them
/// lately, and ever fewer the longer ago they are, see [Thinning]. The first and the newest are always there.
///
/// A moment is a [Snapshot]: parameters, what the optimizer remembers, and the place in training. All moments share the
/// newest's history, of which each is one place. Snapshots' arrays are kept, not copied. Used by one thread.
public final class Timeline {
    /// So many moments are about as many as a bar across a screen has room for.
    public static final int MOST_MOMENTS = 512;
    /// Of all moments together; those of large networks are fewer.
    public static final long MOST_BYTES = 64L << 20;
    /// Of a moment besides its arrays.
    private static final int OVERHEAD = 256;

    private final int mostMoments;
    private final long mostBytes;
    private final List<Snapshot> moments = new ArrayList<>(); // ascending steps, paused, without history
    private long bytes;
    private @Nullable Snapshot newest;
    private @Nullable Expected expected;

    /// Moments of another run, and the last of them, at which that run is expected to go on.
    private record Expected(List<Snapshot> moments, Snapshot at) {
        boolean isIt(Snapshot snapshot) {
            return snapshot.step() == at.step() && Arrays.equals(snapshot.parameters(), at.parameters());
        }
    }

    public Timeline() {
        this(MOST_MOMENTS, MOST_BYTES);
    }

    Timeline(int mostMoments, long mostBytes) {
        this.mostMoments = mostMoments;
        this.mostBytes = mostBytes;
    }

    /// Takes the newest snapshot, as once a frame. One of another run begins anew; one of the same step as the last replaces
    /// it, as after a change by hand; one of an earlier step takes the timeline back to there.
    ///
    /// @return whether another run goes on, whose moments were expected and are there now
    public boolean see(Snapshot snapshot) {
        Snapshot before = newest;
        if (snapshot == before) {
            return false;
        }
        newest = snapshot;
        boolean returned = takeUp(snapshot);
        if (!returned && before != null && before.run() != snapshot.run()) {
            clear();
        }
        while (!moments.isEmpty() && moments.getLast().step() >= snapshot.step()) {
            remove(moments.size() - 1);
        }
        moments.add(bare(snapshot));
        bytes += bytes(snapshot);
        if (before == null || before.dataset() != snapshot.dataset()) {
            boundData(snapshot);
        }
        while (moments.size() > 2 && (moments.size() > mostMoments || bytes > mostBytes)) {
            remove(Thinning.leastMissed(moments.size(), i -> moments.get(i).step()));
        }
        return returned;
    }

    private boolean takeUp(Snapshot snapshot) {
        Expected run = expected;
        if (run == null || !run.isIt(snapshot)) {
            return false;
        }
        expected = null;
        clear();
        run.moments.forEach(moment -> {
            moments.add(moment);
            bytes += bytes(moment);
        });
        return true;
    }

    private void clear() {
        moments.clear();
        bytes = 0;
    }

    private void remove(int index) {
        bytes -= bytes(moments.remove(index));
    }

    /// Tells what a run's moments were that goes on soon; what is here stays until then. Other runs may come before it.
    ///
    /// @param of as from [#moments()]
    /// @param at where it goes on
    public void expect(List<Snapshot> of, Snapshot at) {
        expected = new Expected(List.copyOf(of), at);
    }

    /// All moments as they are kept, to be [expected][#expect] again one day.
    public List<Snapshot> moments() {
        return List.copyOf(moments);
    }

    /// How many moments there are.
    public int size() {
        return moments.size();
    }

    /// How many epochs were done at a moment.
    ///
    /// @param index from 0, the first, to `size() - 1`, the newest
    public double epoch(int index) {
        return moments.get(index).epoch();
    }

    public long step(int index) {
        return moments.get(index).step();
    }

    /// A moment with the whole run's history, not training; the newest as it is.
    public Snapshot moment(int index) {
        Snapshot last = newest;
        if (last == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return index == moments.size() - 1 ? last : moments.get(index).of(last.run(), last.history());
    }

    /// The last moment that is not later; the first if all are. -1 where there is none.
    public int upTo(double epoch) {
        int low = 0;
        int high = moments.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (epoch(middle) <= epoch) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return Math.min(low, moments.size() - 1);
    }

    /// The moment nearest to an epoch; -1 where there is none.
    public int nearest(double epoch) {
        int before = upTo(epoch);
        return before >= 0 && before + 1 < moments.size() && epoch(before + 1) - epoch < epoch - epoch(before) ? before + 1
                : before;
    }

    /// The moment of a step, or the nearest before it that is kept; -1 where there is none.
    public int ofStep(long step) {
        int index = moments.size() - 1;
        while (index > 0 && moments.get(index).step() > step) {
            index--;
        }
        return index;
    }

    /// Bytes that the moments take, data sets apart.
    public long bytes() {
        return bytes;
    }

    private static Snapshot bare(Snapshot snapshot) {
        return snapshot.paused().with(History.EMPTY);
    }

    /// What a snapshot takes in memory, its data and history apart.
    public static long bytes(Snapshot snapshot) {
        long floats = snapshot.parameters().length;
        OptimizerState memory = snapshot.optimizer();
        for (float[] vector : memory.vectors()) {
            floats += vector.length;
        }
        return Float.BYTES * floats + OVERHEAD;
    }

    /// Samples that every epoch draws anew follow from the epoch, and are not kept with its moments. Of other data sets that
    /// the run had before, as many stay as there is room for; the oldest go, with all moments up to then.
    private void boundData(Snapshot now) {
        if (Datasets.isFresh(now.experiment().data())) {
            moments.replaceAll(moment -> moment.experiment().data().equals(now.experiment().data())
                    && moment.dataset().own() == now.dataset().own() ? moment.of(now.dataset()) : moment);
        }
        Set<Dataset> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.add(now.dataset());
        long taken = 0;
        int first = moments.size() - 1;
        while (first > 0) {
            Dataset data = moments.get(first - 1).dataset();
            taken += kept.add(data) ? bytes(data) : 0;
            if (taken > mostBytes) {
                break;
            }
            first--;
        }
        for (int i = 0; i < first; i++) {
            remove(0);
        }
    }

    /// What a data set takes in memory.
    public static long bytes(Dataset data) {
        return bytes(data.train()) + bytes(data.test());
    }

    private static long bytes(Dataset.Samples part) {
        return (long) Float.BYTES * (part.inputs().length + part.raw().length + part.labels().length
                + part.values().length);
    }
}
