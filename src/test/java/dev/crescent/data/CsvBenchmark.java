package dev.crescent.data;

import dev.crescent.experiment.Data;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.experiment.Task;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/// Measures how fast a table of 1,000,000 rows and 10 columns is loaded. Not a test: run it by hand, with `-Xmx300m`.
final class CsvBenchmark {
    private static final int ROWS = 1_000_000;
    private static final int FEATURES = 9;

    private CsvBenchmark() {}

    public static void main(String[] arguments) throws IOException, DataException {
        Path folder = Files.createTempDirectory("crescent-bench");
        Path file = folder.resolve("large.csv");
        try {
            write(file);
            Source.Csv source = new Source.Csv("large.csv", "", Task.CLASSIFICATION, List.of(), List.of(), null);
            for (Scaling scaling : List.of(Scaling.NONE, Scaling.STANDARDIZE, Scaling.STANDARDIZE)) {
                long start = System.nanoTime();
                Dataset dataset = Datasets.load(new Data(source, 1, 0.2, scaling), List.of("x1"), folder);
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf("%d + %d samples, %d inputs, %s, %d MB file: %.2f s%n", dataset.train().count(),
                        dataset.test().count(), dataset.inputWidth(), scaling.id(), Files.size(file) >> 20, seconds);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private static void write(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int c = 0; c < FEATURES; c++) {
                writer.write("feature " + c + ",");
            }
            writer.write("class\n");
            for (int i = 0; i < ROWS; i++) {
                for (int c = 0; c < FEATURES; c++) {
                    writer.write((float) random.nextGaussian() + ",");
                }
                writer.write(random.nextInt(3) == 0 ? "setosa\n" : "virginica\n");
            }
        }
    }
}
