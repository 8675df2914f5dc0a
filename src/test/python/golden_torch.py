"""What PyTorch makes of an experiment file: the same network, loss and training, and the history that comes of it.

Whatever PyTorch has is PyTorch's own. Three things it has not, and they are written from their definitions: Lion (Chen et
al. 2023, algorithm 2), RMSprop with its epsilon inside the root, and the hinge loss of one output.
"""

import numpy
import torch
from torch import nn
from torch.nn import functional
from torch.optim import lr_scheduler

torch.set_num_threads(1)


class Sine(nn.Module):
    def forward(self, z):
        return torch.sin(z)


class Maxout(nn.Linear):
    """The largest of `pieces` sums a unit (Goodfellow et al. 2013); row `unit * pieces + piece` of the weights."""

    def __init__(self, inputs, units, pieces, bias):
        super().__init__(inputs, units * pieces, bias)
        self.pieces = pieces

    def forward(self, x):
        return super().forward(x).unflatten(1, (-1, self.pieces)).max(2).values


ACTIVATIONS = {
    "linear": nn.Identity, "relu": nn.ReLU, "leaky-relu": nn.LeakyReLU, "elu": nn.ELU, "gelu": nn.GELU,
    "softplus": nn.Softplus, "sigmoid": nn.Sigmoid, "tanh": nn.Tanh, "swish": nn.SiLU, "mish": nn.Mish, "sine": Sine,
    "softmax": lambda: nn.Softmax(1)}


class Network(nn.ModuleList):
    """One module a layer of the file, and its activation behind it."""

    def __init__(self, layers, shape):
        super().__init__()
        self.layers = layers
        self.activations = []
        x = torch.zeros(2, *shape)
        for layer in layers:
            self.append(module(layer, x))
            self.activations.append(ACTIVATIONS[layer.get("activation", "linear")]())
            x = self[-1].eval()(flat(layer, x))

    def forward(self, x):
        for layer, core, activation in zip(self.layers, self, self.activations):
            x = activation(core(flat(layer, x)))
        return x


def flat(layer, x):
    """A dense layer sees an image as one row."""
    return x.flatten(1) if layer["type"] in ("dense", "maxout") else x


def module(layer, x):
    """A layer for inputs such as `x`."""
    bias = layer.get("bias", True)
    match layer["type"]:
        case "dense":
            return nn.Linear(x[0].numel(), layer["units"], bias)
        case "maxout":
            return Maxout(x[0].numel(), layer["units"], layer["pieces"], bias)
        case "conv":
            kernel = layer["kernel"]
            padding = {"valid": 0, "same": "same", "full": kernel - 1}[layer.get("padding", "valid")]
            return nn.Conv2d(x.shape[1], layer["filters"], kernel, layer.get("stride", 1), padding, bias=bias)
        case "max-pool":
            up = layer.get("rounding", "down") == "up"
            return nn.MaxPool2d(layer["size"], layer.get("stride", layer["size"]), ceil_mode=up)
        case "batch-norm":
            return nn.BatchNorm1d(x.shape[1]) if x.dim() == 2 else nn.BatchNorm2d(x.shape[1])
        case "flatten":
            return nn.Flatten()
        case "dropout" if layer["rate"] == 0:
            return nn.Dropout(0)
        case "noise" if layer["stddev"] == 0:
            return nn.Identity()
    raise ValueError(f"PyTorch's random numbers are others: {layer}")


def loss_of(name, outputs, targets, labels):
    """The mean loss of a mini-batch."""
    match name:
        case "cross-entropy":
            return functional.cross_entropy(outputs, labels)
        case "binary-cross-entropy":
            return functional.binary_cross_entropy(outputs, targets)
        case "mean-squared-error":
            return functional.mse_loss(outputs, targets)
        case "half-squared-error":
            return functional.mse_loss(outputs, targets) / 2
        case "huber":
            return functional.huber_loss(outputs, targets)
        case "hinge" if outputs.shape[1] == 1:
            return (1 - targets * outputs).clamp(min=0).mean()
        case "hinge":
            return functional.multi_margin_loss(outputs, labels)
    raise ValueError(name)


