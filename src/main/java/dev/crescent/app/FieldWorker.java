package dev.crescent.app;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import dev.crescent.insight.BoundaryLines;
import dev.crescent.insight.BoundaryTracer;
import dev.crescent.insight.OutputField;
import dev.crescent.insight.PlaneNetwork;
import dev.crescent.insight.UnitFields;
import dev.crescent.insight.ValueRange;
import dev.crescent.train.Snapshot;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Computes the fields of the newest snapshot, or how its units are spread where there is no plane, and what it makes of the
/// test samples where that is wished for, on a thread of its own. Newer wishes replace older ones; nobody waits.
///
/// While training, resolution follows the time a field took; once training rests, the field is refined step by step.
final class FieldWorker implements AutoCloseable {
    private static final int[] SIDES = {32, 48, 64, 96, 128, 192, 256, 384, 512};
    /// What one output field and its lines may take while training: a share of a frame that leaves the trainer its core.
    private static final double BUDGET_NANOS = 3_500_000;
    private static final int[] SHARP_SIDES = {256, 512};
    private static final int UNIT_SIDE = 24;
    private static final int SHARP_UNIT_SIDE = 56;
    /// Thumbnails follow at this pace while training.
    private static final long UNIT_NANOS = 60_000_000;

    private static final ValueRange CHANCES = new ValueRange(0, 1);

    private record Job(Snapshot snapshot, Wish wish) {}

    /// A field with its lines.
    ///
    /// @param range of the values that the lines are for
    private record Drawn(Snapshot of, Wish.@Nullable Unit unit, OutputField field, ValueRange range, BoundaryLines lines) {
        boolean shows(Job job, int side) {
            return sameWeights(of, job.snapshot()) && field.region().equals(job.wish().region())
                    && Objects.equals(unit, job.wish().unit()) && field.width() >= side;
        }
    }

    private final Engine engine;
    private final Consumer<Throwable> onFailure;
    private final AtomicReference<@Nullable Job> next = new AtomicReference<>();
    private final AtomicReference<@Nullable Fields> newest = new AtomicReference<>();
    private final AtomicReference<OutcomePace.@Nullable Counted> newestCount = new AtomicReference<>();
    private final AtomicReference<SpreadPace.@Nullable Counted> newestSpreads = new AtomicReference<>();
    private final Thread thread;
    private volatile boolean closed;

    // The worker's own:
    private final OutcomePace outcomes;
    private final SpreadPace spreads;
    private @Nullable PlaneNetwork network;
    private @Nullable Snapshot networkOf;
    private final BoundaryTracer tracer = new BoundaryTracer();
    private @Nullable Drawn drawn;
    private ValueRange targets = CHANCES;
    private @Nullable Dataset targetsOf;
    private @Nullable UnitFields units;
    private @Nullable Snapshot unitsOf;
    private long unitsAt;
    private int lastSide;
    private double nanosPerPoint = 60;

    @SuppressWarnings("ThreadPriorityCheck") // only a wish: the window goes first where it is heard
    FieldWorker(Engine engine, Consumer<Throwable> onFailure) {
        this.engine = engine;
        this.onFailure = onFailure;
        this.outcomes = new OutcomePace(engine, System::nanoTime);
        this.spreads = new SpreadPace(engine);
        this.thread = Thread.ofPlatform().name("crescent-fields").daemon(true).priority(Thread.MIN_PRIORITY)
                .start(this::work);
    }

    /// Asks for the fields of a snapshot, if its data lie in the plane, and for what it makes of the test samples if that is in the wish.
    void ask(Snapshot snapshot, Wish wish) {
        next.set(new Job(snapshot, wish));
        LockSupport.unpark(thread);
    }

    /// Whether the last thing asked for is not begun yet.
    boolean busy() {
        return next.get() != null;
    }

    /// The newest fields, each only once; null if there is nothing new.
    @Nullable Fields take() {
        return newest.getAndSet(null);
    }

    /// The newest outcome, each only once; null if there is nothing new.
    OutcomePace.@Nullable Counted takeOutcome() {
        return newestCount.getAndSet(null);
    }

    /// How the units' outputs are spread, each only once; null if there is nothing new.
    SpreadPace.@Nullable Counted takeSpreads() {
        return newestSpreads.getAndSet(null);
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }

    private void work() {
        while (!closed) {
            try {
                Job job = next.getAndSet(null);
                if (job != null) {
                    serve(job);
                }
                countOutcome();
            } catch (RuntimeException | OutOfMemoryError e) {
                onFailure.accept(e);
            }
            if (next.get() == null) {
                LockSupport.parkNanos(this, outcomes.untilDue(System.nanoTime()));
            }
        }
    }

    private void countOutcome() {
        OutcomePace.Counted counted = outcomes.count(System.nanoTime(), () -> next.get() != null || closed);
        if (counted != null) {
            newestCount.set(counted);
        }
    }

