package dev.crescent.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One experiment or more of every kind there is, with values that differ from the defaults.
final class EveryKind {
    private EveryKind() {}

    static List<Experiment> experiments() {
        Experiment base = Experiment.defaults();
        List<Experiment> all = new ArrayList<>();
        all.add(base);
        all.add(new Experiment("Tab\t \"quoted\" \\ \u0001 \u2028 \uD83C\uDF19", "first line\nsecond line", base.data(),
                List.of("x1", "x2", "x1^2", "sin(x1)"), base.model(), base.training(), Device.ND4J));
        sources().forEach(source -> all.add(base.withData(new Data(source, Long.MIN_VALUE, 0.3, Scaling.STANDARDIZE))));
        all.add(base.withData(new Data(new Source.Digits(50, true), 1, 0.3, Scaling.UNIT)));
        for (Scaling scaling : Scaling.values()) {
            all.add(base.withData(base.data().withScaling(scaling)));
        }
        models().forEach(model -> all.add(base.withModel(model)));
        optimizers().forEach(optimizer -> all.add(base.withTraining(base.training().withOptimizer(optimizer))));
        schedules().forEach(schedule -> all.add(base.withTraining(base.training().withSchedule(schedule))));
        losses(base).forEach(all::add);
        for (Device device : Device.values()) {
            all.add(base.withDevice(device));
        }
        all.add(base.withTraining(new Training(Loss.HUBER, base.training().optimizer(), 65_536, 0, false,
                Long.MAX_VALUE, 1e-7, 0.1 + 0.2, new Schedule.Constant(1e6), 5)));
        return all;
    }

    static Stream<Source> sources() {
        Stream<Source> points = Stream.of(PointSet.values()).map(set -> new Source.Points(set, 2, 0.25));
        Stream<Source> others = Stream.of(
                new Source.Painted(List.of()),
                new Source.Painted(List.of(new PaintedPoint(1, -2.5, 0), new PaintedPoint(1.0 / 3, -0.0, 7),
                        new PaintedPoint(1e-300, 1e6, 3))),
                new Source.Csv("some folder/iris.csv", "", Task.CLASSIFICATION, List.of(), List.of(), null),
                new Source.Csv("b.csv", "", Task.CLASSIFICATION, List.of(), List.of(), null, Gaps.SKIP),
                new Source.Csv("c.csv", "price", Task.REGRESSION, List.of(), List.of(), null, Gaps.REFUSE, 1000),
                new Source.Csv("a.csv", "price", Task.REGRESSION, List.of("a", "b,c"), List.of(1, 8, 8), "test.csv"),
                new Source.Digits(10),
                new Source.Images(ImageSet.MNIST, null, 0),
                new Source.Images(ImageSet.FASHION_MNIST, null, 100),
                new Source.Images(ImageSet.IDX, "here", 1000));
        return Stream.concat(points, others);
    }

    static Stream<Model> models() {
        Stream<Model> networks = layers().map(layer -> new Model.Network(-7, List.of(layer,
                new Layer.Dense(2, Activation.SOFTMAX))));
        Stream<Model> others = Stream.of(new Model.Perceptron(), new Model.NearestNeighbors(5), new Model.KMeans(4),
                new Model.CircleRule(-1, 2.5, 0, 1e5), new Model.LinearRegression());
        return Stream.concat(networks, others);
    }

    static Stream<Layer> layers() {
        Stream<Layer> activations = Stream.of(Activation.values())
                .filter(a -> a != Activation.SOFTMAX)
                .map(a -> new Layer.Dense(65_536, a));
        Stream<Layer> initializers = initializers()
                .map(i -> new Layer.Dense(3, Activation.RELU, i, false, new Initializer.Constant(-0.5)));
        Stream<Layer> paddings = Stream.of(Padding.values())
                .map(p -> new Layer.Conv(16, 5, 1, p, Activation.RELU, Initializer.Standard.HE_NORMAL, true,
                        Initializer.Standard.ZEROS));
        Stream<Layer> others = Stream.of(
                new Layer.Conv(1, 31, 31, Padding.FULL, Activation.ELU, new Initializer.Normal(0.01), false,
                        new Initializer.Uniform(1)),
                new Layer.MaxPool(3, 2, Rounding.UP), new Layer.MaxPool(2, 2, Rounding.DOWN),
                new Layer.Dropout(0), new Layer.Noise(2), new Layer.BatchNorm(), new Layer.Flatten(),
                new Layer.Maxout(5, 16, Activation.LINEAR, Initializer.Standard.LECUN_NORMAL, true,
                        new Initializer.Constant(0.1)));
        return Stream.of(activations, initializers, paddings, others).flatMap(s -> s);
    }

    static Stream<Initializer> initializers() {
        return Stream.concat(Stream.of(Initializer.Standard.values()), Stream.of(new Initializer.Normal(1e-8),
                new Initializer.Uniform(100), new Initializer.Constant(-100)));
    }

    static Stream<Optimizer> optimizers() {
        return Stream.of(
                new Optimizer.Sgd(1000, 0.9, true), new Optimizer.Sgd(1e-12, 0, false),
                new Optimizer.RmsProp(0.5, 0.8, true), new Optimizer.AdaGrad(0.5), new Optimizer.AdaDelta(0.5, 0.8),
                new Optimizer.Adam(0.5, 0.8, 0.9), new Optimizer.AdamW(0.5, 0.8, 0.9, 0.25),
                new Optimizer.NAdam(0.5, 0.8, 0.9), new Optimizer.Lion(0.5, 0.8, 0.9));
    }

    static Stream<Schedule> schedules() {
        return Stream.of(new Schedule.Constant(2.5), new Schedule.Step(7, 0.5, 1), new Schedule.Exponential(0.9, 2),
                new Schedule.Cosine(30, 3));
    }

    private static Stream<Experiment> losses(Experiment base) {
        Experiment single = base.withTraining(base.training().withLoss(Loss.MEAN_SQUARED_ERROR))
                .withModel(new Model.Network(1, List.of(new Layer.Dense(1, Activation.SIGMOID))));
        return Stream.of(Loss.values())
                .filter(loss -> loss != Loss.CROSS_ENTROPY)
                .map(loss -> single.withTraining(single.training().withLoss(loss)));
    }
}
