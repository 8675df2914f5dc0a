"""The cases of the golden trajectories: groups that share data, network and start, and in each what every case changes."""

import numpy

CLASSES = {"source": "csv", "path": "../data/classes.csv", "testPath": "../data/classes-test.csv"}
PLANE = {"source": "csv", "path": "../data/plane.csv", "testPath": "../data/plane-test.csv"}
LARGE = {"source": "csv", "path": "../data/large.csv", "testPath": "../data/large-test.csv"}
VALUES = {"source": "csv", "path": "../data/values.csv", "testPath": "../data/values-test.csv", "task": "regression"}
CHANNELS = {"source": "csv", "path": "../data/channels.csv", "testPath": "../data/channels-test.csv", "shape": [2, 5, 4]}
IMAGES = {"source": "idx", "path": "../data/images"}
LEVELS = {"source": "idx", "path": "../data/levels", "scaling": "none"}
PAINTED = {"source": "painted", "testFraction": 0, "points": [
    [0.5, 0.25, 0], [-1, 1.5, 1], [0.75, -0.5, 0], [1.5, 1, 1], [0.25, 0.5, 0], [-1.75, 0, 1], [0, -0.75, 0],
    [1.25, -1.5, 0], [-0.5, -0.25, 1], [0.25, 2, 1], [1, 0.5, 0], [-2, 0.5, 1], [0.5, 0.5, 1]]}

LAYERS, OPTIMIZER, SCHEDULE = "model.layers.", "training.optimizer", "training.schedule"
LOSS, BATCH, LAST = "training.loss", "training.batchSize", "model.layers.1.activation"


def dense(units, activation="linear", **more):
    return {"type": "dense", "units": units, "activation": activation, **more}


def conv(filters, kernel, activation, **more):
    return {"type": "conv", "filters": filters, "kernel": kernel, "activation": activation, **more}


def maxout(units, pieces, activation="linear", **more):
    return {"type": "maxout", "units": units, "pieces": pieces, "activation": activation, **more}


def pool(size, **more):
    return {"type": "max-pool", "size": size, **more}


def optimizer(kind, rate, **more):
    return {"type": kind, "learningRate": rate, **more}


def sgd(rate, **more):
    return optimizer("sgd", rate, **more)


NORM = {"type": "batch-norm"}
FLATTEN = {"type": "flatten"}


def group(name, data, layers, cases, loss="cross-entropy", update=None, batch=8, start=lambda key, values: values, **more):
    training = {"loss": loss, "optimizer": update or sgd(0.2), "batchSize": batch, "epochs": 30, "shuffle": False}
    experiment = {"data": data, "model": {"layers": layers}, "training": training, **more}
    return {"name": name, "experiment": experiment, "cases": cases, "start": start}


def activations():
    """Each in two hidden layers."""
    names = ("linear", "relu", "leaky-relu", "elu", "gelu", "softplus", "sigmoid", "tanh", "swish", "mish", "sine")
    cases = {name: {LAYERS + "0.activation": name, LAYERS + "1.activation": name} for name in names}
    cases["sigmoid"][OPTIMIZER] = sgd(0.1, momentum=0.9)  # its slopes are small
    return cases


def quarters(key, values):
    """Weights whose sums are exact, so that different patches of whole numbers give equal ones."""
    return numpy.round(values * 4) / numpy.float32(4)


def twins(key, values):
    """Both pieces of a maxout unit alike."""
    return numpy.repeat(values[::2], 2, 0) if key.startswith("0.") else values


BETAS = {"beta1": 0.9, "beta2": 0.999}

OPTIMIZERS = {
    "sgd": {},
    "sgd-momentum": {OPTIMIZER: sgd(0.02, momentum=0.9)},
    "sgd-nesterov": {OPTIMIZER: sgd(0.02, momentum=0.9, nesterov=True)},
    "rmsprop": {OPTIMIZER: optimizer("rmsprop", 0.01)},
    "rmsprop-rho": {OPTIMIZER: optimizer("rmsprop", 0.01, rho=0.8)},
    "rmsprop-epsilon-inside": {OPTIMIZER: optimizer("rmsprop", 0.01, rho=0.9, epsilonInside=True)},
    "adagrad": {OPTIMIZER: optimizer("adagrad", 0.1)},
    "adadelta": {OPTIMIZER: optimizer("adadelta", 1)},
    "adadelta-rho": {OPTIMIZER: optimizer("adadelta", 2, rho=0.7)},
    "adam": {OPTIMIZER: optimizer("adam", 0.01)},
    "adam-betas": {OPTIMIZER: optimizer("adam", 0.01, beta1=0.7, beta2=0.9)},
    "adamw": {OPTIMIZER: optimizer("adamw", 0.01, **BETAS, weightDecay=0.5)},
    "nadam": {OPTIMIZER: optimizer("nadam", 0.01)},
    "nadam-betas": {OPTIMIZER: optimizer("nadam", 0.01, beta1=0.7, beta2=0.9)},
    "lion": {OPTIMIZER: optimizer("lion", 0.003, beta1=0.9, beta2=0.99)}}

