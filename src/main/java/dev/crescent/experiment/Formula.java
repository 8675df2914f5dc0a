package dev.crescent.experiment;

import java.util.List;

/// A formula over named variables.
public final class Formula {
    private Formula() {}

    public static Formula parse(String text, List<String> variables) {
        return new Formula();
    }
}
