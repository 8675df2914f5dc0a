package dev.crescent.insight.descent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.crescent.experiment.Formula;
import dev.crescent.experiment.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StepFormulaTest {
    private static WeightStep sixth(Optimizer optimizer) {
        Descent descent = new Descent(TestFunction.HIMMELBLAU, optimizer, new PlaneVector(-1, 2), Limits.of(100));
        descent.steps(6);
        return descent.last().orElseThrow().x();
    }

    private static List<Optimizer> quick() {
        return List.of(new Optimizer.Sgd(0.01, 0, false), new Optimizer.Sgd(0.005, 0.9, false),
                new Optimizer.Sgd(0.005, 0.8, true), new Optimizer.RmsProp(0.05, 0.9, false),
                new Optimizer.RmsProp(0.05, 0.9, true), new Optimizer.AdaGrad(0.5), new Optimizer.AdaDelta(1, 0.9),
                new Optimizer.Adam(0.1, 0.9, 0.999), new Optimizer.AdamW(0.1, 0.8, 0.99, 0.1),
                new Optimizer.NAdam(0.1, 0.9, 0.999), new Optimizer.Lion(0.05, 0.9, 0.99));
    }

    static Stream<Arguments> steps() {
        return quick().stream().map(StepFormulaTest::sixth).map(step -> Arguments.of(step.constants().optimizer(), step));
    }

    /// The lines are a program: run from what was before the step, by the parser of the features' formulas, they must
    /// lead to what the optimizer did.
    @ParameterizedTest
    @MethodSource("steps")
    void theLinesComputeTheStep(Optimizer optimizer, WeightStep step) {
        Map<String, Double> names = new TreeMap<>(Map.of("w", step.w(), "g", step.g(), "eta", step.constants().rate(),
                "t", 6.0, "epsilon", epsilon(optimizer)));
        before(optimizer, step, names);
        for (StepLine line : StepFormula.of(step)) {
            double result = evaluate(line.right(), names);
            assertThat(line.result()).as(line.formula()).isCloseTo(result, within(1e-11 * Math.max(1, Math.abs(result))));
            names.put(line.target(), result);
        }
        assertThat(names.get("w")).isCloseTo(step.next(), within(1e-11));
    }

    /// At step 6; memories by the letters of the lines.
    private static void before(Optimizer optimizer, WeightStep step, Map<String, Double> names) {
        Memory memory = step.before();
        switch (optimizer) {
            case Optimizer.Sgd _ -> names.put("v", memory.momentum());
            case Optimizer.RmsProp _, Optimizer.AdaGrad _ -> names.put("a", memory.squares());
            case Optimizer.AdaDelta _ -> names.putAll(Map.of("a", memory.squares(), "b", memory.updates()));
            case Optimizer.Adam _, Optimizer.AdamW _, Optimizer.Lion _ ->
                    names.putAll(Map.of("m", memory.momentum(), "v", memory.squares()));
            case Optimizer.NAdam nadam -> {
                double product = 1;
                for (int t = 1; t <= 5; t++) {
                    product *= nadam.beta1() * (1 - 0.5 * Math.pow(0.96, 0.004 * t));
                }
                names.putAll(Map.of("m", memory.momentum(), "v", memory.squares(), "M", product));
            }
        }
    }

    private static double epsilon(Optimizer optimizer) {
        return optimizer instanceof Optimizer.AdaDelta
                || optimizer instanceof Optimizer.RmsProp p && p.epsilonInside() ? 1e-6 : 1e-8;
    }

    private static double evaluate(String right, Map<String, Double> names) {
        String text = right.replace("sign(c)", "signOfC");
        List<String> variables = new ArrayList<>(names.keySet());
        double[] values = new double[variables.size() + 1];
        for (int i = 0; i < variables.size(); i++) {
            values[i] = names.getOrDefault(variables.get(i), Double.NaN);
        }
        variables.add("signOfC");
        values[values.length - 1] = Math.signum(names.getOrDefault("c", 0.0));
        return Formula.parse(text, variables).evaluate(values);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void theNumbersComputeWhatIsShown(Optimizer optimizer, WeightStep step) {
        for (StepLine line : StepFormula.of(step)) {
            double c = line.numbers().contains("sign(-") ? -1 : 1;
            String text = line.numbers().replaceAll("sign\\([^)]*\\)", "(" + c + ")").replace("(1.0)", "1");
            double result = Formula.parse(text, List.of("x")).evaluate(0);
            assertThat(result).as("%s: %s", line.formula(), line.numbers())
                    .isCloseTo(line.result(), within(0.004 * Math.abs(line.result())));
            double shown = Double.parseDouble(line.shown());
            assertThat(shown).isCloseTo(line.result(), within(6e-4 * Math.abs(line.result())));
            assertThat(line.caption()).endsWith(".").hasSizeBetween(30, 120);
            assertThat(line.numbers()).doesNotContain("Infinity").doesNotContainPattern("\\b[a-zM]\\b|hat|eta|eps");
        }
        assertThat(optimizer).isEqualTo(step.constants().optimizer());
    }

    @Test
    void adamReadsAsInTheBooks() {
        StepConstants constants = StepConstants.at(new Optimizer.Adam(0.01, 0.9, 0.999), 660, 0.01);
        WeightStep step = WeightStep.of(constants, -1.0045, 0.0017, new Memory(0.00848, 0.000408, 0));
        List<StepLine> lines = StepFormula.of(step);
        assertThat(lines).extracting(StepLine::formula).containsExactly("m <- 0.9*m + 0.1*g", "v <- 0.999*v + 0.001*g^2",
                "mhat <- m/(1 - 0.9^t)", "vhat <- v/(1 - 0.999^t)", "w <- w - eta*mhat/(sqrt(vhat) + epsilon)");
        assertThat(lines).extracting(StepLine::numbers).containsExactly("0.9*0.00848 + 0.1*0.0017",
                "0.999*0.000408 + 0.001*0.0017^2", "0.007802/(1 - 0.9^660)", "0.0004076/(1 - 0.999^660)",
                "-1.0045 - 0.01*0.007802/(sqrt(0.0008433) + 1e-8)");
        assertThat(lines).extracting(StepLine::shown).containsExactly("0.007802", "0.0004076", "0.007802", "0.0008433", "-1.0072");
    }

    @Test
    void aNegativeNumberStandsInParenthesesWhereItMust() {
        WeightStep step = WeightStep.of(StepConstants.first(new Optimizer.AdaGrad(0.5)), 2, -0.25, new Memory(0, 3, 0));
        assertThat(StepFormula.of(step)).extracting(StepLine::numbers)
                .containsExactly("3 + (-0.25)^2", "2 - 0.5*(-0.25)/(sqrt(3.063) + 1e-8)");
        WeightStep momentum = WeightStep.of(StepConstants.first(new Optimizer.Sgd(0.5, 0.9, false)), -2, -0.25,
                new Memory(-1, 0, 0));
        assertThat(StepFormula.of(momentum)).extracting(StepLine::numbers)
                .containsExactly("0.9*(-1) + (-0.25)", "-2 - 0.5*(-1.15)");
    }

    @Test
    void aWeightHasTheDigitsThatItsChangeNeeds() {
        WeightStep step = WeightStep.of(StepConstants.first(new Optimizer.Sgd(1e-4, 0, false)), 3.14159265, 0.0213, Memory.EMPTY);
        StepLine line = StepFormula.of(step).getFirst();
        assertThat(line.numbers()).isEqualTo("3.1415927 - 0.0001*0.0213");
        assertThat(line.shown()).isEqualTo("3.1415905");
    }

    @Test
    void anOverflowIsShownAsSuch() {
        WeightStep step = WeightStep.of(StepConstants.first(new Optimizer.Sgd(1, 0, false)), 1, Double.POSITIVE_INFINITY, Memory.EMPTY);
        assertThat(StepFormula.of(step).getFirst().shown()).isEqualTo("-Infinity");
        assertThat(StepFormula.of(step).getFirst().numbers()).isEqualTo("1 - 1*Infinity");
    }

    @Test
    void roundOffOfASettingIsNotShown() {
        assertThat(StepNumbers.exact(1 - 0.999)).isEqualTo("0.001");
        assertThat(StepNumbers.exact(1e-8)).isEqualTo("1e-8");
        assertThat(StepNumbers.exact(0)).isEqualTo("0");
        assertThat(StepNumbers.rounded(123456)).isEqualTo("123500");
        assertThat(StepNumbers.rounded(-1.23456e-9)).isEqualTo("-1.235e-9");
        assertThat(StepNumbers.rounded(6.02214e23)).isEqualTo("6.022e23");
    }
}