class Lion(torch.optim.Optimizer):
    def __init__(self, parameters, lr, betas):
        super().__init__(parameters, {"lr": lr, "betas": betas})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            beta1, beta2 = group["betas"]
            for w in group["params"]:
                m = self.state[w].setdefault("m", torch.zeros_like(w))
                w -= group["lr"] * torch.sign(beta1 * m + (1 - beta1) * w.grad)
                m.mul_(beta2).add_(w.grad, alpha=1 - beta2)


class RmsPropInside(torch.optim.Optimizer):
    def __init__(self, parameters, lr, rho):
        super().__init__(parameters, {"lr": lr, "rho": rho})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for w in group["params"]:
                a = self.state[w].setdefault("a", torch.zeros_like(w))
                a.mul_(group["rho"]).addcmul_(w.grad, w.grad, value=1 - group["rho"])
                w -= group["lr"] * w.grad / torch.sqrt(a + 1e-6)


def optimizer_of(fields, parameters):
    """Settings that a file leaves out are left to PyTorch."""
    settings = {torch_name: fields[name] for name, torch_name in (
        ("learningRate", "lr"), ("momentum", "momentum"), ("nesterov", "nesterov"), ("weightDecay", "weight_decay"))
        if name in fields}
    if "beta1" in fields:
        settings["betas"] = (fields["beta1"], fields["beta2"])
    match fields["type"]:
        case "rmsprop" if fields.get("epsilonInside"):
            return RmsPropInside(parameters, settings["lr"], fields["rho"])
        case "rmsprop":
            return torch.optim.RMSprop(parameters, alpha=fields.get("rho", 0.99), **settings)
        case "adagrad":
            return torch.optim.Adagrad(parameters, eps=1e-8, **settings)
        case "adadelta":
            return torch.optim.Adadelta(parameters, rho=fields.get("rho", 0.9), **settings)
        case "lion":
            return Lion(parameters, **settings)
        case "nadam":
            # Before PyTorch 2.0 only this form was right, the other had a factor too much (pytorch/pytorch#92699).
            return torch.optim.NAdam(parameters, foreach=True, **settings)
    kinds = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW}
    return kinds[fields["type"]](parameters, **settings)


def rates(fields, rate, epochs):
    """The learning rate of each epoch, warm-up apart, by PyTorch's schedulers. Its cosine would rise again after its
    end; Crescent's stays there."""
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=rate)
    match fields["type"]:
        case "constant":
            scheduler = lr_scheduler.LambdaLR(optimizer, lambda epoch: 1)
        case "step":
            scheduler = lr_scheduler.StepLR(optimizer, fields["every"], fields["factor"])
        case "exponential":
            scheduler = lr_scheduler.ExponentialLR(optimizer, fields["decay"])
        case "cosine":
            scheduler = lr_scheduler.CosineAnnealingLR(optimizer, fields["epochs"])
    last = fields.get("epochs", epochs)
    by_epoch = []
    for epoch in range(epochs):
        by_epoch.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        if epoch < last:
            scheduler.step()
    return by_epoch


class Task:
    """The targets as the loss wants them: a class's number, one of several outputs, or -1 and 1 of one output (0 and 1
    after a sigmoid, but for the hinge loss)."""

    def __init__(self, experiment):
        self.loss = experiment["training"]["loss"]
        last = experiment["model"]["layers"][-1]
        self.units = last["units"]
        self.regression = experiment["data"].get("task") == "regression"
        sigmoid = last.get("activation") == "sigmoid"
        self.low = 0 if sigmoid and self.loss != "hinge" else -1
        self.threshold = 0.5 if sigmoid else 0

    def loss_of(self, outputs, answers):
        if self.regression:
            targets = answers[:, None]
        elif self.units == 1:
            targets = torch.where(answers == 1, 1, self.low)[:, None]
        else:
            targets = functional.one_hot(answers, self.units)
        return loss_of(self.loss, outputs, targets.to(outputs.dtype), answers)

    def accuracy(self, outputs, answers):
        """And by how much the sample was decided that was decided most narrowly."""
        if self.regression:
            return None, numpy.inf
        if self.units == 1:
            right = (outputs[:, 0] > self.threshold) == (answers == 1)
            margins = (outputs[:, 0] - self.threshold).abs()
        else:
            right = outputs.argmax(1) == answers
            first, second = outputs.topk(2).values.T
            margins = first - second
        return right.double().mean().item(), margins.min().item()


