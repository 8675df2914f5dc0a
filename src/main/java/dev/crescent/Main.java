package dev.crescent;

import dev.crescent.app.FrameBench;
import dev.crescent.app.Launch;
import dev.crescent.app.OpenedTable;
import dev.crescent.cli.Commands;
import dev.crescent.experiment.Builtins;
import dev.crescent.export.link.PlaygroundLink;
import java.io.Console;
import java.util.Locale;
import java.util.Optional;

/// Picks the window or the command line.
public final class Main {
    private Main() {}

    /// Without arguments, or with one experiment file, shipped experiment, link or table, the window opens; anything else is
    /// a command.
    public static void main(String[] arguments) {
        if (opensWindow(arguments)) {
            Launch.main(arguments);
            return;
        }
        boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        System.exit(Commands.run(arguments, System.out, System.err, terminal, FrameBench::measure));
    }

    static boolean opensWindow(String... arguments) {
        return arguments.length == 0 || arguments.length == 1 && isExperiment(arguments[0]);
    }

    private static boolean isExperiment(String argument) {
        return argument.toLowerCase(Locale.ROOT).endsWith(".crescent") || argument.startsWith(Builtins.PREFIX)
                || PlaygroundLink.isLink(argument) || OpenedTable.isTable(argument);
    }
}
