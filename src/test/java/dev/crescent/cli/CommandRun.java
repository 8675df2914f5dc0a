package dev.crescent.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// A command that was run in this process: its exit status and what it printed.
record CommandRun(int status, String out, String err) {
    static CommandRun of(String... arguments) {
        return of(false, arguments);
    }

    static CommandRun onTerminal(String... arguments) {
        return of(true, arguments);
    }

    private static CommandRun of(boolean terminal, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Commands.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), terminal);
        return new CommandRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
