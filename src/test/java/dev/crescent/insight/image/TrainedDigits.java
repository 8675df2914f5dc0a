package dev.crescent.insight.image;

import dev.crescent.data.Dataset;
import dev.crescent.data.Datasets;
import dev.crescent.engine.Part;
import dev.crescent.engine.cpu.CpuEngine;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Data;
import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Padding;
import dev.crescent.experiment.Rounding;
import dev.crescent.experiment.Scaling;
import dev.crescent.experiment.Source;
import dev.crescent.train.Engines;
import dev.crescent.train.Run;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Drawn digits and a small network that has learned some of them.
///
/// @param trainLoss of the training part, as an engine measures it
record TrainedDigits(Experiment experiment, Dataset data, float[] parameters, double trainLoss) {
    static TrainedDigits of(int outputs, Activation activation, Loss loss) throws Exception {
        Experiment defaults = Experiment.defaults();
        Experiment experiment = new Experiment("", "", new Data(new Source.Digits(900), 1, 0.3, Scaling.UNIT),
                defaults.features(),
                Nets.network(Nets.conv(4, 5, 2, Padding.VALID, Activation.RELU), new Layer.MaxPool(2, 2, Rounding.DOWN),
                        Nets.dense(24, Activation.RELU), new Layer.Dropout(0.1), Nets.dense(outputs, activation)),
                defaults.training().withLoss(loss).withOptimizer(new Optimizer.Adam(0.005, 0.9, 0.999)),
                defaults.device());
        Dataset data = Datasets.load(experiment.data(), experiment.features(), Path.of(""));
        try (Run run = Run.start(experiment, data, new Engines(List.of(new CpuEngine(1))))) {
            for (int step = 0; step < 400; step++) {
                run.train();
            }
            return new TrainedDigits(experiment, data, run.parameters(),
                    run.evaluate(Part.TRAINING).loss());
        }
    }

    Model.Network network() {
        return (Model.Network) experiment.model();
    }

    Loss loss() {
        return experiment.training().loss();
    }

    /// A test image.
    float[] image(int sample) {
        int width = data.inputWidth();
        return Arrays.copyOfRange(data.test().inputs(), sample * width, (sample + 1) * width);
    }
}
