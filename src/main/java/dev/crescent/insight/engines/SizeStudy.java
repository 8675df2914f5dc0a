package dev.crescent.insight.engines;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Problem;
import dev.crescent.engine.UnavailableException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How fast each engine trains, by the width of the network and by the mini-batch.
///
/// All sizes are gone through in rounds, the engines in turns at each: what slows the machine down for a while spoils one
/// round of some sizes, and the median leaves it out.
public final class SizeStudy implements Measuring {
    /// Long enough for the JIT, which takes longest for what is measured first.
    private static final int WARM_UP_SLICES = 20;

    private final Effort effort;
    private final LongSupplier nanoTime;
    private final Consumer<Throwable> onFailure;
    private final List<Engine> engines;
    private final List<Task> tasks;
    private final List<SizeLog> logs;
    private final SizeNetwork networks = new SizeNetwork();
    private int prepared; // engines
    private int done; // tasks of all rounds
    private String words = "";

    /// A network to be measured.
    private record Task(Size size, int value) {
        int width() {
            return size == Size.WIDTH ? value : Size.OTHER;
        }

        int batch() {
            return size == Size.BATCH ? value : Size.OTHER;
        }
    }

    /// @param onFailure told of errors in the program itself, after which an engine is measured no more
    public SizeStudy(List<Engine> engines, Effort effort, Consumer<Throwable> onFailure) {
        this(engines, effort, onFailure, System::nanoTime);
    }

    /// @param nanoTime what tells the time
    SizeStudy(List<Engine> engines, Effort effort, Consumer<Throwable> onFailure, LongSupplier nanoTime) {
        this.engines = List.copyOf(engines);
        this.effort = effort;
        this.nanoTime = nanoTime;
        this.onFailure = onFailure;
        this.tasks = Stream.of(Size.values())
                .flatMap(size -> size.measured().stream().map(value -> new Task(size, value))).toList();
        this.logs = engines.stream().map(engine -> new SizeLog(engine.id())).toList();
    }

    private int all() {
        return tasks.size() * effort.rounds();
    }

    @Override
    public boolean go(BooleanSupplier stopped, Runnable told) {
        Stopwatch watch = new Stopwatch(nanoTime, stopped);
        if (prepared < engines.size()) {
            prepare(prepared, watch, told);
            prepared++;
        } else if (done < all()) {
            Task task = tasks.get(done % tasks.size());
            Problem problem = networks.problem(task.width(), task.batch());
            IntStream.range(0, engines.size()).forEach(i -> measure(i, task, problem, watch));
            done += stopped.getAsBoolean() ? 0 : 1;
        }
        return done < all() && logs.stream().anyMatch(log -> !log.isEnded());
    }

    private void prepare(int index, Stopwatch watch, Runnable told) {
        guarded(index, () -> {
            Engine engine = engines.get(index);
            EngineNews news = EngineNews.of(engine);
            if (!news.usable()) {
                logs.get(index).end(news.words());
                return;
            }
            engine.prepare((what, share) -> {
                if (watch.stopped().getAsBoolean()) {
                    throw new CancellationException(what);
                }
                words = what + String.format(Locale.ROOT, ": %.0f %%", 100 * share);
                told.run();
            });
            words = "";
            Problem problem = networks.problem(Size.OTHER, Size.OTHER);
            if (engine.refuses(problem).isEmpty()) {
                try (SizeWork work = new SizeWork(engine, problem)) {
                    watch.slice(work::step, WARM_UP_SLICES * effort.sliceNanos());
                }
            }
        });
        words = "";
    }

    private void measure(int index, Task task, Problem problem, Stopwatch watch) {
        guarded(index, () -> {
            SizeLog log = logs.get(index);
            Engine engine = engines.get(index);
            Optional<String> refusal = engine.refuses(problem);
            if (refusal.isPresent()) {
                log.remark(refusal.get());
                return;
            }
            double rate;
            boolean elsewhere;
            try (SizeWork work = new SizeWork(engine, problem)) {
                watch.warmUp(work::step, effort.sliceNanos() / 2, effort.warmUpNanos());
                rate = watch.slice(work::step, effort.sliceNanos()).rate();
                elsewhere = work.isElsewhere();
            }
            // What fails may have left the work to another engine, whose speed this is not.
            EngineNews news = EngineNews.of(engine);
            if (!news.usable()) {
                log.end(news.words());
            } else if (elsewhere) {
                // Another size may be small enough again.
                log.remark(EngineNews.WENT_ELSEWHERE);
            } else if (!watch.stopped().getAsBoolean()) {
                log.add(task.size(), task.value(), rate);
            }
        });
    }

    /// Work that may put an end to an engine's part in the study.
    private interface Work {
        void run() throws UnavailableException;
    }

    /// Only for an engine that is still measured.
    private void guarded(int index, Work work) {
        SizeLog log = logs.get(index);
        if (log.isEnded()) {
            return;
        }
        try {
            work.run();
        } catch (UnavailableException e) {
            log.end(String.valueOf(e.getMessage()));
        } catch (CancellationException e) {
            log.end("It was not made ready"); // nobody wants to know any more
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            log.end("It failed (" + e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()) + ")");
            onFailure.accept(e);
        }
    }

    @Override
    public SizeFinding finding() {
        return new SizeFinding(Stream.of(Size.values()).map(size -> new SizeChart(size,
                logs.stream().map(log -> log.curve(size)).toList(), done == all())).toList(), done, all(), words);
    }

    /// There is nothing open between two pieces.
    @Override
    public void close() {}
}
