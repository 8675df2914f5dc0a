package dev.crescent.cli;

import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.engine.cuda.CudaEngine;
import dev.crescent.engine.nd4j.Nd4jEngine;
import dev.crescent.experiment.Builtins;
import dev.crescent.train.Engines;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/// The command line. Every bad input is one sentence on standard error.
public final class Commands {
    /// Exit status: what was asked for is done.
    public static final int DONE = 0;
    /// Exit status: training diverged; what was reached is written.
    public static final int DIVERGED = 1;
    /// Exit status: an engine failed while it was measured; the other figures are written.
    public static final int FAILED = 1;
    /// Exit status: bad input.
    public static final int BAD_INPUT = 2;

    private static final Pattern INVALID_VALUE =
            Pattern.compile("Invalid value for option '([^']*)'(?: \\([^)]*\\))?: (.*)", Pattern.DOTALL);

    private Commands() {}

    /// Runs a command.
    ///
    /// @param terminal whether a person watches: only then there is a progress bar
    /// @return the exit status
    public static int run(String[] arguments, PrintStream out, PrintStream err, boolean terminal) {
        return run(arguments, out, err, terminal, List::of);
    }

    /// Runs a command.
    ///
    /// @param terminal whether a person watches: only then there is a progress bar
    /// @param more what `bench` measures last, beside the engine: the window's frames; may take half a minute
    /// @return the exit status
    public static int run(String[] arguments, PrintStream out, PrintStream err, boolean terminal,
            Supplier<List<Measurement>> more) {
        return run(arguments, System.in, out, err, terminal, Bench.full(more));
    }

    /// Every engine there is; what they need is loaded when one is asked for.
    ///
    /// @param told a sentence where one fails and another goes on
    static Engines engines(Consumer<String> told) {
        return new Engines(List.of(new CpuEngine(), new Nd4jEngine(), new CudaEngine(new CpuEngine(), told)));
    }

    static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err, boolean terminal, Bench bench) {
        return run(arguments, in, out, err, terminal, bench, Builtins::weights);
    }

    static int run(String[] arguments, InputStream in, PrintStream out, PrintStream err, boolean terminal, Bench bench,
            StartWeights.Shipped shipped) {
        CommandLine line = new CommandLine(new Root());
        line.addSubcommand(new TrainCommand(out, err, terminal, shipped));
        line.addSubcommand(new PredictCommand(out, err, shipped));
        line.addSubcommand(new RenderCommand(out, err, terminal, shipped));
        line.addSubcommand(new ExportCommand(out, err, shipped));
        line.addSubcommand(new DataCommand(out, err));
        line.addSubcommand(new ListCommand(out));
        line.addSubcommand(new DownloadCommand(out, err, terminal));
        line.addSubcommand(new BenchCommand(in, out, err, terminal, bench));
        line.addSubcommand(new CommandLine.HelpCommand());
        line.registerConverter(Path.class, Commands::path);
        line.registerConverter(Integer.class, Commands::whole);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        // A file name may begin with @.
        line.setExpandAtFiles(false);
        line.setParameterExceptionHandler((problem, _) -> refuse(problem, err));
        line.setExecutionExceptionHandler((problem, _, _) -> {
            say(err, problem instanceof BadInputException ? String.valueOf(problem.getMessage()) : ownFailure(problem));
            return BAD_INPUT;
        });
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError e) {
            err.println("Java has too little memory for this; give it more, as in JDK_JAVA_OPTIONS=-Xmx8g");
            return BAD_INPUT;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("must be a file name, and is \"" + name + "\"");
        }
    }

    private static Integer whole(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("must be a whole number, and is \"" + text + "\"");
        }
    }

    /// One line, whatever characters an argument has that it repeats.
    private static void say(PrintStream err, String sentence) {
        StringBuilder line = new StringBuilder();
        sentence.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                line.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        err.println(line);
    }

    /// A mistake of ours still ends in one sentence, which says where to look.
    private static String ownFailure(Exception problem) {
        StackTraceElement[] trace = problem.getStackTrace();
        return "Crescent itself failed, please report this: " + problem + (trace.length > 0 ? " at " + trace[0] : "");
    }

    private static int refuse(ParameterException problem, PrintStream err) {
        CommandSpec command = problem.getCommandLine().getCommandSpec();
        say(err, withoutStop(sentence(problem, command)) + "; see " + command.qualifiedName() + " --help");
        return BAD_INPUT;
    }

    /// Before "; see" there is no full stop.
    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String sentence(ParameterException problem, CommandSpec command) {
        if (problem instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            String argument = unmatched.getUnmatched().getFirst();
            return argument + ": is not " + (argument.startsWith("-") ? "an option"
                    : command.parent() == null ? "a command" : "expected here");
        }
        Matcher value = INVALID_VALUE.matcher(String.valueOf(problem.getMessage()));
        if (value.lookingAt()) {
            return value.group(1) + " " + value.group(2);
        }
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("that cannot be understood");
    }

    @Command(name = "crescent", versionProvider = Version.class, mixinStandardHelpOptions = true,
            customSynopsis = {"crescent [FILE]", "or crescent [-hV] COMMAND"}, description = {"A playground for neural networks.",
                    "Without a command its window opens, with FILE if there is one: an experiment, a table,"
                            + " builtin:NAME or a link of TensorFlow Playground."})
    private static final class Root implements Runnable {
        @CommandLine.Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public void run() {
            throw new ParameterException(spec.commandLine(), "A command is missing: one of "
                    + String.join(", ", spec.subcommands().keySet()));
        }
    }

    private static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Crescent " + Optional.ofNullable(Commands.class.getPackage())
                    .map(Package::getImplementationVersion).orElse("(development)")};
        }
    }
}
