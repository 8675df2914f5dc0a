package dev.crescent.cli;

import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.ExperimentFileException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Names the experiments that come with Crescent.
@Command(name = "list", description = "Name the experiments that come with Crescent.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private final PrintStream out;

    ListCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws ExperimentFileException {
        int width = Builtins.names().stream().mapToInt(String::length).max().orElse(0);
        for (String name : Builtins.names()) {
            String padding = " ".repeat(width - name.length() + 2);
            out.println(Builtins.PREFIX + name + padding + Builtins.read(name).title());
        }
        return Commands.DONE;
    }
}
