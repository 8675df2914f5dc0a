package dev.crescent.cli;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Cost;
import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.Engine;
import dev.crescent.engine.Part;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.train.Run;
import java.util.List;
import java.util.stream.IntStream;

/// The loss over the training part on a plane through the parameters, `start + a u + b v` with `a` and `b` from -1 to 1
/// on a grid. Each thread has a band of rows, and a run of its own.
final class LandscapeWorkload implements Workload {
    static final int SIDE = 51;

    private final String name;
    private final Hands hands;
    private final List<Run> runs;
    private final float[] start;
    private final float[] u;
    private final float[] v;
    // [row][column]
    private final double[] losses = new double[SIDE * SIDE];
    private final double multiplyAdds;

    LandscapeWorkload(String name, Experiment experiment, Dataset dataset, Engine engine, int threads) {
        this.name = name;
        this.hands = new Hands(threads);
        this.runs = IntStream.range(0, threads).mapToObj(_ -> TrainingWorkload.open(experiment, dataset, engine)).toList();
        this.start = runs.getFirst().parameters();
        this.u = direction(1);
        this.v = direction(2);
        this.multiplyAdds = Cost.forward((Model.Network) experiment.model(), dataset.inputShape())
                * dataset.train().count() * SIDE * SIDE;
    }

    private float[] direction(long stream) {
        float[] direction = new float[start.length];
        long key = CounterRandom.key(1, 0, stream);
        for (int i = 0; i < direction.length; i++) {
            direction[i] = (float) CounterRandom.normal(key, i);
        }
        return direction;
    }

    @Override
    public int threads() {
        return hands.count();
    }

    @Override
    public long work() {
        hands.run(thread -> {
            float[] parameters = new float[start.length];
            for (int row = SIDE * thread / hands.count(); row < SIDE * (thread + 1) / hands.count(); row++) {
                for (int column = 0; column < SIDE; column++) {
                    losses[row * SIDE + column] = loss(runs.get(thread), parameters, place(row), place(column));
                }
            }
        });
        return 1;
    }

    private double loss(Run run, float[] parameters, float a, float b) {
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = start[i] + a * u[i] + b * v[i];
        }
        run.load(parameters);
        return run.evaluate(Part.TRAINING).loss();
    }

    private static float place(int index) {
        return 2f * index / (SIDE - 1) - 1;
    }

    /// `[row][column]`, after some work.
    double[] losses() {
        return losses.clone();
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
        runs.forEach(Run::close);
        hands.close();
    }
}
