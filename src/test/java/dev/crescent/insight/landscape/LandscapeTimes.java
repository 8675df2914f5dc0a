package dev.crescent.insight.landscape;

import dev.crescent.engine.ParameterLayout;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.insight.landscape.Worlds.Nets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Measures what a landscape takes: the playground's by one thread and by two, that of a network of 500,000 parameters, and
/// the planes of their paths. Prints the median of some rounds. Not a test: run it by hand.
final class LandscapeTimes {
    private static final int ROUNDS = 15;

    private LandscapeTimes() {}

    public static void main(String[] arguments) {
        Problem playground = Worlds.playground();
        for (int threads : new int[] {1, 2}) {
            survey("playground", playground, threads, 20);
        }
        gradients("playground", playground);
        path("playground, a path of 200 points", playground, 199);
        List<Layer> layers = List.of(new Layer.Dense(625, Activation.SIGMOID), new Layer.Dense(10, Activation.SOFTMAX));
        Problem large = Worlds.problem(layers, Worlds.training(Loss.CROSS_ENTROPY), List.of(784), 2000);
        for (int threads : new int[] {1, 2}) {
            points("784-625-10, 256 samples: 40 points", large, threads);
        }
        gradients("784-625-10", large);
        path("784-625-10, a path of 33 points", large, 32);
        widest();
    }

    private static void survey(String name, Problem problem, int threads, int calls) {
        Plane plane = FilterPlane.of(Worlds.layout(problem), Worlds.start(problem), 1).plane();
        MeasuredSamples measured = MeasuredSamples.of(problem, Part.TRAINING);
        try (LossSurvey survey = new LossSurvey(Worlds.ENGINE, problem, measured, threads)) {
            LossGrid empty = LossGrid.empty(Area.square(0, 0, 2), LossGrid.USUAL_SIDE);
            time(name + ", " + survey.measured().samples().count() + " samples: 51 x 51 losses, threads " + threads, calls,
                    () -> survey.compute(plane, empty, Place.ORIGIN, LossSurvey.UNLIMITED, () -> false, _ -> { }));
        }
    }

    private static void points(String name, Problem problem, int threads) {
        Plane plane = FilterPlane.of(Worlds.layout(problem), Worlds.start(problem), 1).plane();
        // All but forty are there already.
        double[] losses = new double[LossGrid.USUAL_SIDE * LossGrid.USUAL_SIDE];
        Arrays.fill(losses, 0, 40, Double.NaN);
        LossGrid known = new LossGrid(Area.square(0, 0, 2), LossGrid.USUAL_SIDE, losses);
        MeasuredSamples measured = MeasuredSamples.of(problem, Part.TRAINING);
        try (LossSurvey survey = new LossSurvey(Worlds.ENGINE, problem, measured, threads)) {
            time(name + ", threads " + threads, 1,
                    () -> survey.compute(plane, known, Place.ORIGIN, LossSurvey.UNLIMITED, () -> false, _ -> { }));
        }
    }

    private static void gradients(String name, Problem problem) {
        float[] parameters = Worlds.start(problem);
        Plane plane = FilterPlane.of(Worlds.layout(problem), parameters, 1).plane();
        try (GradientSampler sampler = new GradientSampler(Worlds.ENGINE, problem, 10)) {
            time(name + ": gradients of 40 mini-batches of 10", 5,
                    () -> sampler.cloud(plane, parameters, 0, 40, 1, () -> false));
        }
    }

    private static void path(String name, Problem problem, int steps) {
        ParameterLayout layout = Worlds.layout(problem);
        List<float[]> path = Worlds.path(problem, steps);
        time(name + ": its plane", 1, () -> PathPlane.of(layout, path));
        Plane plane = PathPlane.of(layout, path).plane();
        time(name + ": aligned", 1, () -> plane.aligned(plane));
        time(name + ": projected", 1, () -> path.forEach(plane::project));
    }

    /// As many numbers as a recorder keeps.
    private static void widest() {
        ParameterLayout layout = Nets.flat(80_000);
        List<float[]> path = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            path.add(Worlds.randomFloats(80_000, i));
        }
        time("a path of 200 points of 80,000 parameters: its plane", 1, () -> PathPlane.of(layout, path));
    }

    private static void time(String what, int calls, Runnable work) {
        double[] milliseconds = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            for (int call = 0; call < calls; call++) {
                work.run();
            }
            milliseconds[round] = (System.nanoTime() - start) / 1e6 / calls;
        }
        // The first rounds are the compiler's.
        double[] warm = Arrays.copyOfRange(milliseconds, ROUNDS / 3, ROUNDS);
        Arrays.sort(warm);
        System.out.printf(Locale.ROOT, "%-64s %9.3f ms (%.3f to %.3f)%n", what, warm[warm.length / 2], warm[0],
                warm[warm.length - 1]);
    }
}
