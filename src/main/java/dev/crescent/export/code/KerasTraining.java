package dev.crescent.export.code;

import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Task;
import dev.crescent.experiment.Training;
import dev.crescent.export.TrainedNetwork;

/// A function for Keras that trains as Crescent does: loss, optimizer, penalties, clipping, schedule.
final class KerasTraining {
    private final TrainedNetwork network;
    private final Training training;
    private final int units;

    KerasTraining(TrainedNetwork network) {
        this.network = network;
        this.training = network.experiment().training();
        this.units = network.output().units();
    }

    /// A layer's penalty, to follow its other settings.
    ///
    /// @param of `kernel`, or `gamma` of batch normalization
    String regularizer(String of) {
        return training.l1() == 0 && training.l2() == 0 ? "" : ", " + of + "_regularizer=keras.regularizers.L1L2("
                + Literals.real(training.l1()) + ", " + Literals.real(training.l2() / 2) + ")";
    }

    /// @param given what the network is given of `samples`
    void add(CodeText text, String given) {
        loss(text);
        boolean plain = training.schedule() instanceof Schedule.Constant && training.schedule().warmup() == 0;
        if (!plain) {
            schedule(text);
        }
        text.add("def train(samples, targets):");
        text.add("    \"\"\"Trains the network as Crescent does.\n");
        text.blank(1).prose("    ", TrainingNotes.of(network.experiment()) + " The targets are "
                + (network.task() == Task.REGRESSION ? "the values" : "the numbers of the classes, from 0")
                + "; it begins with the weights that the network has.");
        text.add("    \"\"\"");
        if (!plain) {
            text.add("    batches = -(-len(samples) // " + training.batchSize() + ")");
        }
        if (training.optimizer() instanceof Optimizer.NAdam) {
            text.add("    # Keras has another form of Nadam than Crescent and PyTorch, and comes to slightly other weights.");
        }
        text.add("    network.compile(optimizer=" + optimizer(plain) + ",");
        text.add("                    loss=" + loss() + ")");
        text.add("    network.fit(" + given + ", " + targets() + ", batch_size=" + training.batchSize() + ", epochs="
                + training.epochs() + (training.shuffle() ? ")" : ", shuffle=False)"));
    }

    private String targets() {
        if (network.task() == Task.REGRESSION) {
            return "np.asarray(targets)";
        }
        if (units == 1) {
            return isSigned() ? "2 * np.asarray(targets) - 1" : "np.asarray(targets)";
        }
        return training.loss() == Loss.CROSS_ENTROPY ? "np.asarray(targets)" : "keras.utils.to_categorical(targets, " + units + ")";
    }

    /// Whether a single output says class 0 by -1.
    private boolean isSigned() {
        return training.loss() == Loss.HINGE || network.output().activation() != Activation.SIGMOID;
    }

    private String loss() {
        return switch (training.loss()) {
            case CROSS_ENTROPY -> network.output().activation() == Activation.SOFTMAX ? "\"sparse_categorical_crossentropy\""
                    : "keras.losses.SparseCategoricalCrossentropy(from_logits=True)";
            case BINARY_CROSS_ENTROPY -> "\"binary_crossentropy\"";
            case MEAN_SQUARED_ERROR -> "\"mean_squared_error\"";
            case HALF_SQUARED_ERROR -> "half_squared_error";
            case HUBER -> "keras.losses.Huber(delta=1.0)";
            case HINGE -> units == 1 ? "\"hinge\"" : "margins";
        };
    }

    private void loss(CodeText text) {
        if (training.loss() == Loss.HALF_SQUARED_ERROR) {
            text.add("def half_squared_error(y, output):").add("    return 0.5 * keras.losses.mean_squared_error(y, output)").blank(2);
        }
        if (training.loss() == Loss.HINGE && units > 1) {
            text.add("def margins(y, output):")
                    .add("    \"\"\"The hinge loss of several classes: the right one is to lead by 1.\"\"\"")
                    .add("    right = keras.ops.sum(y * output, axis=-1, keepdims=True)")
                    .add("    return keras.ops.mean((1 - y) * keras.ops.relu(1 - right + output), axis=-1)").blank(2);
        }
    }

    private String optimizer(boolean plain) {
        Optimizer optimizer = training.optimizer();
        String rate = plain ? Literals.real(optimizer.learningRate()) : "Rate(batches)";
        String clip = training.clip() > 0 ? ", global_clipnorm=" + Literals.real(training.clip()) : "";
        return "keras.optimizers." + switch (optimizer) {
            case Optimizer.Sgd sgd -> "SGD(" + rate + (sgd.momentum() > 0 ? ", momentum=" + Literals.real(sgd.momentum()) : "")
                    + (sgd.nesterov() ? ", nesterov=True" : "");
            case Optimizer.RmsProp rms -> "RMSprop(" + rate + ", rho=" + Literals.real(rms.rho()) + ", epsilon="
                    + (rms.epsilonInside() ? "1e-6" : "1e-16"); // within the root
            case Optimizer.AdaGrad _ -> "Adagrad(" + rate + ", initial_accumulator_value=0, epsilon=1e-8";
            case Optimizer.AdaDelta delta -> "Adadelta(" + rate + ", rho=" + Literals.real(delta.rho()) + ", epsilon=1e-6";
            case Optimizer.Adam adam -> "Adam(" + rate + betas(adam.beta1(), adam.beta2()) + ", epsilon=1e-8";
            case Optimizer.AdamW adam -> "AdamW(" + rate + ", weight_decay=" + Literals.real(adam.weightDecay())
                    + betas(adam.beta1(), adam.beta2()) + ", epsilon=1e-8";
            case Optimizer.NAdam adam -> "Nadam(" + rate + betas(adam.beta1(), adam.beta2()) + ", epsilon=1e-8";
            case Optimizer.Lion lion -> "Lion(" + rate + betas(lion.beta1(), lion.beta2());
        } + clip + ")";
    }

    private static String betas(double beta1, double beta2) {
        return ", beta_1=" + Literals.real(beta1) + ", beta_2=" + Literals.real(beta2);
    }

    private void schedule(CodeText text) {
        Schedule schedule = training.schedule();
        text.add("class Rate(keras.optimizers.schedules.LearningRateSchedule):")
                .add("    \"\"\"The learning rate at a step, with so many mini-batches an epoch.\"\"\"").blank(1)
                .add("    def __init__(self, batches):").add("        self.batches = batches").blank(1)
                .add("    def __call__(self, step):").add("        step = keras.ops.cast(step, \"float32\")")
                .add("        epoch = keras.ops.floor(step / self.batches)")
                .add("        rate = " + Literals.real(training.optimizer().learningRate()) + " * " + factor(schedule));
        if (schedule.warmup() > 0) {
            text.add("        done = (step + 1) / self.batches")
                    .add("        return rate * keras.ops.minimum(1.0, done / " + Literals.real(schedule.warmup()) + ")");
        } else {
            text.add("        return rate");
        }
        text.blank(2);
    }

    private static String factor(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Constant _ -> "1.0";
            case Schedule.Step step -> Literals.real(step.drop()) + " ** keras.ops.floor(epoch / " + step.every() + ")";
            case Schedule.Exponential e -> Literals.real(e.decay()) + " ** epoch";
            case Schedule.Cosine cosine -> "0.5 * (1 + keras.ops.cos(np.pi * keras.ops.minimum(epoch / " + cosine.epochs() + ", 1.0)))";
        };
    }
}
