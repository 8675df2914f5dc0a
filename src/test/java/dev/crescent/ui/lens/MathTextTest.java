package dev.crescent.ui.lens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.ui.FormulaRuns.Level;
import dev.crescent.ui.FormulaRuns.Run;
import org.junit.jupiter.api.Test;

class MathTextTest {
    @Test
    void lettersAreItalicWordsAndNumbersAreNot() {
        assertThat(MathText.runs("a_{2} = tanh(z_{2})")).containsExactly(new Run("a", true, Level.LINE), new Run("2", false, Level.DOWN),
                new Run(" = ", false, Level.LINE), new Run("tanh", false, Level.LINE), new Run("(", false, Level.LINE),
                new Run("z", true, Level.LINE), new Run("2", false, Level.DOWN), new Run(")", false, Level.LINE));
        assertThat(MathText.runs("e^{\u2212z}")).containsExactly(new Run("e", true, Level.LINE), new Run("\u2212", false, Level.UP),
                new Run("z", true, Level.UP));
        assertThat(MathText.runs("3.1e\u22126")).containsExactly(new Run("3.1e\u22126", false, Level.LINE));
    }

    @Test
    void aHatStandsOverItsLetterAndLooseEndsAreText() {
        assertThat(MathText.runs("m\u0302")).containsExactly(new Run("m", true, Level.LINE), new Run("^", false, Level.HAT));
        assertThat(MathText.runs("a_{2")).containsExactly(new Run("a", true, Level.LINE), new Run("2", false, Level.DOWN));
        assertThat(MathText.runs("a_b")).extracting(Run::text).containsExactly("a", "_", "b");
        assertThat(MathText.runs("")).isEmpty();
    }
}
