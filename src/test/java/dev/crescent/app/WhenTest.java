package dev.crescent.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class WhenTest {
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 1, 2, 14, 5, 0, 0, ZoneId.of("Europe/Vienna"));

    private static String said(ZonedDateTime then) {
        return When.said(then.toInstant(), NOW);
    }

    @Test
    void theFartherTheCoarser() {
        assertThat(said(NOW.minusMinutes(3))).isEqualTo("today 14:02");
        assertThat(said(NOW.withHour(0).withMinute(0))).isEqualTo("today 00:00");
        assertThat(said(NOW.withHour(0).withMinute(0).minusSeconds(1))).isEqualTo("yesterday");
        assertThat(said(NOW.minusDays(2))).isEqualTo("31 December 2025");
        assertThat(When.said(NOW.toInstant(), NOW.plusDays(40))).isEqualTo("2 January");
    }

    /// Midnight is that of who looks back.
    @Test
    void daysAreThoseOfTheZone() {
        assertThat(When.said(NOW.withHour(0).withMinute(30).toInstant(), NOW.withZoneSameInstant(ZoneId.of("UTC"))))
                .isEqualTo("yesterday");
    }
}