    private void serve(Job job) {
        Snapshot snapshot = job.snapshot();
        outcomes.want(job.wish().outcome() ? snapshot : null);
        PlaneNetwork plane = network(snapshot);
        if (plane == null) {
            SpreadPace.Counted counted = spreads.count(snapshot, System.nanoTime());
            if (counted != null) {
                newestSpreads.set(counted);
            }
            return;
        }
        publish(job, plane, affordable(), UNIT_SIDE);
        for (int side : SHARP_SIDES) {
            if (snapshot.running() || next.get() != null || closed) {
                return;
            }
            publish(job, plane, side, SHARP_UNIT_SIDE);
        }
    }

    private void publish(Job job, PlaneNetwork plane, int side, int unitSide) {
        Snapshot snapshot = job.snapshot();
        Wish wish = job.wish();
        Drawn shown = draw(job, plane, side);
        Wish.Place place = wish.place();
        float[][] probe = place == null ? null : plane.activations(snapshot.parameters(), place.x1(), place.x2());
        newest.set(new Fields(snapshot, wish, shown.field(), wish.unit() == null ? null : shown.range(), shown.lines(),
                units(job, plane, unitSide), probe, probe == null ? null : plane.outputs(probe)));
    }

    private Drawn draw(Job job, PlaneNetwork plane, int side) {
        Drawn known = drawn;
        boolean kept = known != null && known.shows(job, side);
        if (known != null && kept && (known.unit() != null || known.range().equals(targets(job.snapshot().dataset())))) {
            return known;
        }
        long start = System.nanoTime();
        Wish.Unit unit = job.wish().unit();
        OutputField field = known != null && kept ? known.field() : field(job, plane, side);
        ValueRange range = unit == null ? targets(job.snapshot().dataset()) : plane.range(field, unit.layer());
        Drawn fresh = new Drawn(job.snapshot(), unit, field, range, tracer.trace(field, range, unit == null));
        if (!kept) {
            nanosPerPoint += 0.2 * ((System.nanoTime() - start) / ((double) side * side) - nanosPerPoint);
        }
        drawn = fresh;
        return fresh;
    }

    private static OutputField field(Job job, PlaneNetwork plane, int side) {
        float[] parameters = job.snapshot().parameters();
        Wish.Unit unit = job.wish().unit();
        return unit == null ? plane.output(parameters, job.wish().region(), side, side)
                : plane.unit(parameters, job.wish().region(), side, side, unit.layer(), unit.index());
    }

    /// The range of a regression's targets; that of a probability for classes.
    private ValueRange targets(Dataset data) {
        if (data != targetsOf) {
            targetsOf = data;
            targets = data.task() == Task.REGRESSION ? ValueRange.ofTargets(data) : CHANCES;
        }
        return targets;
    }

    private UnitFields units(Job job, PlaneNetwork plane, int side) {
        UnitFields known = units;
        Snapshot snapshot = job.snapshot();
        long now = System.nanoTime();
        if (known != null && known.region().equals(job.wish().home()) && (snapshot.running()
                ? now - unitsAt < UNIT_NANOS : sameWeights(unitsOf, snapshot) && known.side() >= side)) {
            return known;
        }
        UnitFields fresh = plane.units(snapshot.parameters(), job.wish().home(), side);
        units = fresh;
        unitsOf = snapshot;
        unitsAt = now;
        return fresh;
    }

    /// The finest field there is time for. The side before is kept until another is clearly better, so that the picture
    /// does not flicker between two.
    private int affordable() {
        int side = SIDES[0];
        for (int candidate : SIDES) {
            double slack = candidate > lastSide ? 0.75 : 1.25;
            if (candidate * (double) candidate * nanosPerPoint <= slack * BUDGET_NANOS) {
                side = candidate;
            }
        }
        lastSide = side;
        return side;
    }

    /// Whether two snapshots differ in their weights and samples alone. While points are painted on a run at rest, not
    /// even the weights do, and the picture stays.
    private static boolean sameNetwork(Snapshot a, Snapshot b) {
        Dataset data = a.dataset();
        Dataset other = b.dataset();
        return a.experiment() == b.experiment() && data == other
                || a.experiment().model().equals(b.experiment().model())
                        && a.experiment().training().loss() == b.experiment().training().loss()
                        && Objects.equals(data.plane(), other.plane())
                        && data.task() == other.task() && data.classNames().size() == other.classNames().size();
    }

    private static boolean sameWeights(@Nullable Snapshot before, Snapshot now) {
        return before == now || before != null && Arrays.equals(before.parameters(), now.parameters());
    }

    /// The snapshot's network over its plane; null where there is no plane to show.
    private @Nullable PlaneNetwork network(Snapshot snapshot) {
        if (networkOf != null && sameNetwork(networkOf, snapshot)) {
            return network;
        }
        Dataset data = snapshot.dataset();
        networkOf = null;
        drawn = null;
        units = null;
        network = data.plane() == null || !(snapshot.experiment().model() instanceof Model.Network model) ? null
                : new PlaneNetwork(snapshot.experiment(), data.task(), data.classNames().size(), data.plane(),
                        engine.evaluator(model, data.inputShape()));
        networkOf = snapshot;
        return network;
    }
}
