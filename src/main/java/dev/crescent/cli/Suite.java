package dev.crescent.cli;

import dev.crescent.data.Dataset;
import dev.crescent.engine.Engine;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Model;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The workloads that `bench` knows by name.
final class Suite {
    static final List<String> NAMES = List.of("playground", "playground-deep", "playground-1000", "field", "mnist-softmax",
            "mnist-old", "mnist-modern", "mnist-conv", "mnist-conv-small", "landscape", "landscape-101");
    /// Their mini-batches are over before another thread has woken up.
    private static final Set<String> SMALL = Set.of("playground", "playground-deep", "playground-1000");

    private final int images;
    private @Nullable Dataset generated;

    /// @param images how many pictures those of images are trained on
    Suite(int images) {
        this.images = images;
    }

    /// Whether more than one thread can share the work.
    static boolean isShared(String name) {
        return !SMALL.contains(name);
    }

    /// @param name one of [#NAMES]
    Workload open(String name, Contender contender, int threads) {
        Workload workload = work(name, contender, threads);
        return contender.onProcessor() ? workload : new DeviceWorkload(workload);
    }

    private Workload work(String name, Contender contender, int threads) {
        String row = name + contender.suffix();
        // Whoever shares a field or a landscape among threads has each engine work on one.
        Engine whole = contender.engine().apply(threads);
        Engine part = contender.engine().apply(1);
        Experiment small = BenchNetworks.playground();
        Experiment deep = BenchNetworks.playgroundDeep();
        return switch (name) {
            case "playground" -> new TrainingWorkload(row, small, TrainingWorkload.data(small), whole, threads);
            case "playground-deep" -> new TrainingWorkload(row, deep, TrainingWorkload.data(deep), whole, threads);
            case "playground-1000" -> new SweepWorkload(row, small, TrainingWorkload.data(small), whole);
            case "field" -> new FieldWorkload(row, (Model.Network) deep.model(), part, threads);
            case "mnist-softmax" -> onImages(row, BenchNetworks.softmax(), whole, threads);
            case "mnist-old" -> onImages(row, BenchNetworks.old(), whole, threads);
            case "mnist-modern" -> onImages(row, BenchNetworks.modern(), whole, threads);
            case "mnist-conv" -> onImages(row, BenchNetworks.conv(), whole, threads);
            case "mnist-conv-small" -> onImages(row, BenchNetworks.convSmall(), whole, threads);
            case "landscape" -> landscape(row, small, 51, part, threads);
            case "landscape-101" -> landscape(row, small, 101, part, threads);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Workload landscape(String row, Experiment experiment, int side, Engine engine, int threads) {
        return new LandscapeWorkload(row, experiment, TrainingWorkload.data(experiment), side, engine, threads);
    }

    private Workload onImages(String row, Experiment experiment, Engine engine, int threads) {
        Dataset dataset = generated;
        if (dataset == null) {
            dataset = GeneratedImages.dataset(images);
            generated = dataset;
        }
        return new TrainingWorkload(row, experiment, dataset, engine, threads);
    }
}
