package dev.crescent;

import dev.crescent.cli.Commands;
import java.io.Console;
import java.util.Optional;

/// Starts the command line.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
        System.exit(Commands.run(arguments, System.out, System.err, terminal));
    }
}
