"""The small data sets of the golden trajectories: drawn, written as files and read back as numbers."""

import numpy

FRACTION = 1000  # of the tables' values: three digits after the point


def table(path, columns, answers):
    """A CSV file with a header; the last column is the target."""
    names = [f"x{i + 1}" for i in range(columns.shape[1])] + ["target"]
    rows = [",".join([f"{value:g}" for value in row] + [f"{answer:g}"]) for row, answer in zip(columns, answers)]
    path.write_text("\n".join([",".join(names), *rows]) + "\n")


def read_table(path, kind):
    rows = numpy.loadtxt(path, delimiter=",", skiprows=1, ndmin=2)
    return rows[:, :-1].astype(numpy.float32), rows[:, -1].astype(kind)


def idx(path, values):
    """Unsigned bytes in the format of the MNIST database."""
    sizes = b"".join(size.to_bytes(4, "big") for size in values.shape)
    path.write_bytes(bytes([0, 0, 8, values.ndim]) + sizes + values.astype(numpy.uint8).tobytes())


def read_idx(path):
    data = path.read_bytes()
    sizes = numpy.frombuffer(data, ">u4", data[3], 4)
    return numpy.frombuffer(data, numpy.uint8, offset=4 + 4 * data[3]).reshape(sizes)


def rounded(values):
    return numpy.round(values * FRACTION) / FRACTION


def classes(random, count):
    """Four columns, three classes that overlap."""
    labels = random.randint(0, 3, count)
    centers = numpy.array([[1, 0, -1, 0.5], [-1, 1, 0, 0.5], [0, -1, 1, -1]])
    return rounded(centers[labels] + 0.8 * random.normal(size=(count, 4))), labels


def plane(random, count):
    """Two columns, two classes: above and below a wave, with noise."""
    points = random.uniform(-2, 2, (count, 2))
    labels = points[:, 1] + 0.2 * random.normal(size=count) > numpy.sin(2 * points[:, 0])
    return rounded(points), labels.astype(int)


def values(random, count):
    """Three columns and a value from about -3 to 3."""
    x = random.uniform(-2, 2, (count, 3))
    y = numpy.sin(2 * x[:, 0]) + 0.5 * x[:, 1] ** 2 - 0.5 * x[:, 2] * x[:, 0] + 0.1 * random.normal(size=count)
    return rounded(x), rounded(y)


def strokes(random, count, rows, columns, levels):
    """Images of a row, a column or a block here or there, on noise; pixels from 0 up to, not including, `levels`."""
    labels = random.randint(0, 3, count)
    images = random.uniform(0, 0.4, (count, rows, columns))
    for image, label in zip(images, labels):
        row, column = random.randint(1, 3, 2)
        if label == 0:
            image[row, :] += 0.55
        elif label == 1:
            image[:, column] += 0.55
        else:
            image[row:row + 2, column:column + 2] += 0.55
    return numpy.floor(images * levels).astype(int), labels


def write_table(folder, name, draw, train, test, seed):
    random = numpy.random.RandomState(seed)
    table(folder / f"{name}.csv", *draw(random, train))
    table(folder / f"{name}-test.csv", *draw(random, test))


def write_images(folder, train, test, seed, shape, levels):
    folder.mkdir()
    random = numpy.random.RandomState(seed)
    for stem, count in (("train", train), ("t10k", test)):
        images, labels = strokes(random, count, *shape, levels)
        idx(folder / f"{stem}-images-idx3-ubyte", images)
        idx(folder / f"{stem}-labels-idx1-ubyte", labels)


def channels(random, count):
    """Rows of 40 columns: two channels of 5 x 4 pixels, the second the first one's negative with noise."""
    images, labels = strokes(random, count, 5, 4, 10)
    second = 9 - images + random.randint(0, 3, images.shape)
    return numpy.stack([images, second], 1).reshape(count, -1) / 10, labels


def write_all(folder):
    write_table(folder, "classes", classes, 61, 31, 1)
    write_table(folder, "plane", plane, 60, 40, 2)
    write_table(folder, "large", plane, 600, 150, 7)
    write_table(folder, "values", values, 75, 30, 3)
    write_table(folder, "channels", channels, 29, 15, 4)
    write_images(folder / "images", 45, 24, 5, (9, 8), 256)
    write_images(folder / "levels", 29, 15, 6, (6, 6), 4)


def scaled(parts, scaling):
    """As Crescent does it, in double: fitted on the training part."""
    train = parts[0][0].astype(float)
    offset, divisor = 0, 1
    if scaling == "unit":
        divisor = 255
    elif scaling == "standardize":
        offset, divisor = train.mean(0), train.std(0)
    elif scaling == "min-max":
        offset, divisor = train.min(0), train.max(0) - train.min(0)
    return [(((x - offset) / divisor).astype(numpy.float32), y) for x, y in parts]


def featured(formulas, x1, x2):
    known = {"x1": x1, "x2": x2, "sin": numpy.sin}
    return numpy.stack([eval(formula.replace("^", "**"), known) for formula in formulas], 1).astype(numpy.float32)


def read(experiment, base):
    """The training and the test part of an experiment's data, inputs float32."""
    data = experiment["data"]
    if data["source"] == "painted":
        points = numpy.array(data["points"])
        part = points[:, :2].astype(numpy.float32), points[:, 2].astype(int)
        return [part, (part[0][:0], part[1][:0])]
    if data["source"] == "idx":
        parts = []
        for stem in ("train", "t10k"):
            images = read_idx(base / data["path"] / f"{stem}-images-idx3-ubyte")
            labels = read_idx(base / data["path"] / f"{stem}-labels-idx1-ubyte")
            parts.append((images[:, None].astype(numpy.float32), labels.astype(int)))
        return scaled(parts, data.get("scaling", "unit"))
    kind = numpy.float32 if data.get("task") == "regression" else int
    parts = [read_table(base / data[key], kind) for key in ("path", "testPath")]
    if "features" in experiment:
        parts = [(featured(experiment["features"], *x.T.astype(float)), y) for x, y in parts]
    parts = scaled(parts, data.get("scaling", "none"))
    if "shape" in data:
        parts = [(x.reshape(-1, *data["shape"]), y) for x, y in parts]
    return parts
