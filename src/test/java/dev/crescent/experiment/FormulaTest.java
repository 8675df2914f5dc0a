package dev.crescent.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static final List<String> VARIABLES = List.of("x1", "x2");

    private static Formula parse(String text) {
        return Formula.parse(text, VARIABLES);
    }

    /// At x1 = 2, x2 = -3.
    @ParameterizedTest
    @CsvSource({
        "x1, 2", "x2, -3", "1 + 2 * 3, 7", "(1 + 2) * 3, 9", "7 - 2 - 1, 4", "8 / 4 / 2, 1", "2 ^ 3 ^ 2, 512",
        "-x1^2, -4", "(-x1)^2, 4", "2^-1, 0.5", "-2^-2, -0.25", "--x1, 2", "2 - -3, 5", "+x1, 2", "3*-2, -6", "1e-3, 0.001", "1.5E2, 150",
        ".5, 0.5", "2., 2", "x1*x2, -6", "x1^2 + x2^2, 13", "abs(x2), 3", "sqrt(x1*8), 4", "exp(0), 1", "log(1), 0",
        "sin(pi/2), 1", "cos(pi), -1", "tan(0), 0", "tanh(0), 0", "abs (x2), 3", "((x1)), 2", "2*pi, 6.283185307179586"})
    void hasTheValueOfMathematics(String text, double expected) {
        assertThat(parse(text).evaluate(2, -3)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void functionsAreThoseOfMath() {
        for (double x : new double[] {-2.5, -0.3, 0, 0.7, 3.1}) {
            assertThat(parse("sin(x1)").evaluate(x, 0)).isEqualTo(Math.sin(x));
            assertThat(parse("cos(x1)").evaluate(x, 0)).isEqualTo(Math.cos(x));
            assertThat(parse("tan(x1)").evaluate(x, 0)).isEqualTo(Math.tan(x));
            assertThat(parse("exp(x1)").evaluate(x, 0)).isEqualTo(Math.exp(x));
            assertThat(parse("tanh(x1)").evaluate(x, 0)).isEqualTo(Math.tanh(x));
            assertThat(parse("log(x1)").evaluate(x, 0)).isEqualTo(Double.valueOf(Math.log(x)));
            assertThat(parse("sqrt(x1)").evaluate(x, 0)).isEqualTo(Double.valueOf(Math.sqrt(x)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1+y|has an unknown name 'y' at position 3; use x1, x2, sin, cos, tan, exp, log, sqrt, abs, tanh, pi",
        "2x1|has no operator before 'x' at position 2; write one of + - * / ^ there",
        "(x1|has a '(' at position 1 that is never closed; add a ')'",
        "sin(x1 + (2|has a '(' at position 10 that is never closed; add a ')'",
        "x1)|has a ')' at position 3 without its '('; take it out",
        "sin x1|has no '(' after sin at position 1; write sin(...)",
        "x1 +|ends where a number, a variable or a function should follow; complete it",
        "(x1 x2)|needs an operator or a ')' before 'x' at position 5; add it",
        ".|has a '.' without digits at position 1; write a number such as 0.5",
        "1e999|has a number that is too large at position 1; use one below 1e308"})
    void namesThePositionAndTheRemedy(String text, String problem) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(InvalidSettingException.class).hasMessage(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x1 $ 2", "* x1", "x1 +* x2", "()", "x1²", "x1 \u0000", "\uD83D\uDE00", "\uD83D", "sin()", "1..2", "1 2",
        "X1", "x3", "x1,x2", "2exp(x1)", "pi(2)", "x1(2)"})
    void refusesWhatIsNoFormula(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(InvalidSettingException.class).hasMessageContaining(";");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t\n"})
    void refusesAnEmptyFormula(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(InvalidSettingException.class).hasMessageStartingWith("is empty");
    }

    @Test
    void boundsLengthAndNesting() {
        assertThat(parse("1" + "+1".repeat(99)).evaluate(0, 0)).isEqualTo(100);
        assertThatThrownBy(() -> parse("1" + "+1".repeat(100))).hasMessageContaining("201 characters");
        assertThat(parse("(".repeat(49) + "x1" + ")".repeat(49)).evaluate(5, 0)).isEqualTo(5);
        assertThatThrownBy(() -> parse("(".repeat(50) + "x1" + ")".repeat(50))).hasMessageContaining("nested too deeply at position 51");
        assertThatThrownBy(() -> parse("-".repeat(150) + "x1")).hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> parse("1^".repeat(90) + "1")).hasMessageContaining("nested too deeply");
    }

    @Test
    void manyPointsHaveTheValuesOfSinglePoints() {
        Formula formula = parse("x1 / x2 + sin(x1)");
        float[] x1 = {1, -2, 0.5f, 7};
        float[] x2 = {2, 4, 0, -1};
        float[] into = new float[6];
        formula.evaluate(new float[][] {x1, x2}, 4, into, 2);
        assertThat(into[2]).isEqualTo((float) formula.evaluate(1, 2));
        assertThat(into[3]).isEqualTo((float) formula.evaluate(-2, 4));
        assertThat(into[4]).isNaN();
        assertThat(into[5]).isEqualTo((float) formula.evaluate(7, -1));
        assertThat(into[0]).isZero();
    }

    @Test
    void isEqualByText() {
        assertThat(parse("x1 + 1")).isEqualTo(parse("x1 + 1")).isNotEqualTo(parse("x1+1")).hasToString("x1 + 1");
        assertThat(parse("x1 + 1")).hasSameHashCodeAs(parse("x1 + 1"));
    }

    /// Every kind of part, in both places of those that have two.
    @ParameterizedTest
    @ValueSource(strings = {"7", "pi", "x1", "x2", "x1 + x2", "x1 - x2", "x2 - x1*x1", "x1*x2", "x1/x2", "1/(x1*x2)", "-x1*-x2",
        "x1^3", "x2^-2", "x1^0.5", "2^x1", "x1^x2", "(x1 + x2)^(x1*x2/5)", "x2^0", "sin(x1*x2)", "cos(x1 - 2*x2)",
        "tan(x1/3)", "exp(-x1*x2)", "log(x1 + x2^2)", "sqrt(x1*x1 + x2)", "abs(x1 - x2)", "abs(x2 - x1)", "tanh(x1 - x2)",
        "sin(cos(tanh(x1*(x2 + x1*(x2 - x1/(1 + x2*(x1 + 3)))))))", "1 - (2 - (3 - (4 - (x1 - (x2 - (x1*x2))))))",
        "3*x1^2*x2 - 4*x1/x2^3 + exp(sin(x1)/2)*x2"})
    void slopesAreThoseOfCentralDifferences(String text) {
        Formula formula = parse(text);
        SplittableRandom random = new SplittableRandom(5);
        double[] slopes = new double[2];
        for (int i = 0; i < 50; i++) {
            double x1 = random.nextDouble(0.2, 2);
            double x2 = random.nextDouble(0.2, 2);
            double h = 1e-5;
            assertThat(formula.differentiate(new double[] {x1, x2}, slopes)).isEqualTo(formula.evaluate(x1, x2));
            double by1 = (formula.evaluate(x1 + h, x2) - formula.evaluate(x1 - h, x2)) / (2 * h);
            double by2 = (formula.evaluate(x1, x2 + h) - formula.evaluate(x1, x2 - h)) / (2 * h);
            assertThat(slopes[0]).isCloseTo(by1, within(1e-6 * (1 + Math.abs(by1))));
            assertThat(slopes[1]).isCloseTo(by2, within(1e-6 * (1 + Math.abs(by2))));
        }
    }

    /// At x1 = 0, x2 = -3.
    @ParameterizedTest
    @CsvSource({"x1^2, 0, 0", "x1^1, 1, 0", "x1^0, 0, 0", "x2^2, 0, -6", "x2^(-1-1), 0, 0.07407407407407407", "abs(x1), 0, 0",
        "abs(x2), 0, -1", "sqrt(x1^2), 0, 0", "sqrt(x1)*0, NaN, 0", "x2*sqrt(x1^2), 0, 0", "x1^x1, 0, 0", "2^x1, 0.6931471805599453, 0",
        "sqrt(x1), Infinity, 0", "x2^x1, NaN, 0", "sqrt(x2), 0, NaN", "1/x1, -Infinity, 0"})
    void slopesAreTheSensibleOnesWhereThereIsACorner(String text, double by1, double by2) {
        double[] slopes = new double[2];
        parse(text).differentiate(new double[] {0, -3}, slopes);
        assertThat(slopes).containsExactly(by1, by2);
    }

    @Test
    void anEmptyFormulaIsToldOfItsOwnVariables() {
        assertThatThrownBy(() -> Formula.parse(" ", List.of("y"))).hasMessage("is empty; write a formula such as y or sin(y)");
    }

    @Test
    void refusesTheWrongNumberOfValues() {
        assertThatThrownBy(() -> parse("x1").evaluate(1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> parse("x1").differentiate(new double[1], new double[2])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> parse("x1").differentiate(new double[2], new double[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void damagedFormulasAreRefusedOrEvaluated() {
        String[] seeds = {"x1^2 + sin(3*x2)", "-(x1 - .5)^-2/1e-3", "tanh(exp(log(abs(sqrt(x1)))))", "2^3^x2*pi"};
        String alphabet = "x12y+-*/^().e \tsincotaexplgqrbh0123456789$²\u0000\uD83D\uDE00";
        SplittableRandom random = new SplittableRandom(7);
        int[] accepted = {0};
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 10_000; i++) {
                String text = mutated(seeds[i % seeds.length], alphabet, random);
                Throwable thrown = catchThrowable(() -> accepted[0] += Double.isNaN(parse(text).evaluate(0.3, -0.7)) ? 0 : 1);
                if (thrown != null) {
                    assertThat(thrown).as(text).isInstanceOf(InvalidSettingException.class);
                    assertThat(thrown.getMessage()).as(text).contains(";").doesNotContain("\u0000");
                }
            }
        });
        assertThat(accepted[0]).isBetween(500, 9_500);
    }

    private static String mutated(String seed, String alphabet, SplittableRandom random) {
        StringBuilder text = new StringBuilder(seed);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            char other = alphabet.charAt(random.nextInt(alphabet.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, other);
                case 1 -> text.delete(Math.min(at, text.length()), Math.min(text.length(), at + 1));
                case 2 -> text.replace(Math.min(at, text.length()), Math.min(text.length(), at + 1), String.valueOf(other));
                default -> text.insert(at, text.substring(random.nextInt(text.length() + 1)));
            }
        }
        return text.toString();
    }
}
