package dev.crescent.insight.hidden;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.insight.Region;
import dev.crescent.insight.hidden.HiddenNetwork.Look;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Small networks, really trained, for tests of hidden spaces.
final class Scenes {
    static final CpuEngine ENGINE = new CpuEngine(1);
    static final Layer OUTPUT = new Layer.Dense(2, Activation.SOFTMAX);
    static final Look FLAT = new Look(false, -1, 1, null);
    static final Look DEEP = new Look(true, -1, 1, null);

    private Scenes() {}

    static Layer tanh(int units) {
        return new Layer.Dense(units, Activation.TANH);
    }

    static Experiment with(Layer... layers) {
        return Experiment.defaults().withModel(new Model.Network(1, List.of(layers)));
    }

    static Dataset data(Experiment experiment) throws Exception {
        return Datasets.load(experiment.data(), experiment.features(), Path.of(""));
    }

    static HiddenNetwork network(Experiment experiment, Dataset data) {
        return new HiddenNetwork(ENGINE, experiment, data, data.plane() == null ? null : Region.around(data), 2000);
    }

    /// The parameters at the start and after each of so many steps.
    static List<float[]> path(Experiment experiment, Dataset data, int steps) throws Exception {
        Problem problem = Run.check(experiment, data, new Engines(List.of(ENGINE)));
        int batch = experiment.training().batchSize();
        int[] order = new int[batch];
        List<float[]> path = new ArrayList<>();
        try (Session session = ENGINE.open(problem)) {
            session.load(session.parameters(), OptimizerState.START);
            path.add(session.parameters());
            for (int step = 0; step < steps; step++) {
                for (int i = 0; i < batch; i++) {
                    order[i] = (step * batch + i) % data.train().count();
                }
                session.train(order, 0, batch, experiment.training().optimizer().learningRate());
                path.add(session.parameters());
            }
        }
        return path;
    }

    /// What the engine itself says a layer gives out for a space's samples, `[unit][sample]`.
    static float[][] outputs(Experiment experiment, Dataset data, Chosen chosen, float[] parameters, int layer) {
        Model.Network network = (Model.Network) experiment.model();
        Evaluator evaluator = ENGINE.evaluator(network, data.inputShape());
        int count = chosen.count();
        int width = data.inputWidth();
        float[] inputs = new float[width * count];
        for (int s = 0; s < count; s++) {
            int number = chosen.numbers()[s];
            for (int f = 0; f < width; f++) {
                inputs[f * count + s] = Chosen.part(data, number).inputs()[Chosen.within(data, number) * width + f];
            }
        }
        if (layer < 0) {
            return rows(inputs, width, count);
        }
        int units = ((Layer.Dense) network.layers().get(layer)).units();
        float[][] outputs = new float[network.layers().size()][];
        outputs[layer] = new float[units * count];
        evaluator.forward(parameters, inputs, count, outputs);
        return rows(outputs[layer], units, count);
    }

    private static float[][] rows(float[] flat, int units, int count) {
        float[][] rows = new float[units][count];
        for (int u = 0; u < units; u++) {
            System.arraycopy(flat, u * count, rows[u], 0, count);
        }
        return rows;
    }

    /// Where a space's points are at a place of the way, `[point][3]`.
    static float[] at(HiddenSpace space, double t) {
        float[] xyz = new float[3 * space.points()];
        space.positions(t, xyz);
        return xyz;
    }
}
