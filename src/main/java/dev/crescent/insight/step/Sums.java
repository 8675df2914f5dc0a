package dev.crescent.insight.step;

import java.util.List;

/// Sums with as many terms as can be read.
final class Sums {
    private static final int MOST = 9;

    private Sums() {}

    /// The first terms and the last one, with an ellipsis where some are left out.
    static String of(List<String> terms) {
        if (terms.size() <= MOST) {
            return String.join(" + ", terms);
        }
        return String.join(" + ", terms.subList(0, MOST - 2)) + " + \u2026 + " + terms.getLast();
    }
}
