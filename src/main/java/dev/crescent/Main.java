package dev.crescent;

import dev.crescent.cli.Commands;
import java.io.Console;
import org.jspecify.annotations.Nullable;

/// Starts the command line.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        @Nullable Console console = System.console();
        boolean terminal = console != null && console.isTerminal();
        System.exit(Commands.run(arguments, System.out, System.err, terminal));
    }
}
