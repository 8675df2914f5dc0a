package dev.crescent.experiment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The `training` of an experiment file. What an optimizer's object leaves out has PyTorch's default; the learning rate
/// of SGD, which PyTorch long had none for, is 0.01, and Lion's settings are its paper's.
final class TrainingJson {
    private static final Map<String, Function<JsonObject, Optimizer>> OPTIMIZERS = JsonObject.table(List.of(
            Map.entry("sgd", TrainingJson::sgd),
            Map.entry("rmsprop", TrainingJson::rmsProp),
            Map.entry("adagrad", TrainingJson::adaGrad),
            Map.entry("adadelta", TrainingJson::adaDelta),
            Map.entry("adam", fields -> adaptive(fields, 0.001, 0.999, Optimizer.Adam::new)),
            Map.entry("adamw", TrainingJson::adamW),
            Map.entry("nadam", fields -> adaptive(fields, 0.002, 0.999, Optimizer.NAdam::new)),
            Map.entry("lion", fields -> adaptive(fields, 1e-4, 0.99, Optimizer.Lion::new))));

    private static final Map<String, Function<JsonObject, Schedule>> SCHEDULES = JsonObject.table(List.of(
            Map.entry("constant", TrainingJson::constant),
            Map.entry("step", TrainingJson::step),
            Map.entry("exponential", TrainingJson::exponential),
            Map.entry("cosine", TrainingJson::cosine)));

    private TrainingJson() {}

    static Training read(@Nullable JsonObject fields) {
        Training otherwise = Experiment.defaults().training();
        if (fields == null) {
            return otherwise;
        }
        Loss loss = fields.named("loss", Loss.class, otherwise.loss());
        Optimizer optimizer = optimizer(fields.object("optimizer"));
        int batchSize = fields.whole("batchSize", otherwise.batchSize(), 1, 65_536);
        int epochs = fields.whole("epochs", otherwise.epochs(), 0, 1_000_000_000);
        boolean shuffle = fields.flag("shuffle", otherwise.shuffle());
        long seed = fields.whole("seed", otherwise.seed());
        double l1 = fields.number("l1", otherwise.l1());
        double l2 = fields.number("l2", otherwise.l2());
        Schedule schedule = schedule(fields.object("schedule"));
        double clip = clip(fields);
        fields.refuseOthers("the training");
        return fields.make(() ->
                new Training(loss, optimizer, batchSize, epochs, shuffle, seed, l1, l2, schedule, clip));
    }

    static void write(Training training, ObjectNode into) {
        into.put("loss", training.loss().id());
        writeOptimizer(training.optimizer(), into.putObject("optimizer"));
        into.put("batchSize", training.batchSize());
        into.put("epochs", training.epochs());
        into.put("shuffle", training.shuffle());
        into.put("seed", training.seed());
        into.put("l1", training.l1());
        into.put("l2", training.l2());
        writeSchedule(training.schedule(), into.putObject("schedule"));
        if (training.clip() == 0) {
            into.putNull("clip");
        } else {
            into.put("clip", training.clip());
        }
    }

    private static double clip(JsonObject fields) {
        JsonNode value = fields.value("clip");
        if (value == null || value.isNull()) {
            return 0;
        }
        double clip = JsonObject.numberOf(value, fields.path("clip"));
        if (clip == 0) {
            throw new InvalidSettingException(fields.path("clip"), "must be above 0, or null for no limit, is 0");
        }
        return clip;
    }

    private static Optimizer optimizer(@Nullable JsonObject fields) {
        if (fields == null) {
            return Experiment.defaults().training().optimizer();
        }
        Optimizer optimizer = fields.choice("type", "adam", OPTIMIZERS).apply(fields);
        fields.refuseOthers("the optimizer " + optimizer.id());
        return optimizer;
    }

    private static Optimizer sgd(JsonObject fields) {
        double rate = fields.number("learningRate", 0.01);
        double momentum = fields.number("momentum", 0);
        boolean nesterov = fields.flag("nesterov", false);
        return fields.make(() -> new Optimizer.Sgd(rate, momentum, nesterov));
    }

    private static Optimizer rmsProp(JsonObject fields) {
        double rate = fields.number("learningRate", 0.01);
        double rho = fields.number("rho", 0.99);
        boolean epsilonInside = fields.flag("epsilonInside", false);
        return fields.make(() -> new Optimizer.RmsProp(rate, rho, epsilonInside));
    }

