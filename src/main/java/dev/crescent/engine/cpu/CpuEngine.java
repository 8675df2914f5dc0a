package dev.crescent.engine.cpu;

import dev.crescent.engine.Cost;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Model;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/// The default engine: float32 on the JDK's Vector API, the same bits on every run, with any number of threads.
public final class CpuEngine implements Engine {
    /// A mini-batch of fewer multiply-adds is done before another thread has woken up.
    private static final double SHARED_WORK = 500_000;
    /// More threads than panels of a common mini-batch would have nothing to do.
    private static final int MOST_THREADS = 8;
    /// Not worth asking whether there is room for it.
    private static final long SMALL_BYTES = 8 << 20;
    private static final int LEFT = 16;

    private final int threads;
    private final LongUnaryOperator freeBytes;

    /// With a thread for each of this machine's processors, at most eight.
    public CpuEngine() {
        this(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
    }

    /// @param threads at most, the one that trains included, 1 or more
    public CpuEngine(int threads) {
        this(threads, CpuEngine::freeBytes);
    }

    /// @param freeBytes that a session may take, at least as many as are wanted if that can be
    CpuEngine(int threads, LongUnaryOperator freeBytes) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: must be 1 or more, is " + threads);
        }
        this.threads = threads;
        this.freeBytes = freeBytes;
    }

    /// How many threads train at most, the one that trains included.
    public int threads() {
        return threads;
    }

    /// Has the JIT compile training and field evaluation before they are wanted: about a second on any thread, less when
    /// that thread is interrupted. Nothing depends on it but the speed of the first second.
    public static void warmUp() {
        WarmUp.run();
    }

    @Override
    public String id() {
        return "cpu";
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        return problem.flaw().or(() -> tooLarge(problem));
    }

    private Optional<String> tooLarge(Problem problem) {
        Room room = Room.of(problem);
        long free = room.bytes() < SMALL_BYTES ? SMALL_BYTES : freeBytes.applyAsLong(room.bytes());
        if (room.bytes() <= free) {
            return Optional.empty();
        }
        return Optional.of("This network needs " + amount(room.bytes()) + " of memory, " + amount(room.learned())
                + " for parameters and optimizer and " + amount(room.work()) + " to pass mini-batches of "
                + problem.training().batchSize() + " through, beside " + amount(Room.of(problem.train())
                + Room.of(problem.test())) + " of data, and only " + amount(free)
                + " are free: use fewer units, filters or samples a batch, or give Java more memory, as in"
                + " JDK_JAVA_OPTIONS=-Xmx" + enough(room.bytes() - free) + "g.");
    }

    /// In the larger unit only from one of it on, so that what is needed and what is free are told apart.
    private static String amount(long bytes) {
        return bytes >= 1e9 ? String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)
                : String.format(Locale.ROOT, bytes >= 1e7 ? "%.0f MB" : "%.1f MB", bytes / 1e6);
    }

    /// The heap in binary gigabytes, as Java counts them, in which there would be so many bytes more; see [#freeBytes].
    private static long enough(long missing) {
        double heap = Runtime.getRuntime().maxMemory() + missing * (LEFT / (LEFT - 1.0));
        return (long) Math.ceil(heap / (1 << 30));
    }

    /// Of Java's heap, a part left for everything else.
    private static long freeBytes(long wanted) {
        long free = freeBytes();
        if (free < wanted) {
            // What is no longer used may make room, the session before among it.
            System.gc();
            free = freeBytes();
        }
        return free;
    }

    private static long freeBytes() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return Math.max(0, runtime.maxMemory() - used - runtime.maxMemory() / LEFT);
    }

    @Override
    public Session open(Problem problem) {
        refuses(problem).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return new CpuSession(problem, workers(problem));
    }

    /// One where a mini-batch is a single panel, or is soon done.
    private int workers(Problem problem) {
        int batch = Math.min(problem.training().batchSize(), Math.max(1, problem.train().count()));
        double work = batch * Cost.training(problem.network(), problem.inputShape());
        return work < SHARED_WORK ? 1 : Math.min(threads, Panels.count(batch));
    }

    @Override
    public Evaluator evaluator(Model.Network network, List<Integer> inputShape) {
        return new CpuEvaluator(network, inputShape);
    }
}
