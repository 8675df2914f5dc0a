package dev.crescent.engine.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ForemanTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void itBeginsTogetherAndStaysSoWhereThatIsFaster() {
        Foreman foreman = new Foreman();
        assertThat(foreman.alone()).isFalse();
        double share = shareAlone(foreman, 10_000, 1 * MILLISECOND, 2 * MILLISECOND);
        assertThat(share).isBetween(0.001, 0.05);
    }

    @Test
    void itWorksAloneWhereWaitingForTheOthersCostsMore() {
        double share = shareAlone(new Foreman(), 10_000, 3 * MILLISECOND, 2 * MILLISECOND);
        assertThat(share).isBetween(0.95, 0.999);
    }

    @Test
    void itChangesItsMindWhenTheMachineDoes() {
        Foreman foreman = new Foreman();
        shareAlone(foreman, 5_000, 3 * MILLISECOND, 2 * MILLISECOND);
        assertThat(shareAlone(foreman, 20_000, 1 * MILLISECOND, 2 * MILLISECOND)).isLessThan(0.2);
    }

    @Test
    void aFirstImpressionIsSoonLookedAtAgain() {
        Foreman foreman = new Foreman();
        shareAlone(foreman, 10, 30 * MILLISECOND, 20 * MILLISECOND);
        assertThat(foreman.alone()).as("the others were busy").isTrue();
        assertThat(shareAlone(foreman, 40, 10 * MILLISECOND, 20 * MILLISECOND)).isLessThan(0.75);
        assertThat(foreman.alone()).isFalse();
    }

    @Test
    void itKeepsItsWayWhereBothAreAsFast() {
        Foreman foreman = new Foreman();
        assertThat(shareAlone(foreman, 10_000, MILLISECOND, MILLISECOND)).isLessThan(0.05);
    }

    /// Of the steps, with steps that take so long.
    private static double shareAlone(Foreman foreman, int steps, long together, long alone) {
        int count = 0;
        for (int i = 0; i < steps; i++) {
            count += foreman.alone() ? 1 : 0;
            foreman.done(foreman.alone() ? alone : together);
        }
        return (double) count / steps;
    }
}
