package dev.crescent.engine;

import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import java.util.List;
import java.util.Optional;

/// Something that can train networks and run them: the CPU, ND4J, CUDA.
public interface Engine {
    /// Its name in files and on the command line: `cpu`, `nd4j`, `cuda`.
    String id();

    /// What it would work on here, a few words: threads and vectors, or the GPU's name. Makes nothing ready, but may take a
    /// second to find out. Unless an engine says otherwise it is Java's own processor.
    ///
    /// @throws UnavailableException if it cannot work on this machine; the message says why
    default String machine() throws UnavailableException {
        return Processor.words();
    }

    /// Why it cannot train this, as one sentence for the user; empty if it can.
    Optional<String> refuses(Problem problem);

    /// Whether training this is large enough work for it to be faster than the default engine, as far as can be known without
    /// trying: only then is it chosen where nobody asks for it by its name.
    default boolean gains(Problem problem) {
        return false;
    }

    /// Whether it works on a device of its own, for which the processor only waits: then one thread asks it for as much at once as
    /// it likes, where of others each thread has its own.
    default boolean onDevice() {
        return false;
    }

    /// Makes ready what it needs beyond Java, such as native libraries: once, however often it is asked. The first time may
    /// take a minute. [#open] and [#evaluator] do it too where nobody did, and tell nobody of it.
    ///
    /// @param watcher told what takes time, on this thread
    /// @throws UnavailableException if it cannot work on this machine
    default void prepare(Preparation watcher) throws UnavailableException {}

    /// Opens a session whose parameters are the network's starting values.
    ///
    /// @throws IllegalArgumentException if it refuses the problem
    Session open(Problem problem);

    /// Opens several sessions at once, in which the problem's network is trained with one of these optimizers each.
    ///
    /// @param optimizers in place of the problem's, one or more
    /// @throws IllegalArgumentException if it refuses the problem
    default Sweep sweep(Problem problem, List<Optimizer> optimizers) {
        return new SessionSweep(problem, optimizers, this::open);
    }

    /// Measures the loss of the problem's network for many parameters.
    ///
    /// @param samples whose loss it is, of the problem's width and outputs
    /// @throws IllegalArgumentException if it refuses the problem
    default Surveyor surveyor(Problem problem, Samples samples) {
        return new SessionSurveyor(this, problem, samples);
    }

    /// Runs a network without training it, in evaluation mode. May be used beside sessions of the same engine,
    /// by one thread at a time.
    ///
    /// @param inputShape `[features]` or `[channels, rows, columns]`
    /// @throws IllegalArgumentException if it cannot run one of the layers
    Evaluator evaluator(Model.Network network, List<Integer> inputShape);
}
