package dev.crescent.insight.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Samples;
import dev.crescent.engine.Session;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Initializer;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightStepTest {
    private static final int STEPS = 50;
    private static final int[] ORDER = {0, 1};

    static List<Optimizer> optimizers() {
        return Optimizers.all();
    }

    /// A linear unit without a bias, fed with (1, 0) and (0, 3): its mean squared error is a function of the plane of its
    /// two weights.
    private static Session bowl(Optimizer optimizer) {
        Layer unit = new Layer.Dense(1, Activation.LINEAR, new Initializer.Uniform(1), false, new Initializer.Uniform(1));
        Samples samples = new Samples(2, 2, 1, new float[] {1, 0, 0, 3}, new float[] {2, -4}, new int[2]);
        Training training = new Training(Loss.MEAN_SQUARED_ERROR, optimizer, 2, 1, false, 5, 0, 0, new Schedule.Constant(0), 0);
        return new CpuEngine().open(new Problem(new Model.Network(3, List.of(unit)), training, List.of(2), samples, samples));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void theEngineWalksTheSamePathInFloats(Optimizer optimizer) {
        FormulaFunction loss = FormulaFunction.parse("((x - 2)^2 + (3*y + 4)^2)/2");
        try (Session session = bowl(optimizer)) {
            float[] start = session.parameters();
            Descent descent = new Descent(loss, optimizer, new PlaneVector(start[0], start[1]), new Limits(STEPS, 0, 10));
            for (int step = 1; step <= STEPS; step++) {
                session.train(ORDER, 0, 2, optimizer.learningRate());
                descent.step();
                float[] w = session.parameters();
                assertThat((double) w[0]).as("step %d", step).isCloseTo(descent.at().x(), within(2e-5));
                assertThat((double) w[1]).as("step %d", step).isCloseTo(descent.at().y(), within(2e-5));
            }
            assertThat(descent.at().distance(descent.at(0))).isGreaterThan(0.01);
        }
    }

    /// What the lens over a network's weight does: memory, gradient and weight are the engine's.
    @ParameterizedTest
    @MethodSource("optimizers")
    void predictsTheEnginesNextWeight(Optimizer optimizer) {
        try (Session session = bowl(optimizer)) {
            session.train(ORDER, 0, 2, 0.1);
            session.load(session.parameters(), OptimizerState.newAt(session.optimizerState().step())); // forgets, but for the count
            for (int step = 1; step <= 20; step++) {
                float[] g = new float[2];
                session.gradient(ORDER, 0, 2, g);
                float[] before = session.parameters();
                double rate = optimizer.learningRate() / step;
                WeightStep[] steps = new WeightStep[2];
                for (int i = 0; i < 2; i++) {
                    steps[i] = WeightStep.of(StepConstants.after(optimizer, session.optimizerState(), rate), before[i], g[i],
                            Memory.of(optimizer, session.optimizerState(), i));
                }
                session.train(ORDER, 0, 2, rate);
                for (int i = 0; i < 2; i++) {
                    assertThat((double) session.parameters()[i]).isCloseTo(steps[i].next(), within(1e-6));
                    Memory after = Memory.of(optimizer, session.optimizerState(), i);
                    assertThat(after.momentum()).isCloseTo(steps[i].after().momentum(), within(1e-5));
                    assertThat(after.squares()).isCloseTo(steps[i].after().squares(), within(1e-5 * (1 + after.squares())));
                    assertThat(after.updates()).isCloseTo(steps[i].after().updates(), within(1e-6));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void constantsOfALateStepAreThoseOneComesToStepByStep(Optimizer optimizer) {
        StepConstants walked = StepConstants.first(optimizer);
        for (int t = 2; t <= 700; t++) {
            walked = walked.next();
        }
        StepConstants jumped = StepConstants.at(optimizer, 700, optimizer.learningRate());
        assertThat(walked.number()).isEqualTo(700);
        assertThat(walked.rate()).isEqualTo(jumped.rate());
        assertThat(walked.power1()).isCloseTo(jumped.power1(), within(1e-12));
        assertThat(walked.power2()).isCloseTo(jumped.power2(), within(1e-12));
        assertThat(walked.product()).isCloseTo(jumped.product(), within(1e-25));
    }

    @Test
    void aFirstStepOfNAdamFollowsFromItsFirstShares() {
        StepConstants first = StepConstants.first(new Optimizer.NAdam(0.1, 0.9, 0.99));
        assertThat(first.product()).isCloseTo(0.9 * (1 - 0.5 * Math.pow(0.96, 0.004)), within(1e-15));
        assertThat(first.product()).isEqualTo(first.mu());
        assertThat(first.next().product()).isCloseTo(first.mu() * first.nextMu(), within(1e-15));
    }

    @Test
    void theDecayOfAdamWIsNoPartOfTheAdjustedGradient() {
        Optimizer adamW = new Optimizer.AdamW(0.1, 0.9, 0.99, 0.5);
        WeightStep step = WeightStep.of(StepConstants.first(adamW), 2, 3, Memory.EMPTY);
        assertThat(step.adjusted()).isCloseTo(1, within(1e-8));
        assertThat(step.next()).isCloseTo(2 - 0.1 * 0.5 * 2 - 0.1, within(1e-8));
        assertThat(step.change()).isCloseTo(-0.2, within(1e-8));
    }

    @Test
    void stepsCountFromOne() {
        assertThatThrownBy(() -> StepConstants.at(new Optimizer.AdaGrad(1), 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
