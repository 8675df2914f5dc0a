package dev.crescent.ui.race;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.experiment.Optimizer;
import dev.crescent.insight.descent.Memory;
import dev.crescent.insight.descent.StepConstants;
import dev.crescent.insight.descent.StepFormula;
import dev.crescent.insight.descent.StepLine;
import dev.crescent.insight.descent.WeightStep;
import dev.crescent.ui.FormulaLabel;
import dev.crescent.ui.FormulaRuns;
import dev.crescent.ui.FxExtension;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class StepTextTest {
    private static List<StepLine> lines(Optimizer optimizer) {
        return StepFormula.of(WeightStep.of(StepConstants.at(optimizer, 12, 0.01), -1.25, 0.5, new Memory(-0.3, 0.04, 0)));
    }

    private static String set(String formula) {
        return FormulaRuns.of(formula).stream().map(FormulaRuns.Run::text).collect(Collectors.joining());
    }

    @Test
    void theWeightIsTheCoordinateAndRootsHatsAndGreekLettersArePrinted() {
        StepLine last = lines(new Optimizer.Adam(0.01, 0.9, 0.999)).getLast();
        List<String> pieces = StepText.pieces(last, "x", 1000);
        assertThat(pieces).containsExactly("x \u2190 x - eta*mhat/(\u221avhat + epsilon)");
        assertThat(set(pieces.getFirst()).replace("\u2009", "")).isEqualTo("x\u2190x\u2212\u03b7m^/(\u221av^+\u03b5)");
        assertThat(FormulaRuns.of("mhat")).containsExactly(new FormulaRuns.Run("m", true, FormulaRuns.Level.LINE),
                new FormulaRuns.Run("^", false, FormulaRuns.Level.HAT));
    }

    @Test
    void aLongLineIsCutBeforeASignOutsideOfParentheses() {
        StepLine ahead = lines(new Optimizer.NAdam(0.01, 0.9, 0.999)).stream()
                .filter(line -> line.target().equals("mhat")).findFirst().orElseThrow();
        assertThat(StepText.pieces(ahead, "x", 1000)).hasSize(1);
        List<String> pieces = StepText.pieces(ahead, "x", 160);
        assertThat(pieces).hasSize(2);
        assertThat(pieces.get(1)).startsWith("+ (1 - mu)*g");
        assertThat(pieces).allMatch(piece -> !new FormulaLabel(piece, 160).isCut());
    }

    @Test
    void numbersHaveProperSignsDotsAndPowers() {
        List<StepLine> lines = lines(new Optimizer.Adam(0.01, 0.9, 0.999));
        assertThat(StepText.numbers(lines.get(0))).isEqualTo("0.9\u2009\u00b7\u2009(\u22120.3) + 0.1\u2009\u00b7\u20090.5");
        assertThat(StepText.numbers(lines.get(2))).endsWith("/(1 \u2212 0.9\u00b9\u00b2)");
        assertThat(StepText.numbers(lines(new Optimizer.Lion(0.01, 0.9, 0.99)).get(1)))
                .as("one pair of parentheses is enough").endsWith("sign(\u22120.22)");
        assertThat(StepText.result(lines.get(0))).isEqualTo("=\u00a0\u22120.22");
    }
}
