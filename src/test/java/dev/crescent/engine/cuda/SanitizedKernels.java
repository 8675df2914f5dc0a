package dev.crescent.engine.cuda;

import dev.crescent.engine.Evaluator;
import dev.crescent.engine.InitialParameters;
import dev.crescent.engine.Part;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.Shapes;
import dev.crescent.engine.Surveyor;
import dev.crescent.engine.Sweep;
import dev.crescent.engine.Twins;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import java.util.List;

/// A program that runs every kernel that the engine uses, on a stand-in that watches their memory: [SanitizerTest] starts it.
final class SanitizedKernels {
    /// What it says last, and their names.
    static final String DONE = "kernels that did not run: ";

    private SanitizedKernels() {}

    public static void main(String[] arguments) throws Exception {
        StandIn.begin("");
        CudaEngine engine = new CudaEngine(new CpuEngine(1), sentence -> {
            throw new IllegalStateException(sentence + " " + StandIn.message());
        }, StandIn.DRIVERS::open);
        Layer.Dense softmax = Twins.dense(3, Activation.SOFTMAX);
        Problem large = problem(Loss.MEAN_SQUARED_ERROR, List.of(2, 7, 6), Twins.conv(4, 3, 1, Padding.SAME, Activation.TANH), new Layer.BatchNorm(),
                new Layer.MaxPool(2, 2, Rounding.UP), Twins.conv(2, 2, 1, Padding.VALID, Activation.RELU), new Layer.Dropout(0.2), new Layer.Noise(0.1),
                Twins.maxout(5, 2, Activation.TANH, true), softmax);
        Problem small = problem(Loss.CROSS_ENTROPY, List.of(3), Twins.dense(5, Activation.TANH), new Layer.Dropout(0.2), softmax);
        for (Problem problem : List.of(large, small)) {
            try (Session session = engine.open(problem)) {
                for (int from = 0; from < 52; from += Twins.BATCH) {
                    session.train(Twins.order(problem), from, Math.min(Twins.BATCH, 52 - from), 0.01);
                }
                session.evaluate(Part.TEST);
            }
            Evaluator evaluator = engine.evaluator(problem.network(), problem.inputShape());
            int width = Shapes.width(problem.inputShape());
            float[][] outputs = Shapes.of(problem.network(), problem.inputShape()).stream()
                    .map(shape -> new float[70 * Shapes.width(shape)]).toArray(float[][]::new);
            evaluator.forward(InitialParameters.of(problem.network(), problem.inputShape()), new float[70 * width], 70, outputs);
        }
        try (Sweep sweep = engine.sweep(small, List.of(Twins.SGD, new Optimizer.Adam(0.01, 0.9, 0.999)))) {
            sweep.trainAll(Twins.order(small), 0, 52, Twins.BATCH, new double[2][3], new double[2][3]);
            sweep.evaluate(small.test());
        }
        try (Surveyor surveyor = engine.surveyor(small, small.test())) {
            double[] zeros = new double[surveyor.layout().size()];
            surveyor.losses(zeros, zeros, zeros, new double[10], new double[5]);
        }
        System.out.println(DONE + KernelSources.kernels().stream().filter(kernel -> StandIn.calls(kernel) == 0).toList());
    }

    private static Problem problem(Loss loss, List<Integer> shape, Layer... layers) {
        Optimizer adam = new Optimizer.Adam(0.01, 0.9, 0.999);
        Training training = new Training(loss, adam, Twins.BATCH, 1, true, 5, 0, 0.001, new Schedule.Constant(0), 0.5);
        return Twins.problem(List.of(layers), training, shape);
    }
}
