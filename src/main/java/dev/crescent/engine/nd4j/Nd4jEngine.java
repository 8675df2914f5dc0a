package dev.crescent.engine.nd4j;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Preparation;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.UnavailableException;
import dev.crescent.experiment.Model;
import java.util.List;
import java.util.Optional;

/// The second opinion: networks as array operations of ND4J, which share no arithmetic with the default engine and come to
/// its numbers within rounding, random ones included. It computes on one thread, since networks like those on screen are slower with more. Of ND4J nothing is loaded before it is prepared.
public final class Nd4jEngine implements Engine {
    @Override
    public String id() {
        return "nd4j";
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        return problem.flaw();
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
