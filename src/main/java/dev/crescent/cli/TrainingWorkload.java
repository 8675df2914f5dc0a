package dev.crescent.cli;

import dev.crescent.data.DataException;
import dev.crescent.data.Datasets;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.ExperimentFileException;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import dev.crescent.train.TrainingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Samples that go through training, a whole epoch at a time.
final class TrainingWorkload implements Workload {
    private final String name;
    private final Run run;
    private final float[] start;
    private final double multiplyAdds;

    TrainingWorkload(String name, Experiment experiment) {
        this.name = name;
        try {
            run = Run.start(experiment, Datasets.load(experiment.data(), experiment.features(), Path.of("")),
                    new Engines(List.of(new CpuEngine())));
        } catch (DataException | TrainingException e) {
            throw new IllegalStateException(e);
        }
        start = run.parameters();
        multiplyAdds = multiplyAdds(ParameterLayout.of((Model.Network) experiment.model(), run.dataset().inputShape()));
    }

    /// 2-4-2-1 tanh on the circle: TensorFlow Playground's network and data.
    static Experiment playground() {
        try {
            return Builtins.read("playground");
        } catch (ExperimentFileException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The same with six hidden layers of 8 units, the most that TensorFlow Playground has.
    static Experiment playgroundDeep() {
        Experiment playground = playground();
        Model.Network network = (Model.Network) playground.model();
        Layer.Dense hidden = new Layer.Dense(8, Activation.TANH);
        List<Layer> layers = new ArrayList<>(Collections.nCopies(6, hidden));
        layers.add(network.output());
        return playground.withModel(network.withLayers(layers));
    }

    /// Forward once, and backward once for the weights and once for what came in, but for the first layer.
    private static double multiplyAdds(ParameterLayout layout) {
        double weights = layout.slices().stream().mapToDouble(ParameterLayout.Slice::weightCount).sum();
        return 3 * weights - layout.slices().getFirst().weightCount();
    }

    /// What is trained to the end has gradients of almost 0, which may cost another time than others.
    @Override
    public void begin() {
        run.goOn(start, OptimizerState.START, 0, 0);
    }

    @Override
    public long work() {
        long samples = 0;
        do {
            samples += run.train();
        } while (!run.atEpochStart());
        return samples;
    }

    @Override
    public double multiplyAdds() {
        return multiplyAdds;
    }

    @Override
    public Measurement measurement(double[] rates) {
        return Measurement.of(name, "samples/s", rates);
    }

    @Override
    public void close() {
        run.close();
    }
}
