package dev.crescent.insight.landscape;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Computes loss landscapes of one network over one set of samples: coarse first and finer then, outward from where the
/// network is, on some threads; but all at once on an engine that likes that better. Used by one thread at a time, which works
/// along.
///
/// A loss does not depend on the thread that computes it, so neither does a landscape. Over one plane and area it does not
/// depend on where the network is, either: what is computed can be kept while the ball moves on.
public final class LossSurvey implements AutoCloseable {
    /// No end to a grid's time.
    public static final long UNLIMITED = Long.MAX_VALUE;
    /// Between two grids that are shown.
    private static final double SHOWN_NANOS = 30e6;
    /// So long a thread works before it looks up.
    private static final double TURN_NANOS = 200_000;
    private static final int MOST_TURN = 64;

    private final MeasuredSamples measured;
    private final List<LossProbe> probes = new ArrayList<>();
    private final ExecutorService helpers;

    /// @param engine asked for a session a thread
    /// @param measured whose loss it is
    /// @param threads the caller's included, 1 or more
    /// @throws IllegalArgumentException if the engine refuses the problem
    @SuppressWarnings("ThreadPriorityCheck") // only a wish: the window and the trainer go first where it is heard
    public LossSurvey(Engine engine, Problem problem, MeasuredSamples measured, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: must be 1 or more, is " + threads);
        }
        this.measured = measured;
        try {
            for (int i = 0; i < threads; i++) {
                probes.add(new LossProbe(engine, problem, measured.samples()));
            }
        } catch (RuntimeException | Error e) {
            probes.forEach(LossProbe::close);
            throw e;
        }
        this.helpers = Executors.newFixedThreadPool(Math.max(1, threads - 1), Thread.ofPlatform().daemon()
                .priority(Thread.MIN_PRIORITY).name("crescent-landscape-", 1).factory());
    }

    /// Whose loss it is.
    public MeasuredSamples measured() {
        return measured;
    }

    /// The loss at any parameters, over the same samples as the landscapes.
    ///
    /// @param parameters `[layout total]`
    /// @return infinite where the network's outputs are no numbers; NaN without samples
    public double loss(float[] parameters) {
        return probes.getFirst().loss(parameters);
    }

    /// Computes what a grid still lacks.
    ///
    /// @param known an empty grid, or one of the same plane that was not finished
    /// @param ball where to begin
    /// @param nanos to stop after, the coarsest points apart, which are always computed; or [#UNLIMITED]
    /// @param stopped asked now and then whether to give up at once
    /// @param shown told of unfinished grids on the way, on this thread
    /// @return the grid as far as it came; nothing is computed without samples
    public LossGrid compute(Plane plane, LossGrid known, Place ball, long nanos, BooleanSupplier stopped,
            Consumer<LossGrid> shown) {
        if (measured.samples().count() == 0) {
            return known;
        }
        long start = System.nanoTime();
        SharedGrid grid = new SharedGrid(plane, known, stopped);
        List<int[]> levels = levels(known, ball);
        for (int level = 0; level < levels.size(); level++) {
            int[] points = levels.get(level);
            for (int done = 0; done < points.length;) {
                if (level > 0 && System.nanoTime() - start >= nanos) {
                    return grid.copy();
                }
                done = grid.go(points, done);
                if (grid.halted) {
                    return grid.copy();
                }
                if (level < levels.size() - 1 || done < points.length) {
                    shown.accept(grid.copy());
                }
            }
        }
        return grid.copy();
    }

    private List<int[]> levels(LossGrid known, Place ball) {
        List<int[]> levels = Refinement.levels(known, ball);
        int[] all = levels.stream().flatMapToInt(Arrays::stream).toArray();
        return all.length <= probes.getFirst().stride() ? List.of(all) : levels;
    }

    /// A grid that all threads compute together, a batch of points after the other.
    private final class SharedGrid {
        private final Plane plane;
        private final LossGrid known;
        // each point written by one thread, read when all have come back
        private final double[] losses;
        private final BooleanSupplier stopped;
        private final AtomicInteger next = new AtomicInteger();
        private volatile boolean halted;
        private double nanosPerPoint = Double.POSITIVE_INFINITY;

        SharedGrid(Plane plane, LossGrid known, BooleanSupplier stopped) {
            this.plane = plane;
            this.known = known;
            this.losses = known.losses().clone();
            this.stopped = stopped;
        }

        LossGrid copy() {
            return new LossGrid(known.area(), known.side(), losses.clone());
        }

        /// Computes as many of the points as there is time for until somebody wants to see something.
        ///
        /// @param from how many of them are computed already
        /// @return how many are now, if nobody stopped it
        int go(int[] points, int from) {
            int threads = probes.size();
            int least = probes.getFirst().stride();
            int end = (int) Math.min(points.length, from + Math.max((double) threads * least, threads * SHOWN_NANOS / nanosPerPoint));
            int turn = Math.max(least, (int) Math.clamp(TURN_NANOS / nanosPerPoint, 1, MOST_TURN));
            next.set(from);
            long begun = System.nanoTime();
            List<Future<?>> others = new ArrayList<>();
            for (LossProbe probe : probes.subList(1, threads)) {
                others.add(helpers.submit(() -> work(probe, points, end, turn)));
            }
            try {
                work(probes.getFirst(), points, end, turn);
            } finally {
                // Nobody goes on with points that nobody waits for.
                if (next.get() < end) {
                    halted = true;
                }
                await(others);
            }
            nanosPerPoint = Math.max(1, (double) (System.nanoTime() - begun) * threads / (end - from));
            return end;
        }

        private void work(LossProbe probe, int[] points, int end, int turn) {
            boolean own = probe == probes.getFirst();
            while (!halted) {
                if (own && stopped.getAsBoolean()) {
                    halted = true;
                    return;
                }
                int first = next.getAndAdd(turn);
                if (first >= end) {
                    return;
                }
                measure(probe, Arrays.copyOfRange(points, first, Math.min(end, first + turn)));
            }
        }

        private void measure(LossProbe probe, int[] points) {
            double[] places = new double[2 * points.length];
            for (int i = 0; i < points.length; i++) {
                places[2 * i] = known.a(points[i] % known.side());
                places[2 * i + 1] = known.b(points[i] / known.side());
            }
            double[] found = new double[points.length];
            probe.losses(plane, places, found);
            for (int i = 0; i < points.length; i++) {
                losses[points[i]] = found[i];
            }
        }
    }

    /// Waits for all, even where one of them failed.
    private static void await(List<Future<?>> others) {
        boolean interrupted = false;
        Throwable failure = null;
        for (Future<?> other : others) {
            for (boolean waiting = true; waiting;) {
                try {
                    other.get();
                    waiting = false;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    failure = e.getCause();
                    waiting = false;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure != null) {
            throw new IllegalStateException("a thread of the landscape failed", failure);
        }
    }

    @Override
    public void close() {
        helpers.shutdown();
        probes.forEach(LossProbe::close);
    }
}
