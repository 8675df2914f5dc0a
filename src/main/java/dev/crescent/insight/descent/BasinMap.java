package dev.crescent.insight.descent;

import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.Region;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Colors every start by the minimum that an optimizer carries it to, coarse first.
///
/// A ball that stopped, or whose steps were used up, has reached the minimum next to it; how near that must be follows
/// from the region. Each start is on its own, so the numbers do not depend on the threads.
public final class BasinMap {
    /// Cells a side that share a start, pass by pass.
    private static final int[] CELLS = {16, 8, 4, 2, 1};
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final PlaneFunction function;
    private final Optimizer optimizer;
    private final Region region;
    private final int columns;
    private final int rows;
    private final Limits limits;
    private final List<Minimum> minima;
    private final double radius;
    private final int[] known; // [rows * columns], UNKNOWN where no ball has started yet

    /// A map that is not computed yet.
    ///
    /// @param region of the starts; the function's own decides when a ball has diverged
    /// @param minima those that are told apart, such as [MinimumFinder]'s
    /// @throws IllegalArgumentException if there is no cell
    public BasinMap(PlaneFunction function, Optimizer optimizer, Region region, int columns, int rows,
                    List<Minimum> minima, Limits limits) {
        if (columns < 1 || rows < 1) {
            throw new IllegalArgumentException("A map needs at least one start, has " + columns + " x " + rows);
        }
        this.function = function;
        this.optimizer = optimizer;
        this.region = region;
        this.columns = columns;
        this.rows = rows;
        this.limits = limits;
        this.minima = List.copyOf(minima);
        this.radius = Basins.radius(region, minima);
        this.known = new int[rows * columns];
        Arrays.fill(known, UNKNOWN);
    }

    /// Computes the map pass by pass, on the calling thread and `threads - 1` others, which have ended when it returns.
    /// An interrupt cancels it, too. Called again after it was cancelled, it goes on where it was.
    ///
    /// @param cancelled is asked before every start, on any of the threads
    /// @param pass takes each map, coarse to complete, on the calling thread
    /// @return whether the map is complete
    public boolean compute(int threads, BooleanSupplier cancelled, Consumer<Basins> pass) {
        for (int cell : CELLS) {
            if (cell < Math.max(columns, rows) || cell == 1) {
                if (!compute(cell, threads, cancelled)) {
                    return false;
                }
                pass.accept(new Basins(region, columns, rows, spread(cell), cell, minima));
            }
        }
        return true;
    }

    /// One pass: rows of cells are dealt out to whoever is free.
    @SuppressWarnings("ThreadPriorityCheck") // only a wish: the window goes first where it is heard
    private boolean compute(int cell, int threads, BooleanSupplier cancelled) {
        AtomicInteger next = new AtomicInteger();
        AtomicBoolean over = new AtomicBoolean();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        BooleanSupplier ended = () -> over.get() || Thread.currentThread().isInterrupted() || cancelled.getAsBoolean();
        Runnable work = () -> {
            try {
                for (int row = next.getAndIncrement(); row * cell < rows; row = next.getAndIncrement()) {
                    if (!computeRow(at(row, cell, rows), cell, ended)) {
                        over.set(true);
                        return;
                    }
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                over.set(true);
            }
        };
        Thread[] helpers = new Thread[Math.clamp(threads - 1, 0, (rows - 1) / cell)];
        Arrays.setAll(helpers, i -> Thread.ofPlatform().name("crescent-basins-" + i).daemon(true)
                .priority(Thread.MIN_PRIORITY).start(work));
        work.run();
        for (Thread helper : helpers) {
            end(helper, over);
        }
        if (failure.get() != null) {
            throw new IllegalStateException("A start of the map could not be computed", failure.get());
        }
        return !over.get();
    }

    /// Waits for a helper. An interrupt stays with the thread for its owner to see.
    private static void end(Thread helper, AtomicBoolean over) {
        boolean interrupted = false;
        while (true) {
            try {
                helper.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
                over.set(true);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean computeRow(int row, int cell, BooleanSupplier ended) {
        for (int block = 0; block * cell < columns; block++) {
            int column = at(block, cell, columns);
            if (known[row * columns + column] == UNKNOWN) {
                if (ended.getAsBoolean()) {
                    return false;
                }
                known[row * columns + column] = reached(FunctionGrid.middle(region, columns, rows, column, row));
            }
        }
        return true;
    }

    /// The row or column of a block of cells at which its ball starts: near its middle.
    private static int at(int block, int cell, int count) {
        return Math.min(block * cell + cell / 2, count - 1);
    }

    private int reached(PlaneVector start) {
        Ball ball = new Ball(function, optimizer, start, limits);
        Stop stop = ball.stop();
        while (stop == null) {
            ball.step();
            stop = ball.stop();
        }
        return switch (stop.reason()) {
            case NO_VALUE, DIVERGED -> Basins.NONE;
            case CONVERGED, NO_GRADIENT -> nearest(ball, Basins.NONE);
            case LIMIT -> nearest(ball, Basins.LIMIT);
        };
    }

    private int nearest(Ball ball, int otherwise) {
        PlaneVector end = new PlaneVector(ball.x(), ball.y());
        for (int i = 0; i < minima.size(); i++) {
            if (minima.get(i).distance(end) <= radius) {
                return i;
            }
        }
        return otherwise;
    }

    private int[] spread(int cell) {
        int[] numbers = new int[rows * columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int from = at(row / cell, cell, rows) * columns + at(column / cell, cell, columns);
                numbers[row * columns + column] = known[from];
            }
        }
        return numbers;
    }
}
