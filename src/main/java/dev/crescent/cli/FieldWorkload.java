package dev.crescent.cli;

import dev.crescent.engine.Evaluator;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.Arrays;
import java.util.List;

/// Pictures of what every unit of a network puts out over a grid of the plane.
final class FieldWorkload implements Workload {
    private static final int SIDE = 256;
    private static final float EXTENT = 6;

    private final Evaluator evaluator;
    private final float[] parameters;
    private final float[] inputs = new float[2 * SIDE * SIDE]; // [x1, x2][row][column]
    private final float[][] outputs; // [layer][unit][row][column]

    FieldWorkload(Model.Network network) {
        List<Integer> shape = List.of(2);
        evaluator = new CpuEngine().evaluator(network, shape);
        parameters = InitialParameters.of(network, shape);
        outputs = network.layers().stream().map(layer -> new float[((Layer.Dense) layer).units() * SIDE * SIDE])
                .toArray(float[][]::new);
        for (int i = 0; i < SIDE * SIDE; i++) {
            int column = i % SIDE;
            int row = i / SIDE;
            inputs[i] = EXTENT * (2f * column / (SIDE - 1) - 1);
            inputs[SIDE * SIDE + i] = EXTENT * (1 - 2f * row / (SIDE - 1));
        }
    }

    @Override
    public long work() {
        evaluator.forward(parameters, inputs, SIDE * SIDE, outputs);
        return 1;
    }

    @Override
    public double multiplyAdds() {
        ParameterLayout layout = evaluator.layout();
        return layout.slices().stream().mapToDouble(ParameterLayout.Slice::weightCount).sum() * SIDE * SIDE;
    }

    @Override
    public Measurement measurement(double[] rates) {
        return Measurement.of("field", "ms", Arrays.stream(rates).map(rate -> 1000 / rate).toArray());
    }
}
