package dev.crescent.cli;

import dev.crescent.experiment.Builtins;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A command that was run in this process: its exit status and what it printed.
record CommandRun(int status, String out, String err) {
    /// Takes no time and measures nothing worth.
    static final Bench SHORT_BENCH = new Bench(new Bench.Effort(1, 1, 1, 1),
            List.of("playground"), List.of(Contender.CPU), List::of);

    static CommandRun of(String... arguments) {
        return of(false, SHORT_BENCH, "", arguments);
    }

    static CommandRun onTerminal(String... arguments) {
        return of(true, SHORT_BENCH, "", arguments);
    }

    static CommandRun of(Bench bench, String... arguments) {
        return of(false, bench, "", arguments);
    }

    /// @param in what can be read from standard input
    static CommandRun of(Bench bench, String in, String[] arguments) {
        return of(false, bench, in, arguments);
    }

    /// @param shipped the weights that come with experiments
    static CommandRun of(StartWeights.Shipped shipped, String... arguments) {
        return of(false, SHORT_BENCH, "", shipped, arguments);
    }

    private static CommandRun of(boolean terminal, Bench bench, String in, String... arguments) {
        return of(terminal, bench, in, Builtins::weights, arguments);
    }

    private static CommandRun of(boolean terminal, Bench bench, String in, StartWeights.Shipped shipped, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Commands.run(arguments, new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), terminal, bench, shipped);
        return new CommandRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
