package dev.crescent.ui.network;

import dev.crescent.ui.Numbers;
import dev.crescent.ui.Texts;
import java.util.OptionalDouble;

/// Numbers of the network view as text, and back.
final class Amounts {
    /// The largest size of a weight or bias that can be typed.
    private static final double MOST = 1e6;

    private Amounts() {}

    /// With its sign and four digits: "+1.1424", "−0.0300".
    static String signed(double value) {
        String text = Numbers.fixed(value, 4);
        return value >= 0 || text.equals(Numbers.fixed(0, 4)) ? "+" + text : text;
    }

    /// As few digits as it needs, at most four: "0.2", "1".
    static String text(double value) {
        return Numbers.fixed(value, 4).replaceFirst("[.,]?0+$", "");
    }

    /// A weight that a person typed; empty if it cannot be one, and [#problem] says why.
    static OptionalDouble parse(String text) {
        OptionalDouble value = Numbers.parse(text);
        return value.isPresent() && Math.abs(value.getAsDouble()) <= MOST ? value : OptionalDouble.empty();
    }

    /// What is wrong with a text that is no weight, as a sentence.
    static String problem(String text) {
        return Numbers.parse(text).isEmpty() ? Texts.get("number.wrong", text.strip())
                : Texts.get("data.limits", Numbers.fixed(-MOST, 0), Numbers.fixed(MOST, 0));
    }
}
