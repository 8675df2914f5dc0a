package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PlaybackTest {
    private static final double SECOND = 1e9;

    private final Playback playback = new Playback();

    private double at(double seconds) {
        return playback.advance((long) (100 * SECOND + seconds * SECOND), 20, 60);
    }

    @Test
    void theWholeRunTakesTenSecondsAtAnEvenPace() {
        playback.start(20);
        assertThat(at(0)).isEqualTo(20);
        assertThat(at(1)).isCloseTo(24, within(1e-9));
        assertThat(at(1.5)).isCloseTo(26, within(1e-9));
        assertThat(at(9.9)).isCloseTo(59.6, within(1e-9));
        assertThat(playback.isPlaying()).isTrue();
        assertThat(at(10.5)).isEqualTo(60);
        assertThat(playback.isPlaying()).isFalse();
    }

    @Test
    void itCanBePlayedFasterAndFromAnywhere() {
        playback.setFactor(4);
        playback.start(30);
        assertThat(at(0)).isEqualTo(30);
        assertThat(at(1)).isCloseTo(46, within(1e-9));
        playback.setFactor(0.25);
        assertThat(at(2)).isCloseTo(47, within(1e-9));
        playback.stop();
        assertThat(playback.isPlaying()).isFalse();
        playback.start(50);
        assertThat(at(9)).as("not what passed while it was stopped").isEqualTo(50);
    }

    @Test
    void aRunOfOneEpochIsPlayedAtOnce() {
        playback.start(60);
        assertThat(playback.advance(5, 60, 60)).isEqualTo(60);
        assertThat(playback.isPlaying()).isFalse();
    }
}
