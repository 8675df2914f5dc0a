package dev.crescent.cli;

import dev.crescent.engine.Preparation;
import java.io.PrintStream;

/// What an engine makes ready, on one line: on a terminal with the part that is done, drawn over again and erased at the
/// end; elsewhere said once.
final class PreparationLine implements Preparation {
    private final PrintStream err;
    private final boolean terminal;
    private String drawn = "";

    PreparationLine(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    @Override
    public void goesOn(String what, double share) {
        String text = terminal ? what + ": " + (int) (100 * share) + " %" : what;
        if (text.equals(drawn)) {
            return;
        }
        drawn = text;
        if (!terminal) {
            err.println(text);
        } else if (share < 1) {
            err.print(ProgressBar.ERASE_LINE + text);
            err.flush();
        } else {
            err.print(ProgressBar.ERASE_LINE);
            err.flush();
        }
    }
}
