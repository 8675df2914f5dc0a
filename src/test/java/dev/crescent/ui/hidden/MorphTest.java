package dev.crescent.ui.hidden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MorphTest {
    private final Morph morph = new Morph();

    @Test
    void fromStageToStageItTakesTwoAndAHalfSecondsSlowAtBothEnds() {
        morph.play(2);
        assertThat(morph.frame(1_000)).isFalse();
        morph.frame(1_000 + Morph.NANOS / 20);
        assertThat(morph.at()).isBetween(0.0, 0.03);
        morph.frame(1_000 + Morph.NANOS / 2);
        assertThat(morph.at()).isBetween(0.5, 0.95);
        morph.frame(1_000 + Morph.NANOS);
        assertThat(morph.at()).isEqualTo(1);
        assertThat(morph.playing()).isTrue();
        morph.frame(2_000 + Morph.NANOS);
        morph.frame(2_000 + 2 * Morph.NANOS);
        assertThat(morph.at()).isEqualTo(2);
        assertThat(morph.playing()).isFalse();
        assertThat(morph.frame(9 * Morph.NANOS)).isFalse();
    }

    @Test
    void itGoesOnFromWhereItIsAndBackwardsToo() {
        morph.set(1.5);
        morph.play(0);
        morph.frame(0);
        morph.frame(Morph.NANOS / 2);
        assertThat(morph.at()).as("half a stage takes half the time").isEqualTo(1);
        morph.frame(Morph.NANOS);
        morph.frame(2 * Morph.NANOS);
        assertThat(morph.at()).isZero();
        assertThat(morph.playing()).isFalse();
    }

    @Test
    void aPauseAndAHandStopIt() {
        morph.play(3);
        morph.frame(0);
        morph.frame(Morph.NANOS / 2);
        double there = morph.at();
        morph.pause();
        assertThat(morph.frame(Morph.NANOS)).isFalse();
        assertThat(morph.at()).isEqualTo(there);
        morph.play(3);
        morph.set(0.25);
        assertThat(morph.playing()).isFalse();
        assertThat(morph.at()).isCloseTo(0.25, within(1e-12));
        morph.play(0.25);
        assertThat(morph.playing()).isFalse();
    }
}
