package dev.crescent.cli;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Cost;
import dev.crescent.engine.CounterRandom;
import dev.crescent.engine.Engine;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Surveyor;
import dev.crescent.experiment.Experiment;
import java.util.List;
import java.util.stream.IntStream;

/// The loss over the training part on a plane through the parameters, `start + a u + b v` with `a` and `b` from -1 to 1
/// on a grid. Each thread has a band of rows, and a surveyor of its own.
final class LandscapeWorkload implements Workload {
    private final String name;
    private final Hands hands;
    private final int side;
    private final List<Surveyor> surveyors;
    private final double[] start;
    private final double[] u;
    private final double[] v;
    // [row][column]
    private final double[] losses;
    private final double multiplyAdds;

    /// @param side points along each side of the grid, 2 or more
    LandscapeWorkload(String name, Experiment experiment, Dataset dataset, int side, Engine engine, int threads) {
        this.name = name;
        this.hands = new Hands(threads);
        this.side = side;
        this.losses = new double[side * side];
        Problem problem = TrainingWorkload.problem(experiment, dataset, engine);
        this.surveyors = IntStream.range(0, threads).mapToObj(_ -> engine.surveyor(problem, problem.samples(Part.TRAINING))).toList();
        float[] initial = InitialParameters.of(problem.network(), problem.inputShape());
        this.start = IntStream.range(0, initial.length).mapToDouble(i -> initial[i]).toArray();
        int parameters = surveyors.getFirst().layout().size();
        this.u = direction(parameters, 1);
        this.v = direction(parameters, 2);
        this.multiplyAdds = Cost.forward(problem.network(), problem.inputShape()) * dataset.train().count() * losses.length;
    }

    private static double[] direction(int parameters, long stream) {
        long key = CounterRandom.key(1, 0, stream);
        return IntStream.range(0, parameters).mapToDouble(i -> CounterRandom.normal(key, i)).toArray();
    }

    @Override
    public int threads() {
        return hands.count();
    }

    @Override
    public long work() {
        hands.run(thread -> {
            int end = side * (side * (thread + 1) / hands.count());
            for (int from = side * (side * thread / hands.count()), to; from < end; from = to) {
                to = Math.min(end, from + Math.max(side, surveyors.get(thread).stride()));
                measure(surveyors.get(thread), from, to);
            }
        });
        return 1;
    }

    private void measure(Surveyor surveyor, int from, int to) {
        double[] places = new double[2 * (to - from)];
        for (int i = from; i < to; i++) {
            places[2 * (i - from)] = place(i / side);
            places[2 * (i - from) + 1] = place(i % side);
        }
        double[] into = new double[to - from];
        surveyor.losses(start, u, v, places, into);
        System.arraycopy(into, 0, losses, from, into.length);
    }

    private double place(int index) {
        return 2.0 * index / (side - 1) - 1;
    }

    /// `[row][column]`, after some work.
    double[] losses() {
        return losses.clone();
    }

    @Override
    public boolean isElsewhere() {
        return surveyors.stream().anyMatch(Surveyor::isElsewhere);
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
        surveyors.forEach(Surveyor::close);
        hands.close();
    }
}
