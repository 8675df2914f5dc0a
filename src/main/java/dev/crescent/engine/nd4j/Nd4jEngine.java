package dev.crescent.engine.nd4j;

import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Model;
import java.util.List;
import java.util.Optional;

/// Networks as array operations of ND4J.
public final class Nd4jEngine implements Engine {
    @Override
    public String id() {
        return "nd4j";
    }

    @Override
    public Optional<String> refuses(Problem problem) {
        return Optional.empty();
    }

    @Override
    public Session open(Problem problem) {
        return new Nd4jSession(problem);
    }

    @Override
    public Evaluator evaluator(Model.Network network, List<Integer> inputShape) {
        return new Nd4jEvaluator(network, inputShape);
    }
}
