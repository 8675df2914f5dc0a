package dev.crescent.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Training;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every optimizer against PyTorch's rule written out in double, over the gradients the session itself reports.
class OptimizerTest {
    private static final int STEPS = 25;
    private static final int BATCH = 6;

    static List<Optimizer> optimizers() {
        return List.of(new Optimizer.Sgd(0.05, 0, false), new Optimizer.Sgd(0.05, 0.9, false),
                new Optimizer.Sgd(0.05, 0.8, true), new Optimizer.RmsProp(0.01, 0.9, false),
                new Optimizer.RmsProp(0.01, 0.9, true), new Optimizer.AdaGrad(0.05), new Optimizer.AdaDelta(1, 0.9),
                new Optimizer.Adam(0.01, 0.9, 0.999), new Optimizer.AdamW(0.01, 0.9, 0.99, 0.1),
                new Optimizer.NAdam(0.01, 0.9, 0.999), new Optimizer.Lion(0.001, 0.9, 0.99));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void followsPyTorchsRule(Optimizer optimizer) {
        check(Problems.training(Loss.MEAN_SQUARED_ERROR, optimizer, BATCH));
    }

    @Test
    void clipsTheWholeGradientWithItsPenalties() {
        check(Problems.training(Loss.MEAN_SQUARED_ERROR, new Optimizer.Sgd(0.05, 0, false), BATCH)
                .withPenalty(0.01, 0.1).withClip(0.2));
    }

    @Test
    void aGradientBelowTheLimitStaysAsItIs() {
        check(Problems.training(Loss.MEAN_SQUARED_ERROR, new Optimizer.Sgd(0.05, 0, false), BATCH).withClip(1e6));
    }

    /// Small ones show each rule's epsilon, large ones that nothing overflows.
    @ParameterizedTest
    @MethodSource("optimizers")
    void followsTheRuleForGradientsOfEverySize(Optimizer optimizer) {
        float[] sizes = {1e-9f, 1e-8f, 1e-7f, 1e-6f, 1e-5f, 1e-3f, 0.1f, 10, 1e4f};
        Updater updater = Updater.of(optimizer, sizes.length);
        float[] w = new float[sizes.length];
        double[] expected = new double[sizes.length];
        double[][] memory = new double[3][sizes.length];
        memory[2][0] = 1;
        for (int step = 1; step <= STEPS; step++) {
            float[] g = new float[sizes.length];
            for (int i = 0; i < g.length; i++) {
                g[i] = sizes[i] * (1 + 0.5f * (float) Math.sin(3 * step + i));
            }
            update(optimizer, expected, ReferenceNet.doubles(g), memory, 0.01, step);
            updater.begin(0.01, step);
            updater.update(w, g, 0, sizes.length);
        }
        for (int i = 0; i < w.length; i++) {
            assertThat((double) w[i]).as("gradient %s", sizes[i]).isCloseTo(expected[i], within(1e-5 * Math.abs(expected[i])));
        }
    }

    private static void check(Training training) {
        Problem problem = Problems.problem(List.of(Problems.dense(4, Activation.TANH), Problems.dense(2, Activation.LINEAR)),
                training, 3, STEPS * BATCH);
        int[] order = Problems.order(problem.train().count());
        try (Session session = new CpuEngine().open(problem)) {
            int size = session.layout().size();
            double[] w = ReferenceNet.doubles(session.parameters());
            double[][] memory = new double[3][size];
            memory[2][0] = 1;
            float[] into = new float[size];
            for (int step = 1; step <= STEPS; step++) {
                session.gradient(order, (step - 1) * BATCH, BATCH, into);
                double[] g = ReferenceNet.doubles(into);
                clip(g, training.clip());
                double rate = training.optimizer().learningRate() / step;
                update(training.optimizer(), w, g, memory, rate, step);
                session.train(order, (step - 1) * BATCH, BATCH, rate);
            }
            float[] trained = session.parameters();
            for (int i = 0; i < size; i++) {
                assertThat((double) trained[i]).as("parameter %d", i).isCloseTo(w[i], within(1e-5 * Math.max(0.1, Math.abs(w[i]))));
            }
            assertThat(session.optimizerState().step()).isEqualTo(STEPS);
        }
    }

    private static void clip(double[] g, double clip) {
        double norm = 0;
        for (double v : g) {
            norm += v * v;
        }
        double factor = clip == 0 ? 1 : Math.min(1, clip / (Math.sqrt(norm) + 1e-6));
        for (int i = 0; i < g.length; i++) {
            g[i] *= factor;
        }
    }

    private static void update(Optimizer optimizer, double[] w, double[] g, double[][] memory, double rate, int t) {
        double[] a = memory[0];
        double[] b = memory[1];
        double mu = 0;
        double next = 0;
        if (optimizer instanceof Optimizer.NAdam nadam) {
            mu = nadam.beta1() * (1 - 0.5 * Math.pow(0.96, t * 0.004));
            next = nadam.beta1() * (1 - 0.5 * Math.pow(0.96, (t + 1) * 0.004));
            memory[2][0] *= mu;
        }
        double product = memory[2][0];
        for (int i = 0; i < w.length; i++) {
            switch (optimizer) {
                case Optimizer.Sgd sgd -> {
                    a[i] = sgd.momentum() * a[i] + g[i];
                    w[i] -= rate * (sgd.nesterov() ? g[i] + sgd.momentum() * a[i] : a[i]);
                }
                case Optimizer.RmsProp p -> {
                    a[i] = p.rho() * a[i] + (1 - p.rho()) * g[i] * g[i];
                    w[i] -= rate * g[i] / (p.epsilonInside() ? Math.sqrt(a[i] + 1e-6) : Math.sqrt(a[i]) + 1e-8);
                }
                case Optimizer.AdaGrad _ -> {
                    a[i] += g[i] * g[i];
                    w[i] -= rate * g[i] / (Math.sqrt(a[i]) + 1e-8);
                }
                case Optimizer.AdaDelta p -> {
                    a[i] = p.rho() * a[i] + (1 - p.rho()) * g[i] * g[i];
                    double delta = Math.sqrt(b[i] + 1e-6) / Math.sqrt(a[i] + 1e-6) * g[i];
                    b[i] = p.rho() * b[i] + (1 - p.rho()) * delta * delta;
                    w[i] -= rate * delta;
                }
                case Optimizer.Adam p -> {
                    moments(a, b, i, g[i], p.beta1(), p.beta2());
                    w[i] -= rate * a[i] / (1 - Math.pow(p.beta1(), t))
                            / (Math.sqrt(b[i] / (1 - Math.pow(p.beta2(), t))) + 1e-8);
                }
                case Optimizer.AdamW p -> {
                    w[i] -= rate * p.weightDecay() * w[i];
                    moments(a, b, i, g[i], p.beta1(), p.beta2());
                    w[i] -= rate * a[i] / (1 - Math.pow(p.beta1(), t))
                            / (Math.sqrt(b[i] / (1 - Math.pow(p.beta2(), t))) + 1e-8);
                }
                case Optimizer.NAdam p -> {
                    moments(a, b, i, g[i], p.beta1(), p.beta2());
                    double below = Math.sqrt(b[i] / (1 - Math.pow(p.beta2(), t))) + 1e-8;
                    w[i] -= rate * (1 - mu) / (1 - product) * g[i] / below;
                    w[i] -= rate * next / (1 - product * next) * a[i] / below;
                }
                case Optimizer.Lion p -> {
                    w[i] -= rate * Math.signum(p.beta1() * a[i] + (1 - p.beta1()) * g[i]);
                    a[i] = p.beta2() * a[i] + (1 - p.beta2()) * g[i];
                }
            }
        }
    }

    private static void moments(double[] m, double[] v, int i, double g, double beta1, double beta2) {
        m[i] = beta1 * m[i] + (1 - beta1) * g;
        v[i] = beta2 * v[i] + (1 - beta2) * g * g;
    }
}
