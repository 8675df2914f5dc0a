package dev.crescent.engine.nd4j;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.UnavailableException;
import dev.crescent.experiment.Model;
import dev.crescent.host.MachineMemory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The second opinion: networks as array operations of ND4J, which share no arithmetic with the default engine and come to
/// its numbers within rounding, random ones included. It computes on one thread, since networks like those on screen are slower with more. Of ND4J nothing is loaded before it is prepared.
public final class Nd4jEngine implements Engine {
    /// Of memory that a parameter takes at most, as measured with Adam: itself, its gradient, what the optimizer remembers
    /// and computes on the way, and copies in snapshots.
    private static final long BYTES_OF_PARAMETER = 64;

    private final LongSupplier freeBytes;

    public Nd4jEngine() {
        this(Nd4jEngine::freeBytes);
    }

    Nd4jEngine(LongSupplier freeBytes) {
        this.freeBytes = freeBytes;
    }

    /// JavaCPP, which holds the arrays, takes no more than twice Java's heap.
    private static long freeBytes() {
        return Math.min(MachineMemory.available(), 2 * Runtime.getRuntime().maxMemory());
    }

    @Override
    public String id() {
        return "nd4j";
    }

    @Override
    public String machine() throws UnavailableException {
        return Backend.machine();
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        return problem.flaw().or(() -> tooLarge(problem));
    }

    private Optional<String> tooLarge(Problem problem) {
        long bytes = BYTES_OF_PARAMETER * ParameterLayout.of(problem.network(), problem.inputShape()).total();
        long free = freeBytes.getAsLong();
        return bytes <= free ? Optional.empty() : Optional.of(String.format(Locale.ROOT,
                "This network needs %.1f GB of memory on ND4J, and only %.1f GB are free: use fewer units or filters,"
                        + " or the device cpu, which needs less.", bytes / 1e9, free / 1e9));
    }

    @Override
    public void prepare(Preparation watcher) throws UnavailableException {
        Backend.start(watcher);
    }

    /// @throws IllegalStateException if ND4J cannot work on this machine
    @Override
    public Session open(Problem problem) {
        refuses(problem).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        Backend.startQuietly();
        return new Nd4jSession(problem);
    }

    /// @throws IllegalStateException if ND4J cannot work on this machine
    @Override
    public Evaluator evaluator(Model.Network network, List<Integer> inputShape) {
        Backend.startQuietly();
        return new Nd4jEvaluator(network, inputShape);
    }
}
