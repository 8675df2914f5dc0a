package dev.crescent.cli;

import dev.crescent.engine.UnavailableException;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.engine.cuda.Gpu;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures how fast Crescent is on this machine.
@Command(name = "bench", description = "Measure how fast Crescent trains and draws on this machine, in about two minutes.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private static final int MOST_ROUNDS = 1000;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final Bench bench;

    @Option(names = "--json", paramLabel = "OUT.json", description = "Write the figures there, too.")
    private @Nullable Path json;

    @Option(names = "--workload", paramLabel = "NAME",
            description = "Measure that one only; may be given more than once. Leaves out what the window draws.")
    private List<String> workloads = List.of();

    @Option(names = "--threads", paramLabel = "N",
            description = "Have N threads share the large workloads, instead of first one and then as many as are useful here.")
    private @Nullable Integer threads;

    @Option(names = "--nd4j", description = "Measure the ND4J engine beside Crescent's own, on one thread.")
    private boolean nd4j;

    @Option(names = "--cuda", description = "Measure the NVIDIA GPU beside the processor.")
    private boolean cuda;

    @Option(names = "--rounds", paramLabel = "N", description = "Measure so many rounds instead of 9.")
    private @Nullable Integer rounds;

    @Option(names = "--paced",
            description = "Print \"ready\" before each round and wait for a line on standard input, so that another program"
                    + " can be measured in turns with this one.")
    private boolean paced;

    BenchCommand(InputStream in, PrintStream out, PrintStream err, boolean terminal, Bench bench) {
        this.in = in;
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
        for (String name : workloads) {
            if (!bench.names().contains(name)) {
                throw new BadInputException("--workload must be one of " + String.join(", ", bench.names()) + ", and is \""
                        + name + "\"");
            }
        }
        Bench measured = contending().withRounds(within("--rounds", rounds, bench.effort().rounds(), MOST_ROUNDS));
        int most = new CpuEngine().threads();
        List<Integer> counts = threads == null ? Stream.of(1, most).distinct().toList()
                : List.of(within("--threads", threads, 1, most));
        Optional<Gpu> gpu = measured.gpu();
        List<Measurement> measurements = measured.measure(workloads.stream().distinct().toList(), counts,
                new Bench.Listener(this::progress, pace()));
        if (terminal) {
            err.print(ProgressBar.ERASE_LINE);
            err.flush();
        }
        out.print(BenchReport.table(measurements, measured.effort().rounds(), gpu));
        if (file != null) {
            OutputFile.replace(file, BenchReport.json(measurements, gpu));
        }
        return measurements.stream().anyMatch(Measurement::hasFailed) ? Commands.FAILED : Commands.DONE;
    }

    private Bench contending() throws BadInputException {
        // First, since it is soon known whether there is one.
        Optional<Contender> gpu = cuda ? Optional.of(ready(Contender.cuda(err::println), "--cuda")) : Optional.empty();
        Bench all = nd4j ? bench.with(ready(Contender.ND4J, "--nd4j")) : bench;
        return gpu.map(all::with).orElse(all);
    }

    private Contender ready(Contender contender, String option) throws BadInputException {
        try {
            contender.engine().apply(1).prepare(new PreparationLine(err, terminal));
            return contender;
        } catch (UnavailableException e) {
            throw new BadInputException(e.or("leave out " + option), e);
        }
    }

    private static int within(String option, @Nullable Integer value, int otherwise, int most) throws BadInputException {
        int number = value == null ? otherwise : value;
        if (number < 1 || number > most) {
            throw new BadInputException(option + " must be from 1 to " + most + ", and is " + number);
        }
        return number;
    }

    /// What waits for a round; at the end of the input the rounds follow each other.
    private Runnable pace() {
        if (!paced) {
            return () -> { };
        }
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return () -> {
            out.println("ready");
            out.flush();
            try {
                lines.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private void progress(String what) {
        if (terminal) {
            err.print(ProgressBar.ERASE_LINE + "Measuring: " + what);
            err.flush();
        }
    }
}
