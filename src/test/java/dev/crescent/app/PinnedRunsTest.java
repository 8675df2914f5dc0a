package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crescent.insight.CurveData.Ghost;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PinnedRunsTest {
    private final PinnedRuns pinned = new PinnedRuns();

    private static Ghost run(String name, double loss) {
        return new Ghost(name, new double[] {0, 1}, new double[] {1, loss}, new double[] {0.5, 1});
    }

    private List<String> names() {
        return pinned.runs().stream().map(Ghost::name).toList();
    }

    private static List<Ghost> runs(String... names) {
        return Stream.of(names).map(name -> run(name, 0.1)).toList();
    }

    @Test
    void thoseOfADocumentComeFirstAndTheOthersStay() {
        pinned.bring(runs("a", "b"));
        pinned.bring(runs("c"));
        assertThat(names()).containsExactly("c", "a", "b");
        pinned.bring(runs("d", "e", "f"));
        assertThat(names()).as("as many as there is room for").containsExactly("d", "e", "f", "c");
        pinned.bring(runs("g", "h", "i", "j", "k"));
        assertThat(names()).containsExactly("g", "h", "i", "j");
    }

    @Test
    void whoeverComesAgainIsThereOnce() {
        pinned.bring(List.of(run("a", 1 / 3.0), run("b", 0.1)));
        // Files have them as floats.
        pinned.bring(List.of(run("b", 0.2), run("a", (float) (1 / 3.0))));
        assertThat(names()).containsExactly("b", "a", "b");
    }

    @Test
    void aDocumentWithoutAnyLeavesThemAsTheyAre() {
        pinned.bring(runs("a"));
        List<Ghost> before = pinned.runs();
        int[] told = new int[1];
        pinned.onChange(() -> told[0]++);
        pinned.bring(List.of());
        assertThat(pinned.runs()).isSameAs(before);
        assertThat(told[0]).isZero();
        pinned.forget();
        assertThat(pinned.runs()).isEmpty();
        assertThat(told[0]).isEqualTo(1);
    }
}
