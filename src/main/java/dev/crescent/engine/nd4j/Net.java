package dev.crescent.engine.nd4j;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Model;
import java.util.ArrayList;
import java.util.List;

/// A network's layers and their parameters.
final class Net implements AutoCloseable {
    /// Samples that go through a network at once, where its arrays are small.
    private static final int MOST = 512;
    /// Bytes that the arrays of one pass may take, about.
    private static final long ROOM = 256L << 20;
    /// About so many arrays are made of each layer's outputs on the way forward and back.
    private static final int ARRAYS = 8;

    final ParameterLayout layout;
    final Parameters parameters;
    final List<Step> steps;
    /// Numbers of a sample.
    final int width;
    final int outputs;
    /// Samples that go through it at once.
    final int most;

    Net(Model.Network network, List<Integer> inputShape) {
        this.layout = ParameterLayout.of(network, inputShape);
        this.parameters = new Parameters(layout);
        this.width = Shapes.width(inputShape);
        this.outputs = network.output().units();
        List<List<Integer>> shapes = Shapes.of(network, inputShape);
        List<Step> made = new ArrayList<>();
        long numbers = width;
        for (int i = 0; i < shapes.size(); i++) {
            List<Integer> input = i == 0 ? inputShape : shapes.get(i - 1);
            made.add(Step.of(network.layers().get(i), i, input, layout, parameters));
            numbers += Shapes.width(shapes.get(i));
        }
        this.steps = List.copyOf(made);
        this.most = Math.clamp(ROOM / (ARRAYS * Float.BYTES * numbers), 1, MOST);
    }

    @Override
    public void close() {
        parameters.close();
    }
}
