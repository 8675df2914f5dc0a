package dev.crescent.export.code;

import dev.crescent.experiment.Experiment;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Model;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Training;
import java.util.ArrayList;
import java.util.List;

/// How a network was trained, in words.
final class TrainingNotes {
    private TrainingNotes() {}

    /// One sentence.
    static String of(Experiment experiment) {
        Training training = experiment.training();
        List<String> parts = new ArrayList<>(List.of("Crescent trains it with " + optimizer(training.optimizer()) + " on the loss "
                + training.loss().id(), training.epochs() + (training.epochs() == 1 ? " epoch" : " epochs") + " of mini-batches of "
                + training.batchSize()));
        if (training.l1() > 0) {
            parts.add("an L1 penalty of " + Literals.real(training.l1()));
        }
        if (training.l2() > 0) {
            parts.add("an L2 penalty of " + Literals.real(training.l2()));
        }
        if (training.clip() > 0) {
            parts.add("gradients clipped to the norm " + Literals.real(training.clip()));
        }
        schedule(training.schedule(), parts);
        ofLayers((Model.Network) experiment.model(), parts);
        return String.join(", ", parts) + ".";
    }

    private static String optimizer(Optimizer optimizer) {
        String rate = " (learning rate " + Literals.real(optimizer.learningRate());
        return switch (optimizer) {
            case Optimizer.Sgd sgd -> "SGD" + rate + (sgd.momentum() == 0 ? ")" : ", momentum " + Literals.real(sgd.momentum())
                    + (sgd.nesterov() ? " of Nesterov's kind)" : ")"));
            case Optimizer.RmsProp rms -> "RMSprop" + rate + ", rho " + Literals.real(rms.rho())
                    + (rms.epsilonInside() ? ", epsilon 1e-6 within the root)" : ")");
            case Optimizer.AdaGrad _ -> "Adagrad" + rate + ")";
            case Optimizer.AdaDelta delta -> "Adadelta" + rate + ", rho " + Literals.real(delta.rho()) + ")";
            case Optimizer.Adam adam -> "Adam" + rate + betas(adam.beta1(), adam.beta2()) + ")";
            case Optimizer.AdamW adam -> "AdamW" + rate + betas(adam.beta1(), adam.beta2()) + ", weight decay "
                    + Literals.real(adam.weightDecay()) + ")";
            case Optimizer.NAdam adam -> "NAdam" + rate + betas(adam.beta1(), adam.beta2()) + ")";
            case Optimizer.Lion lion -> "Lion" + rate + betas(lion.beta1(), lion.beta2()) + ")";
        };
    }

    private static String betas(double beta1, double beta2) {
        return ", betas " + Literals.real(beta1) + " and " + Literals.real(beta2);
    }

    private static void schedule(Schedule schedule, List<String> parts) {
        switch (schedule) {
            case Schedule.Constant _ -> { }
            case Schedule.Step step -> parts.add("the rate times " + Literals.real(step.drop()) + " every " + step.every() + " epochs");
            case Schedule.Exponential e -> parts.add("the rate times " + Literals.real(e.decay()) + " every epoch");
            case Schedule.Cosine cosine -> parts.add("the rate down half a cosine over " + cosine.epochs() + " epochs");
        }
        if (schedule.warmup() > 0) {
            parts.add("a warm-up of " + Literals.real(schedule.warmup()) + " epochs");
        }
    }

    /// Layers that are there in training only.
    private static void ofLayers(Model.Network network, List<String> parts) {
        List<Layer> layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            switch (layers.get(i)) {
                case Layer.Dropout dropout -> parts.add("dropout " + Literals.real(dropout.rate()) + " (layer " + i + ")");
                case Layer.Noise noise -> parts.add("noise " + Literals.real(noise.stddev()) + " (layer " + i + ")");
                case Layer.Dense _, Layer.Conv _, Layer.Maxout _, Layer.MaxPool _, Layer.BatchNorm _, Layer.Flatten _ -> { }
            }
        }
    }
}
