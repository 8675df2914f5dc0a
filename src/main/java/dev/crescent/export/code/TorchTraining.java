package dev.crescent.export.code;

import dev.crescent.engine.Shapes;
import dev.crescent.experiment.Activation;
import dev.crescent.experiment.Layer;
import dev.crescent.experiment.Loss;
import dev.crescent.experiment.Optimizer;
import dev.crescent.experiment.Schedule;
import dev.crescent.experiment.Task;
import dev.crescent.experiment.Training;
import dev.crescent.export.TrainedNetwork;
import java.util.List;

/// A function for PyTorch that trains as Crescent does: loss, optimizer, penalties, clipping, schedule.
final class TorchTraining {
    private static final String LION = """
            class Lion(torch.optim.Optimizer):
                \"""Steps along the sign of an interpolated momentum (Chen et al. 2023).\"""

                def __init__(self, parameters, lr, betas):
                    super().__init__(parameters, {"lr": lr, "betas": betas})

                @torch.no_grad()
                def step(self):
                    for group in self.param_groups:
                        beta1, beta2 = group["betas"]
                        for p in group["params"]:
                            momentum = self.state[p].setdefault("momentum", torch.zeros_like(p))
                            p -= group["lr"] * torch.sign(beta1 * momentum + (1 - beta1) * p.grad)
                            momentum.mul_(beta2).add_(p.grad, alpha=1 - beta2)
            """;

    private final TrainedNetwork network;
    private final Training training;
    private final int units;

    TorchTraining(TrainedNetwork network) {
        this.network = network;
        this.training = network.experiment().training();
        this.units = network.output().units();
    }

    /// Of Python's own library.
    String imports() {
        return training.schedule() instanceof Schedule.Cosine ? "import math\n" : "";
    }

    void add(CodeText text) {
        if (training.optimizer() instanceof Optimizer.Lion) {
            text.add(LION).blank(2);
        }
        boolean plain = training.schedule() instanceof Schedule.Constant && training.schedule().warmup() == 0;
        text.add("def train(samples, targets):");
        text.add("    \"\"\"Trains the network as Crescent does.\n");
        text.blank(1).prose("    ", TrainingNotes.of(network.experiment()) + " The targets are "
                + (network.task() == Task.REGRESSION ? "the values" : "the numbers of the classes, from 0") + "; it begins with the weights"
                + " that the network has: a new Network() begins anew." + (refusesOne() ? " PyTorch cannot normalize a"
                + " mini-batch of one sample: where one is left over, it is left out." : ""));
        text.add("    \"\"\"");
        text.add("    x = torch.from_numpy(inputs(samples))");
        text.add("    y = " + targets());
        text.add("    batches = DataLoader(TensorDataset(x, y), batch_size=" + training.batchSize()
                + (training.shuffle() ? ", shuffle=True)" : ")"));
        if (refusesOne()) {
            text.add("    if min(len(x), batches.batch_size) == 1:");
            text.add("        raise ValueError(\"PyTorch cannot normalize mini-batches of one sample; set batch_size to 2 or more, \"");
            text.add("                         \"and train on 2 samples or more\")");
        }
        text.add("    optimizer = " + optimizer());
        if (!plain) {
            schedule(text);
        }
        if (training.l1() > 0 || training.l2() > 0) {
            text.add("    weights = [p for name, p in network.named_parameters() if name.endswith(\"weight\")]");
        }
        text.add("    network.train()");
        text.add("    for epoch in range(" + training.epochs() + "):");
        text.add("        for x, y in batches:");
        if (refusesOne()) {
            text.add("            if len(x) == 1:");
            if (!plain) {
                text.add("                schedule.step()");
            }
            text.add("                continue  # one number has no variance");
        }
        text.add("            output = network(x)");
        text.add("            loss = " + loss());
        penalty(text);
        text.add("            optimizer.zero_grad()").add("            loss.backward()");
        if (training.clip() > 0) {
            text.add("            nn.utils.clip_grad_norm_(network.parameters(), " + Literals.real(training.clip()) + ")");
        }
        text.add("            optimizer.step()");
        if (!plain) {
            text.add("            schedule.step()");
        }
        text.add("    network.eval()");
    }

    /// Whether PyTorch refuses mini-batches of one sample: some channel that is normalized has one number in each.
    private boolean refusesOne() {
        List<Integer> shape = network.inputShape();
        List<List<Integer>> shapes = Shapes.of(network.network(), shape);
        for (int i = 0; i < shapes.size(); i++) {
            if (network.network().layers().get(i) instanceof Layer.BatchNorm && Shapes.width(shape) == shape.getFirst()) {
                return true;
            }
            shape = shapes.get(i);
        }
        return false;
    }