def history(experiment, start, parts, dtype):
    """Rows of training loss, test loss, training accuracy, test accuracy and the narrowest decision, `None` where there
    is none: before training, then after each epoch, over the whole part in evaluation mode."""
    training = experiment["training"]
    parts = [(torch.tensor(x).to(dtype), torch.tensor(y)) for x, y in parts]
    task = Task(experiment)
    network = Network(experiment["model"]["layers"], parts[0][0].shape[1:])
    network.load_state_dict(network.state_dict() | {name: torch.tensor(values) for name, values in start.items()})
    network.to(dtype)
    if training["loss"] == "cross-entropy" and experiment["model"]["layers"][-1].get("activation") == "softmax":
        network.activations[-1] = nn.Identity()  # PyTorch's cross-entropy has softmax in it
    rows = [measured(network, task, parts)]
    optimizer = optimizer_of(training["optimizer"], network.parameters())
    schedule = training.get("schedule", {"type": "constant"})
    for epoch, rate in enumerate(rates(schedule, training["optimizer"]["learningRate"], training["epochs"])):
        one_epoch(network, task, parts[0], training, optimizer, lambda done: rate * rise(schedule, epoch + done))
        rows.append(measured(network, task, parts))
    return rows


def rise(schedule, done):
    """The part of the rate that a warm-up has reached after so many epochs, counted with the step to come."""
    return min(1, done / schedule["warmup"]) if schedule.get("warmup") else 1


def one_epoch(network, task, part, training, optimizer, rate_at):
    """The samples in their own order; a last, smaller batch counts by its own size."""
    network.train()
    batches = list(zip(*(values.split(training["batchSize"]) for values in part)))
    for step, (inputs, answers) in enumerate(batches):
        optimizer.param_groups[0]["lr"] = rate_at((step + 1) / len(batches))
        optimizer.zero_grad()
        objective = task.loss_of(network(inputs), answers)
        for name, w in network.named_parameters():
            if name.endswith("weight"):
                objective = objective + training.get("l1", 0) * w.abs().sum() + training.get("l2", 0) / 2 * (w * w).sum()
        objective.backward()
        if training.get("clip"):
            nn.utils.clip_grad_norm_(network.parameters(), training["clip"])
        optimizer.step()


@torch.no_grad()
def measured(network, task, parts):
    network.eval()
    losses, accuracies, narrowest = [], [], numpy.inf
    for inputs, answers in parts:
        if len(inputs):
            outputs = network(inputs)
            losses.append(task.loss_of(outputs, answers).item())
            accuracy, margin = task.accuracy(outputs, answers)
            accuracies.append(accuracy)
            narrowest = min(narrowest, margin)
        else:
            losses.append(None)
            accuracies.append(None)
    return [*losses, *accuracies, narrowest]


def start_of(layers, shape, seed):
    """Weights to start from, as `i.weight`, `i.bias` and so on, float32. No two are alike, and none is 0."""
    random = numpy.random.RandomState(seed)
    start = {}
    for name, values in Network(layers, shape).state_dict().items():
        size = tuple(values.shape)
        kind = name.split(".")[1]
        if kind == "num_batches_tracked":
            continue
        elif kind == "running_var" or kind == "weight" and len(size) == 1:
            drawn = random.uniform(0.6, 1.4, size)
        else:
            inputs = numpy.prod(size[1:]) if kind == "weight" else 9
            drawn = random.uniform(-1, 1, size) * numpy.sqrt(3 / inputs)
        start[name] = drawn.astype(numpy.float32)
    return start
