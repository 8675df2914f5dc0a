package dev.crescent.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures how fast Crescent is on this machine.
@Command(name = "bench", description = "Measure how fast Crescent trains and draws on this machine, in about a minute.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final Bench bench;

    @Option(names = "--json", paramLabel = "OUT.json", description = "Write the figures there, too.")
    private @Nullable Path json;

    BenchCommand(PrintStream out, PrintStream err, boolean terminal, Bench bench) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.bench = bench;
    }

    @Override
    public Integer call() throws BadInputException {
        Path file = json;
        if (file != null) {
            OutputFile.check(file);
        }
        List<Measurement> measurements = bench.measure(this::progress);
        if (terminal) {
            err.print(ProgressBar.ERASE_LINE);
            err.flush();
        }
        out.print(BenchReport.table(measurements, bench.effort().rounds()));
        if (file != null) {
            OutputFile.replace(file, BenchReport.json(measurements));
        }
        return Commands.DONE;
    }

    private void progress(String what) {
        if (terminal) {
            err.print(ProgressBar.ERASE_LINE + "Measuring: " + what);
            err.flush();
        }
    }
}
