package dev.crescent.ui.network;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.data.PlaneFeatures;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Task;
import dev.crescent.insight.Region;
import dev.crescent.insight.UnitFields;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// A really trained network with everything that the view can show of it.
record TrainedNetwork(Experiment experiment, Dataset data, Evaluator evaluator, float[] start, float[] parameters,
                      Region region) {
    private static final int SIDE = 40;

    /// Trains for so many steps.
    static TrainedNetwork of(Experiment experiment, int steps) throws Exception {
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of("."));
        try (Run run = Run.start(experiment, data, new Engines(List.of(new CpuEngine())))) {
            float[] start = run.parameters();
            for (int i = 0; i < steps; i++) {
                run.train();
            }
            double[] e = data.extent();
            float[] corners = {(float) e[0], (float) e[2], (float) e[1], (float) e[3]};
            return new TrainedNetwork(experiment, data,
                    new CpuEngine().evaluator((Model.Network) experiment.model(), data.inputShape()), start,
                    run.parameters(), Region.around(corners, 0.1));
        }
    }

    ParameterLayout layout() {
        return evaluator.layout();
    }

    List<String> outputNames() {
        return data.task() == Task.REGRESSION ? List.of("y") : data.classNames();
    }

    /// Every unit over the plane.
    UnitFields fields() {
        float[] x1 = new float[SIDE * SIDE];
        float[] x2 = new float[SIDE * SIDE];
        for (int i = 0; i < x1.length; i++) {
            int column = i % SIDE;
            int row = i / SIDE;
            x1[i] = (float) (region.x1Min() + (column + 0.5) / SIDE * region.width());
            x2[i] = (float) (region.x2Max() - (row + 0.5) / SIDE * region.height());
        }
        float[][][] all = at(x1, x2);
        float[][][] layers = new float[all.length - 1][][];
        System.arraycopy(all, 1, layers, 0, layers.length);
        return new UnitFields(region, SIDE, all[0], layers);
    }

    /// What every unit says at one place, features first.
    float[][] activations(double x1, double x2) {
        float[][][] all = at(new float[] {(float) x1}, new float[] {(float) x2});
        float[][] values = new float[all.length][];
        for (int layer = 0; layer < all.length; layer++) {
            values[layer] = new float[all[layer].length];
            for (int unit = 0; unit < values[layer].length; unit++) {
                values[layer][unit] = all[layer][unit][0];
            }
        }
        return values;
    }

    private float[][][] at(float[] x1, float[] x2) {
        int count = x1.length;
        PlaneFeatures plane = Objects.requireNonNull(data.plane());
        float[] inputs = new float[plane.width() * count];
        plane.apply(x1, x2, count, inputs);
        List<Layer> layers = ((Model.Network) experiment.model()).layers();
        int[] widths = new int[layers.size() + 1];
        widths[0] = plane.width();
        float[][] outputs = new float[layers.size()][];
        for (int i = 0; i < layers.size(); i++) {
            int units = Structure.units(layers.get(i));
            widths[i + 1] = units > 0 ? units : widths[i];
            outputs[i] = new float[widths[i + 1] * count];
        }
        evaluator.forward(parameters, inputs, count, outputs);
        float[][][] all = new float[layers.size() + 1][][];
        for (int i = 0; i < all.length; i++) {
            float[] from = i == 0 ? inputs : outputs[i - 1];
            all[i] = new float[widths[i]][];
            for (int unit = 0; unit < widths[i]; unit++) {
                all[i][unit] = java.util.Arrays.copyOfRange(from, unit * count, (unit + 1) * count);
            }
        }
        return all;
    }

    /// Gives a view everything.
    void showIn(NetworkView view) {
        view.show(experiment, data.inputShape(), InputName.of(data), outputNames(), layout());
        view.showStart(start);
        view.show(parameters);
        view.show(fields());
    }
}