SCHEDULES = {
    "step": {SCHEDULE: {"type": "step", "every": 4, "factor": 0.6}},
    "exponential": {SCHEDULE: {"type": "exponential", "decay": 0.9}},
    "cosine": {SCHEDULE: {"type": "cosine", "epochs": 30}},
    "cosine-ends": {SCHEDULE: {"type": "cosine", "epochs": 12}},
    "warmup": {SCHEDULE: {"type": "constant", "warmup": 6.5}},
    "warmup-cosine": {SCHEDULE: {"type": "cosine", "epochs": 25, "warmup": 5},
                      OPTIMIZER: optimizer("adamw", 0.02, **BETAS, weightDecay=0.5)}}

OBJECTIVES = {
    "clip": {"training.clip": 0.2},
    "clip-l2": {"training.clip": 0.2, "training.l2": 0.1},
    "l1": {"training.l1": 0.01},
    "l2": {"training.l2": 0.03},
    "l1-l2": {"training.l1": 0.005, "training.l2": 0.02},
    "batch-1": {BATCH: 1, OPTIMIZER: sgd(0.03)},
    "batch-40": {BATCH: 40},
    "batch-all": {BATCH: 100, OPTIMIZER: sgd(0.4)}}

LOSSES = {
    "cross-entropy-linear": {LAST: "linear"},
    "cross-entropy-tanh": {LAST: "tanh"},
    "mean-squared-error": {LOSS: "mean-squared-error", LAST: "linear"},
    "mean-squared-error-softmax": {LOSS: "mean-squared-error", OPTIMIZER: sgd(1)},
    "half-squared-error": {LOSS: "half-squared-error", LAST: "sigmoid", OPTIMIZER: sgd(1)},
    "huber": {LOSS: "huber", LAST: "linear"},
    "hinge": {LOSS: "hinge", LAST: "linear"},
    "hinge-softmax": {LOSS: "hinge", OPTIMIZER: sgd(1)}}

