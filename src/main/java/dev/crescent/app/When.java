package dev.crescent.app;

import dev.crescent.ui.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A moment in the past, in the words of who looks back at it: "today 14:02", "yesterday", "18 November". Pure.
final class When {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private When() {}

    /// @param now in the zone of who looks back
    static String said(Instant moment, ZonedDateTime now) {
        ZonedDateTime then = moment.atZone(now.getZone());
        LocalDate day = then.toLocalDate();
        LocalDate today = now.toLocalDate();
        if (day.equals(today)) {
            return Texts.get("start.today", TIME.format(then));
        }
        return day.equals(today.minusDays(1)) ? Texts.get("start.yesterday")
                : DateTimeFormatter.ofPattern(Texts.get(day.getYear() == today.getYear() ? "start.day" : "start.date"),
                        Locale.of(Texts.language().id())).format(day);
    }
}
