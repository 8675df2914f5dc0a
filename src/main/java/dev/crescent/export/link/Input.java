package dev.crescent.export.link;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a network in TensorFlow Playground can be told of a point, in the order of its inputs (`INPUTS` in its
/// `playground.ts`). Its links have the keys `cosX` and `cosY`, too, but no input belongs to them.
enum Input {
    X("x", "x1"),
    Y("y", "x2"),
    X_SQUARED("xSquared", "x1^2"),
    Y_SQUARED("ySquared", "x2^2"),
    X_TIMES_Y("xTimesY", "x1*x2"),
    SIN_X("sinX", "sin(x1)"),
    SIN_Y("sinY", "sin(x2)");

    /// In links.
    final String key;
    /// In experiments.
    final String formula;

    Input(String key, String formula) {
        this.key = key;
        this.formula = formula;
    }

    /// Whether it is on where a link does not say so.
    boolean isOnByDefault() {
        return this == X || this == Y;
    }

    /// The one with this formula, spaces apart.
    static Optional<Input> of(String formula) {
        String bare = formula.replaceAll("\\s+", "");
        return Arrays.stream(values()).filter(input -> input.formula.equals(bare)).findFirst();
    }

    /// `x1, x2, x1^2, ...`
    static String formulas() {
        return Arrays.stream(values()).map(input -> input.formula).collect(Collectors.joining(", "));
    }

    /// All keys of a link that turn something at the input on, in the order in which links name them.
    static List<String> keys() {
        return List.of("x", "y", "xTimesY", "xSquared", "ySquared", "cosX", "sinX", "cosY", "sinY");
    }
}
