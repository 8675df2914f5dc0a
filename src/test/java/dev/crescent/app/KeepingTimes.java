package dev.crescent.app;

import dev.crescent.data.OwnSamples;
import dev.crescent.engine.OptimizerState;
import dev.crescent.engine.ParameterLayout;
import dev.crescent.experiment.Builtins;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import dev.crescent.train.History;
import dev.crescent.train.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What it costs to keep the work on the bench, once: the time on the keeper's thread, and the file. Not a test.
final class KeepingTimes {
    private static final int TIMES = 31;

    private KeepingTimes() {}

    /// Writes a table to standard output.
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("keeping");
        Autosave autosave = new Autosave(folder.resolve("unsaved.crescent"));
        System.out.println("| experiment | parameters | file | median | slowest |");
        System.out.println("| --- | ---: | ---: | ---: | ---: |");
        for (String name : List.of("moons", "digits", "mnist-modern")) {
            Experiment experiment = Builtins.read(name);
            Work work = new Work(Document.begun(experiment), progress(experiment, name), List.of(), "playground");
            double[] millis = new double[TIMES];
            for (int i = 0; i < TIMES; i++) {
                long start = System.nanoTime();
                autosave.write(work);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            long bytes = Files.size(folder.resolve("unsaved.crescent"));
            System.out.printf("| %s | %,d | %,d KB | %.1f ms | %.1f ms |%n", name,
                    work.progress() == null ? 0 : work.progress().parameters().length, bytes / 1000, millis[TIMES / 2],
                    millis[TIMES - 1]);
        }
        autosave.clear();
        Files.delete(folder);
    }

    /// After many epochs of Adam.
    private static Progress progress(Experiment experiment, String name) {
        List<Integer> shape = name.equals("moons") ? List.of(2) : List.of(1, 28, 28);
        ParameterLayout layout = ParameterLayout.of((Model.Network) experiment.model(), shape);
        double[][] rows = new double[1000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {i, 1 / (i + 3.0), 1 / (i + 2.0), 0.9, 0.8};
        }
        return new Progress(1000, 1000, shape, new float[layout.total()],
                new OptimizerState(1000, 0, List.of(new float[layout.size()], new float[layout.size()])),
                History.of(rows, 0, List.of()), OwnSamples.NONE);
    }
}