GROUPS = [
    group("classes", CLASSES, [dense(6, "tanh"), dense(3, "softmax")],
          OPTIMIZERS | SCHEDULES | OBJECTIVES | LOSSES
          | {"standardize": {"data.scaling": "standardize"}, "min-max": {"data.scaling": "min-max"}}),
    group("values", VALUES, [dense(7), dense(5), dense(1)],
          activations() | {
              "half-squared-error": {LOSS: "half-squared-error", LAYERS + "0.activation": "tanh"},
              "huber": {LOSS: "huber", LAYERS + "0.activation": "tanh"}},
          "mean-squared-error", sgd(0.02, momentum=0.5)),
    group("plane", PLANE, [dense(5, "tanh"), dense(1, "sigmoid")], {
        "binary-cross-entropy": {},
        "painted": {"data": PAINTED},
        "mean-squared-error-sigmoid": {LOSS: "mean-squared-error"},
        "mean-squared-error-tanh": {LOSS: "mean-squared-error", LAST: "tanh", OPTIMIZER: sgd(0.2)},
        "half-squared-error-linear": {LOSS: "half-squared-error", LAST: "linear"},
        "huber-linear": {LOSS: "huber", LAST: "linear"},
        "hinge-linear": {LOSS: "hinge", LAST: "linear"},
        "hinge-sigmoid": {LOSS: "hinge", OPTIMIZER: sgd(1)},
        "hinge-tanh": {LOSS: "hinge", LAST: "tanh"}}, "binary-cross-entropy", sgd(0.3)),
    group("features", PLANE, [dense(1, "sigmoid")], {"formulas": {}}, "binary-cross-entropy", sgd(0.1),
          features=["x2", "sin(2*x1)", "x1^2"]),
    # More than the engine takes through the network at once.
    group("large", LARGE, [dense(5, "tanh"), dense(2, "softmax")], {"batch-550": {BATCH: 550}, "batch-64": {BATCH: 64}},
          update=sgd(0.8)),
    group("large-norm", LARGE, [dense(5), NORM, dense(4, "relu"), dense(2, "softmax")], {"batch-550": {BATCH: 550}},
          update=sgd(0.5)),
    group("without-bias", CLASSES, [dense(6, "tanh", bias=False), dense(3, "softmax", bias=False)], {"dense": {}}),
    group("maxout", CLASSES, [maxout(5, 2), dense(3, "softmax")], {"pieces-2": {}}),
    group("maxout-bare", CLASSES, [maxout(4, 3, "tanh", bias=False), dense(3, "softmax")], {"pieces-3": {}}),
    group("maxout-twins", CLASSES, [maxout(4, 2), dense(3, "softmax")], {"ties": {}}, start=twins),
    group("norm", CLASSES, [dense(6), NORM, dense(5, "tanh"), NORM, dense(3, "softmax")], {
        "dense": {},
        "batch-24": {BATCH: 24},
        "l2": {"training.l2": 0.05}}, update=sgd(0.05)),
    # A bias before it has no gradient but rounding, which Adam would make steps of.
    group("norm-adam", CLASSES, [dense(6, bias=False), NORM, dense(5, "tanh", bias=False), NORM, dense(3, "softmax")],
          {"dense": {}}, update=optimizer("adam", 0.01)),
    group("norm-first", CLASSES, [NORM, dense(5, "relu"), dense(3, "softmax")], {"inputs": {}}),
    group("passed", CLASSES, [FLATTEN, {"type": "noise", "stddev": 0}, dense(6, "tanh"), {"type": "dropout", "rate": 0},
                              dense(3, "softmax")], {"without-chance": {}}),
    group("conv-valid", IMAGES, [conv(5, 3, "tanh"), dense(3, "softmax")], {
        "conv": {}, "elu": {LAYERS + "0.activation": "elu"}, "batch-1": {BATCH: 1, OPTIMIZER: sgd(0.02)},
        "batch-20": {BATCH: 20}}, update=sgd(0.1)),
    group("conv-stride", IMAGES, [conv(4, 3, "tanh", stride=2), FLATTEN, dense(3, "softmax")], {"conv": {}}),
    group("conv-same", IMAGES, [conv(4, 3, "relu", padding="same"), dense(3, "softmax")], {"conv": {}}, update=sgd(0.05)),
    group("conv-same-even", IMAGES, [conv(3, 4, "gelu", padding="same"), dense(3, "softmax")], {"conv": {}},
          update=sgd(0.05)),
    group("conv-full", IMAGES, [conv(3, 3, "swish", padding="full"), dense(3, "softmax")], {"conv": {}}, update=sgd(0.05)),
    group("conv-full-stride", IMAGES, [conv(3, 4, "sine", padding="full", stride=3, bias=False), dense(3, "softmax")],
          {"conv": {}}, update=sgd(0.05)),
    group("conv-deep", IMAGES, [conv(4, 3, "relu"), pool(2), conv(5, 2, "tanh", padding="same"), FLATTEN,
                                dense(6, "tanh"), dense(3, "softmax")],
          {"conv": {}, "adam": {OPTIMIZER: optimizer("adam", 0.005)}, "l2": {"training.l2": 0.02}}, update=sgd(0.08)),
    group("conv-norm", IMAGES, [conv(4, 3, "linear"), NORM, conv(3, 3, "relu", stride=2), NORM, dense(3, "softmax")],
          {"conv": {}}, update=sgd(0.05), batch=10),
    group("channels", CHANNELS, [conv(4, 2, "tanh"), conv(3, 3, "tanh", padding="full", stride=2), dense(3, "softmax")],
          {"table": {}}, update=sgd(0.05)),
    group("pool-down", IMAGES, [conv(4, 2, "tanh"), pool(3), dense(3, "softmax")], {"pool": {}}),
    group("pool-up", IMAGES, [conv(4, 2, "tanh"), pool(3, rounding="up"), dense(3, "softmax")], {"pool": {}}),
    group("pool-overlap", IMAGES, [conv(4, 2, "tanh"), pool(3, stride=2), dense(3, "softmax")], {"pool": {}},
          update=sgd(0.1)),
    group("pool-overlap-up", IMAGES, [conv(4, 2, "tanh"), pool(3, stride=2, rounding="up"), dense(3, "softmax")],
          {"pool": {}}, update=sgd(0.1)),
    group("pool-gap", IMAGES, [conv(4, 2, "tanh"), pool(2, stride=3), dense(3, "softmax")], {"pool": {}}),
    group("pool-gap-up", IMAGES, [conv(4, 2, "tanh"), pool(2, stride=4, rounding="up"), dense(3, "softmax")], {"pool": {}}),
    group("pool-first", IMAGES, [pool(2), dense(5, "tanh"), dense(3, "softmax")], {"pool": {}}),
    group("pool-ties", LEVELS, [conv(4, 2, "linear"), pool(3), dense(3, "softmax")], {"pool": {}}, batch=29,
          update=sgd(0.05), start=quarters),
]
