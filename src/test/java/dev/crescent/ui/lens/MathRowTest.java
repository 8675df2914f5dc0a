package dev.crescent.ui.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.insight.step.MathLine;
import dev.crescent.ui.FormulaLabel;
import dev.crescent.ui.FxExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FxExtension.class)
class MathRowTest {
    private static final MathLine SUM = new MathLine("z = w_{1} x_{1} + w_{2} x_{2}", "0.431 · 0.25 + (−1.22) · 0.51", "−0.5145");

    private static List<FormulaLabel> parts(double most) {
        return new MathRow(SUM, most).getChildren().stream().map(FormulaLabel.class::cast).toList();
    }

    @Test
    void whatHasRoomStaysWhole() {
        assertThat(parts(800)).extracting(FormulaLabel::formula)
                .containsExactly(SUM.symbols(), "\u2009= " + SUM.numbers(), "\u2009= −0.5145");
    }

    @Test
    void aSumWithoutRoomIsBrokenBeforeAPlusAndNothingIsCut() {
        List<FormulaLabel> parts = parts(110);
        assertThat(parts).noneMatch(FormulaLabel::isCut);
        assertThat(parts).extracting(FormulaLabel::formula).containsExactly(SUM.symbols(), "\u2009= 0.431 · 0.25", "+ (−1.22) · 0.51", "\u2009= −0.5145");
    }
}
