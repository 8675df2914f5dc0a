package dev.crescent.cli;

import dev.crescent.engine.Cost;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Evaluator;
import dev.crescent.engine.InitialParameters;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import java.util.List;
import java.util.stream.IntStream;

/// Pictures of what every unit of a network puts out over a grid of the plane. Each thread has a band of rows.
final class FieldWorkload implements Workload {
    private static final int SIDE = 256;
    private static final float EXTENT = 6;
    private static final List<Integer> SHAPE = List.of(2);

    private final String name;
    private final Hands hands;
    private final List<Band> bands;
    private final float[] parameters;
    private final double multiplyAdds;

    /// Some rows of the grid.
    ///
    /// @param inputs `[x1, x2][row][column]`
    /// @param outputs `[layer][unit][row][column]`
    private record Band(Evaluator evaluator, int points, float[] inputs, float[][] outputs) {
        static Band of(Model.Network network, Evaluator evaluator, int firstRow, int endRow) {
            int points = (endRow - firstRow) * SIDE;
            float[] inputs = new float[2 * points];
            for (int i = 0; i < points; i++) {
                inputs[i] = EXTENT * (2f * (i % SIDE) / (SIDE - 1) - 1);
                inputs[points + i] = EXTENT * (1 - 2f * (firstRow + i / SIDE) / (SIDE - 1));
            }
            return new Band(evaluator, points, inputs, network.layers().stream()
                    .map(layer -> new float[((Layer.Dense) layer).units() * points]).toArray(float[][]::new));
        }
    }

    FieldWorkload(String name, Model.Network network, Engine engine, int threads) {
        this.name = name;
        this.hands = new Hands(threads);
        this.parameters = InitialParameters.of(network, SHAPE);
        this.multiplyAdds = Cost.forward(network, SHAPE) * SIDE * SIDE;
        this.bands = IntStream.range(0, threads).mapToObj(i -> Band.of(network, engine.evaluator(network, SHAPE),
                SIDE * i / threads, SIDE * (i + 1) / threads)).toList();
    }

    @Override
    public int threads() {
        return hands.count();
    }

    @Override
    public long work() {
        hands.run(thread -> {
            Band band = bands.get(thread);
            band.evaluator.forward(parameters, band.inputs, band.points, band.outputs);
        });
        return 1;
    }

    /// What the last layer's first unit puts out at the first point of the grid and at the last.
    float[] corners() {
        float[] first = bands.getFirst().outputs[bands.getFirst().outputs.length - 1];
        Band last = bands.getLast();
        return new float[] {first[0], last.outputs[last.outputs.length - 1][last.points - 1]};
    }

    /// What all units put out over the first thread's band, `[layer][unit][row][column]`.
    float[][] outputs() {
        return bands.getFirst().outputs;
    }

    @Override
    public boolean isElsewhere() {
        return bands.stream().anyMatch(band -> band.evaluator.isElsewhere());
    }

    @Override
    public double multiplyAdds() {
        return multiplyAdds;
    }

    @Override
    public Measurement measurement(double[] rates) {
        return Measurement.ofMilliseconds(name, threads(), rates);
    }

    @Override
    public void close() {
        hands.close();
    }
}
