package dev.crescent.insight.step;

import static dev.crescent.insight.step.LensStepTest.dense;
import static dev.crescent.insight.step.LensStepTest.problem;
import static dev.crescent.insight.step.LensStepTest.training;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.Problem;
import dev.crescent.engine.Session;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the formulas say is what the step has.
class StepTextTest {
    private static final Optimizer SGD = new Optimizer.Sgd(0.1, 0, false);

    private static LensStep step(Problem problem, int... samples) {
        try (Session session = new CpuEngine(1).open(problem)) {
            return LensStep.of(problem, session.parameters(), OptimizerState.START, samples, 0.1);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('\u2212', '-'));
    }

    private static List<MathLine> lines(LensStep step, Phase phase, Focus focus) {
        return new StepText(step, 0).lines(phase, focus);
    }

    @Test
    void phasesGoForwardAndBackAndEndInTheUpdate() {
        assertThat(Phase.of(2)).containsExactly(new Phase.Sample(), new Phase.Forward(0), new Phase.Forward(1), new Phase.Loss(),
                new Phase.Backward(1), new Phase.Backward(0), new Phase.Update());
    }

    @Test
    void aWeightedSumIsWrittenOutTermByTerm() {
        LensStep s = step(problem(List.of(dense(2, Activation.TANH), dense(1, Activation.LINEAR)), training(Loss.MEAN_SQUARED_ERROR, SGD)), 4);
        List<MathLine> lines = lines(s, new Phase.Forward(0), Focus.unit(0, 1));
        assertThat(lines.getFirst().symbols()).isEqualTo("z_{2} = w_{2,1} x_{1} + w_{2,2} x_{2} + w_{2,3} x_{3} + b_{2}");
        double sum = 0;
        for (String term : lines.getFirst().numbers().replace("(", "").replace(")", "").split(" \\+ ", -1)) {
            String[] factors = term.split(" · ", -1);
            sum += number(factors[0]) * (factors.length > 1 ? number(factors[1]) : 1);
        }
        assertThat(sum).as("what stands there adds up").isCloseTo(s.z(0, 0, 1), within(0.02));
        assertThat(number(lines.getFirst().result())).isCloseTo(s.z(0, 0, 1), within(1e-3));
        assertThat(lines.get(1).symbols()).isEqualTo("a_{2} = tanh(z_{2})");
        assertThat(number(lines.get(1).result())).isCloseTo(Math.tanh(s.z(0, 0, 1)), within(1e-3));
        List<MathLine> link = lines(s, new Phase.Forward(0), new Focus(0, 1, 2));
        assertThat(link).hasSize(1);
        assertThat(number(link.getFirst().result())).isCloseTo(s.parameter(new Focus(0, 1, 2).parameter(s.stack())) * s.x(0, 0, 2),
                within(1e-3));
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void everyActivationHasAFormulaWithNumbersInPlaceOfItsNames(Activation activation) {
        if (activation == Activation.SOFTMAX || activation == Activation.STEP) {
            return;
        }
        LensStep s = step(problem(List.of(dense(3, activation), dense(1, Activation.LINEAR)), training(Loss.MEAN_SQUARED_ERROR, SGD)), 4);
        for (int unit = 0; unit < 3; unit++) {
            MathLine value = lines(s, new Phase.Forward(0), Focus.unit(0, unit)).get(1);
            assertThat(number(value.result())).isCloseTo(s.a(0, 0, unit), within(1e-3));
            List<MathLine> back = lines(s, new Phase.Backward(0), Focus.unit(0, unit));
            assertThat(number(back.getLast().result())).isCloseTo(s.delta(0, 0, unit), within(1e-3 * Math.max(1, Math.abs(s.delta(0, 0, unit)))));
            for (MathLine line : List.of(value, back.get(1))) {
                assertThat(line.numbers()).doesNotContain("Z").doesNotContain("A").doesNotContain("_{");
                assertThat(line.text()).doesNotContain("{").doesNotContain("Z");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.crescent.insight.step.LensStepTest#combinations")
    void everyLossAndItsDeltasAreWrittenOut(Loss loss, Activation activation, int outputs) {
        Activation hidden = activation == Activation.SOFTMAX ? Activation.TANH : activation;
        LensStep s = step(problem(List.of(dense(3, hidden), dense(outputs, activation)), training(loss, SGD)), 4, 7, 9);
        List<MathLine> said = lines(s, new Phase.Loss(), Focus.unit(1, 0));
        assertThat(said).hasSize(2);
        assertThat(number(said.getFirst().result())).isCloseTo(s.loss(0), within(1e-3 * Math.max(1, s.loss(0))));
        assertThat(number(said.get(1).result())).isCloseTo(s.loss(), within(1e-3 * Math.max(1, s.loss())));
        for (int k = 0; k < outputs; k++) {
            List<MathLine> delta = lines(s, new Phase.Backward(1), Focus.unit(1, k));
            assertThat(delta.getLast().symbols()).startsWith("\u03b4");
            assertThat(number(delta.getLast().result())).isCloseTo(s.delta(1, 0, k), within(1e-3 * Math.max(1, Math.abs(s.delta(1, 0, k)))));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.crescent.insight.step.LensStepTest#optimizers")
    void theUpdateEndsWithTheNewWeight(Optimizer optimizer) {
        LensStep s = step(problem(List.of(dense(3, Activation.TANH), dense(1, Activation.LINEAR)),
                training(Loss.MEAN_SQUARED_ERROR, optimizer).withPenalty(0.01, 0.02).withClip(0.05)), 4, 7, 9);
        Focus focus = new Focus(0, 1, 2);
        int parameter = focus.parameter(s.stack());
        List<MathLine> lines = lines(s, new Phase.Update(), focus);
        assertThat(lines.getFirst().symbols()).isEqualTo("g = mean gradient + l_{1} sign(w) + l_{2} w");
        assertThat(number(lines.get(1).result())).isCloseTo(s.update(parameter).g(), within(1e-3));
        MathLine weight = lines.stream().filter(line -> line.symbols().startsWith("w \u2190 w \u2212 ")).reduce((a, b) -> b).orElseThrow();
        assertThat(number(weight.result())).isCloseTo(s.next()[parameter], within(1e-3));
        assertThat(lines).allSatisfy(line -> assertThat(line.text()).doesNotContain("*").doesNotContain("sqrt").doesNotContain("-"));
        List<MathLine> bias = lines(s, new Phase.Update(), new Focus(0, 1, Focus.BIAS));
        assertThat(bias.getFirst().symbols()).as("no penalty on a bias").doesNotContain("mean gradient");
        assertThat(bias).anyMatch(line -> line.symbols().startsWith("b \u2190 b \u2212 "));
    }

    @Test
    void aUnitThatDropoutSwitchedOffGetsNothingBack() {
        LensStep s = step(problem(List.of(dense(8, Activation.TANH), new Layer.Dropout(0.5), dense(3, Activation.SOFTMAX)),
                training(Loss.CROSS_ENTROPY, SGD)), 4);
        int off = 0;
        while (s.share(1, 0, off) != 0) {
            off++;
        }
        assertThat(s.x(1, 0, off)).isZero();
        assertThat(s.delta(0, 0, off)).isZero();
        assertThat(lines(s, new Phase.Backward(0), Focus.unit(0, off)).getFirst().numbers()).startsWith("0 \u00b7 (");
    }

    @Test
    void longSumsAreCut() {
        List<String> terms = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(Sums.of(terms.subList(0, 9))).isEqualTo("1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9");
        assertThat(Sums.of(terms)).isEqualTo("1 + 2 + 3 + 4 + 5 + 6 + 7 + \u2026 + 10");
    }

    @Test
    void numbersAreShort() {
        assertThat(Figures.brief(0.39724)).isEqualTo("0.397");
        assertThat(Figures.brief(-1.25)).isEqualTo("\u22121.25");
        assertThat(Figures.brief(0)).isEqualTo("0");
        assertThat(Figures.brief(0.0000312)).isEqualTo("3.12e\u22125");
        assertThat(Figures.brief(Double.NaN)).isEqualTo("\u2013");
        assertThat(Figures.result(1234.56)).isEqualTo("1235");
        assertThat(Figures.signed(0.5)).isEqualTo("+0.5");
        assertThat(Figures.changed(0.42001, 0.4196)).isEqualTo("0.42001 \u2192 0.41960");
        assertThat(Figures.changed(-1, -0.99)).isEqualTo("\u22121.00 \u2192 \u22120.99");
        assertThat(Figures.changed(0.5, 0.5)).isEqualTo("0.5 \u2192 0.5");
        assertThat(Figures.bracketed(-2)).isEqualTo("(\u22122)");
    }
}