    private static Optimizer adaGrad(JsonObject fields) {
        double rate = fields.number("learningRate", 0.01);
        return fields.make(() -> new Optimizer.AdaGrad(rate));
    }

    private static Optimizer adaDelta(JsonObject fields) {
        double rate = fields.number("learningRate", 1);
        double rho = fields.number("rho", 0.9);
        return fields.make(() -> new Optimizer.AdaDelta(rate, rho));
    }

    private static Optimizer adamW(JsonObject fields) {
        double rate = fields.number("learningRate", 0.001);
        double beta1 = fields.number("beta1", 0.9);
        double beta2 = fields.number("beta2", 0.999);
        double weightDecay = fields.number("weightDecay", 0.01);
        return fields.make(() -> new Optimizer.AdamW(rate, beta1, beta2, weightDecay));
    }

    private static Optimizer adaptive(JsonObject fields, double defaultRate, double defaultBeta2, WithBetas maker) {
        double rate = fields.number("learningRate", defaultRate);
        double beta1 = fields.number("beta1", 0.9);
        double beta2 = fields.number("beta2", defaultBeta2);
        return fields.make(() -> maker.make(rate, beta1, beta2));
    }

    @FunctionalInterface
    private interface WithBetas {
        Optimizer make(double learningRate, double beta1, double beta2);
    }

    private static void writeOptimizer(Optimizer optimizer, ObjectNode into) {
        into.put("type", optimizer.id()).put("learningRate", optimizer.learningRate());
        switch (optimizer) {
            case Optimizer.Sgd(double _, double momentum, boolean nesterov) ->
                into.put("momentum", momentum).put("nesterov", nesterov);
            case Optimizer.RmsProp(double _, double rho, boolean epsilonInside) ->
                into.put("rho", rho).put("epsilonInside", epsilonInside);
            case Optimizer.AdaGrad _ -> { }
            case Optimizer.AdaDelta(double _, double rho) -> into.put("rho", rho);
            case Optimizer.Adam(double _, double beta1, double beta2) -> into.put("beta1", beta1).put("beta2", beta2);
            case Optimizer.AdamW(double _, double beta1, double beta2, double weightDecay) ->
                into.put("beta1", beta1).put("beta2", beta2).put("weightDecay", weightDecay);
            case Optimizer.NAdam(double _, double beta1, double beta2) -> into.put("beta1", beta1).put("beta2", beta2);
            case Optimizer.Lion(double _, double beta1, double beta2) -> into.put("beta1", beta1).put("beta2", beta2);
        }
    }

    private static Schedule schedule(@Nullable JsonObject fields) {
        if (fields == null) {
            return Experiment.defaults().training().schedule();
        }
        Schedule schedule = fields.choice("type", "constant", SCHEDULES).apply(fields);
        fields.refuseOthers("the schedule " + schedule.id());
        return schedule;
    }

    private static Schedule constant(JsonObject fields) {
        double warmup = fields.number("warmup", 0);
        return fields.make(() -> new Schedule.Constant(warmup));
    }

    private static Schedule step(JsonObject fields) {
        int every = fields.whole("every", 10, 1, 1_000_000_000);
        double factor = fields.number("factor", 0.1);
        double warmup = fields.number("warmup", 0);
        return fields.make(() -> new Schedule.Step(every, factor, warmup));
    }

    private static Schedule exponential(JsonObject fields) {
        double decay = fields.number("decay", 0.95);
        double warmup = fields.number("warmup", 0);
        return fields.make(() -> new Schedule.Exponential(decay, warmup));
    }

    private static Schedule cosine(JsonObject fields) {
        int epochs = fields.whole("epochs", 100, 1, 1_000_000_000);
        double warmup = fields.number("warmup", 0);
        return fields.make(() -> new Schedule.Cosine(epochs, warmup));
    }

    private static void writeSchedule(Schedule schedule, ObjectNode into) {
        into.put("type", schedule.id());
        switch (schedule) {
            case Schedule.Constant _ -> { }
            case Schedule.Step(int every, double factor, double _) -> into.put("every", every).put("factor", factor);
            case Schedule.Exponential(double decay, double _) -> into.put("decay", decay);
            case Schedule.Cosine(int epochs, double _) -> into.put("epochs", epochs);
        }
        into.put("warmup", schedule.warmup());
    }
}
