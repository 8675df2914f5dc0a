package dev.crescent.ui.network;

import dev.crescent.ui.Numbers;
import java.util.Locale;
import java.util.OptionalDouble;

/// Numbers of the network view as text, and back.
final class Amounts {
    private static final double MOST = 1e6;

    private Amounts() {}

    /// With its sign and four digits: "+1.1424", "−0.0300".
    static String signed(double value) {
        String text = Numbers.fixed(value, 4);
        return value >= 0 || text.equals("0.0000") ? "+" + text : text;
    }

    /// As few digits as it needs, at most four: "0.2", "1".
    static String text(double value) {
        return Numbers.fixed(value, 4).replaceFirst("\\.?0+$", "");
    }

    /// What a person typed, with any kind of minus, with decimal point or comma; empty if it is no number, or beyond a
    /// million.
    static OptionalDouble parse(String text) {
        String plain = text.strip().replace('\u2212', '-').replace('\u2013', '-').replace(',', '.').replace("\u00a0", "");
        if (!plain.toLowerCase(Locale.ROOT).matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?")) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(plain);
        return Math.abs(value) <= MOST ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