    private String targets() {
        if (network.task() == Task.REGRESSION) {
            return "torch.tensor(targets, dtype=torch.float32).unsqueeze(1)";
        }
        if (units == 1) {
            String classes = "torch.tensor(targets, dtype=torch.float32).unsqueeze(1)";
            return isSigned() ? "2 * " + classes + " - 1  # -1 and 1" : classes;
        }
        return switch (training.loss()) {
            case CROSS_ENTROPY, HINGE, BINARY_CROSS_ENTROPY -> "torch.tensor(targets)";
            case MEAN_SQUARED_ERROR, HALF_SQUARED_ERROR, HUBER ->
                    "nn.functional.one_hot(torch.tensor(targets), " + units + ").float()";
        };
    }

    /// Whether a single output says class 0 by -1.
    private boolean isSigned() {
        return training.loss() == Loss.HINGE || network.output().activation() != Activation.SIGMOID;
    }

    private String loss() {
        return switch (training.loss()) {
            case CROSS_ENTROPY -> "nn.functional.cross_entropy(output, y)";
            case BINARY_CROSS_ENTROPY -> "nn.functional.binary_cross_entropy_with_logits(output, y)";
            case MEAN_SQUARED_ERROR -> "nn.functional.mse_loss(output, y)";
            case HALF_SQUARED_ERROR -> "0.5 * nn.functional.mse_loss(output, y)";
            case HUBER -> "nn.functional.huber_loss(output, y)";
            case HINGE -> units == 1 ? "torch.relu(1 - y * output).mean()" : "nn.functional.multi_margin_loss(output, y)";
        };
    }

    private void penalty(CodeText text) {
        if (training.l1() > 0) {
            text.add("            loss = loss + " + Literals.real(training.l1()) + " * sum(w.abs().sum() for w in weights)");
        }
        if (training.l2() > 0) {
            text.add("            loss = loss + " + Literals.real(training.l2() / 2) + " * sum(w.square().sum() for w in weights)");
        }
    }

    private String optimizer() {
        String rate = "network.parameters(), lr=" + Literals.real(training.optimizer().learningRate());
        return switch (training.optimizer()) {
            case Optimizer.Sgd sgd -> "torch.optim.SGD(" + rate + (sgd.momentum() > 0 ? ", momentum=" + Literals.real(sgd.momentum()) : "")
                    + (sgd.nesterov() ? ", nesterov=True)" : ")");
            case Optimizer.RmsProp rms -> "torch.optim.RMSprop(" + rate + ", alpha=" + Literals.real(rms.rho())
                    + (rms.epsilonInside() ? ", eps=1e-6)  # Crescent had epsilon within the root" : ")");
            case Optimizer.AdaGrad _ -> "torch.optim.Adagrad(" + rate + ", eps=1e-8)";
            case Optimizer.AdaDelta delta -> "torch.optim.Adadelta(" + rate + ", rho=" + Literals.real(delta.rho()) + ")";
            case Optimizer.Adam adam -> "torch.optim.Adam(" + rate + betas(adam.beta1(), adam.beta2()) + ")";
            case Optimizer.AdamW adam -> "torch.optim.AdamW(" + rate + betas(adam.beta1(), adam.beta2()) + ", weight_decay="
                    + Literals.real(adam.weightDecay()) + ")";
            case Optimizer.NAdam adam -> "torch.optim.NAdam(" + rate + betas(adam.beta1(), adam.beta2()) + ")";
            case Optimizer.Lion lion -> "Lion(" + rate + betas(lion.beta1(), lion.beta2()) + ")";
        };
    }

    private static String betas(double beta1, double beta2) {
        return ", betas=(" + Literals.real(beta1) + ", " + Literals.real(beta2) + ")";
    }

    private void schedule(CodeText text) {
        Schedule schedule = training.schedule();
        text.blank(1).add("    def rate(step):").add("        epoch = step // len(batches)");
        String factor = factor(schedule, "math.");
        text.add("        factor = " + factor);
        if (schedule.warmup() > 0) {
            text.add("        return factor * min(1, (step + 1) / (" + Literals.real(schedule.warmup()) + " * len(batches)))");
        } else {
            text.add("        return factor");
        }
        text.blank(1).add("    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, rate)");
    }

    /// The schedule's factor, of `epoch`.
    static String factor(Schedule schedule, String math) {
        return switch (schedule) {
            case Schedule.Constant _ -> "1";
            case Schedule.Step step -> Literals.real(step.drop()) + " ** (epoch // " + step.every() + ")";
            case Schedule.Exponential e -> Literals.real(e.decay()) + " ** epoch";
            case Schedule.Cosine cosine -> "0.5 * (1 + " + math + "cos(" + math + "pi * min(epoch, " + cosine.epochs() + ") / "
                    + cosine.epochs() + "))";
        };
    }
}
