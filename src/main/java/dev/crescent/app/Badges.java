package dev.crescent.app;

import dev.crescent.experiment.Optimizer;
import java.util.Collection;

/// Colors and letters of the balls in a race, no two the same. Pure.
final class Badges {
    private Badges() {}

    /// The first color that nobody has.
    static int freeColor(Collection<Integer> taken) {
        int color = 0;
        while (taken.contains(color)) {
            color++;
        }
        return color;
    }

    /// An optimizer's letter, with a number where others have it already.
    static String freeLetter(Optimizer optimizer, Collection<String> taken) {
        String base = letter(optimizer);
        String letter = base;
        for (int number = 2; taken.contains(letter); number++) {
            letter = base.substring(0, 1) + number;
        }
        return letter;
    }

    private static String letter(Optimizer optimizer) {
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> sgd.nesterov() ? "N" : sgd.momentum() > 0 ? "M" : "S";
            case Optimizer.RmsProp _ -> "R";
            case Optimizer.AdaGrad _ -> "G";
            case Optimizer.AdaDelta _ -> "D";
            case Optimizer.Adam _ -> "A";
            case Optimizer.AdamW _ -> "W";
            case Optimizer.NAdam _ -> "Na";
            case Optimizer.Lion _ -> "L";
        };
    }
}
