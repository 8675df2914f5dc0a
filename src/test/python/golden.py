"""Writes the golden trajectories: what PyTorch makes of small experiments, for GoldenTest to compare Crescent with.

    python3 src/test/python/golden.py

needs PyTorch and NumPy (tried with PyTorch 1.13.1 on a CPU) and replaces src/test/resources/dev/crescent/golden. There a
folder is a network's start, `start.npz`; in it `NAME.crescent` is an experiment and `NAME.csv` its history in PyTorch.

A case is only written if it can be compared. In double precision PyTorch must go the same way to a tenth of the test's
tolerance, or rounding would be amplified; no sample may be decided so narrowly that rounding could decide it otherwise; the
loss must move by a fifth at least, and must not come so near to 0 that it is all rounding.
"""

import copy
import io
import json
import pathlib
import shutil
import zipfile
import zlib

import numpy
import torch

import golden_data
import golden_torch
from golden_cases import GROUPS

OUT = pathlib.Path(__file__).parent.parent / "resources/dev/crescent/golden"
COLUMNS = ("epoch", "trainLoss", "testLoss", "trainAccuracy", "testAccuracy")
STEADY = 1e-5
NARROW = 1e-5
MOVES = 0.2
SMALLEST = 1e-2


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    (OUT / "data").mkdir(parents=True)
    golden_data.write_all(OUT / "data")
    for group in GROUPS:
        folder = OUT / group["name"]
        folder.mkdir()
        start = None
        for name, changes in group["cases"].items():
            experiment = changed(group["experiment"], changes)
            parts = golden_data.read(experiment, folder)
            if start is None:
                start = golden_torch.start_of(experiment["model"]["layers"], parts[0][0].shape[1:], seed(group["name"]))
                start = {key: group["start"](key, values) for key, values in start.items()}
                (folder / "start.npz").write_bytes(npz(start))
            (folder / f"{name}.crescent").write_text(text(f"{group['name']}/{name}", experiment))
            (folder / f"{name}.csv").write_text(csv(history(f"{group['name']}/{name}", experiment, start, parts)))
    sizes = [file.stat().st_size for file in OUT.rglob("*") if file.is_file()]
    print(f"{sum(len(group['cases']) for group in GROUPS)} cases, {len(sizes)} files, {sum(sizes) / 1000:.0f} kB")


def seed(name):
    """A new group leaves the starts of the others alone."""
    return zlib.crc32(name.encode())


def changed(experiment, changes):
    """With the values at paths such as `model.layers.0.activation` replaced."""
    experiment = copy.deepcopy(experiment)
    for path, value in changes.items():
        *keys, last = [int(key) if key.isdigit() else key for key in path.split(".")]
        place = experiment
        for key in keys:
            place = place[key]
        place[last] = value
    return experiment


def history(name, experiment, start, parts):
    """Refuses what cannot be compared."""
    rows = golden_torch.history(experiment, start, parts, torch.float32)
    numbers = numpy.array(rows, dtype=float)
    exact = numpy.array(golden_torch.history(experiment, start, parts, torch.float64), dtype=float)
    losses, margins = numbers[:, :2], numbers[:, 4]
    difference = numpy.nanmax(abs(losses / exact[:, :2] - 1))
    print(f"{name:32} loss {losses[0, 0]:.4f} to {losses[-1, 0]:.4f}, test {losses[0, 1]:.4f} to {losses[-1, 1]:.4f},"
          f" accuracy {numbers[-1, 2]:.2f} and {numbers[-1, 3]:.2f}, {difference:.0e} from double, margin {margins.min():.0e}")
    if difference > STEADY or margins.min() < NARROW:
        raise SystemExit(f"{name}: rounding decides where it goes; choose another learning rate")
    if numpy.nanmin(1 - losses.min(0) / losses.max(0)) < MOVES or numpy.nanmin(losses) < SMALLEST:
        raise SystemExit(f"{name}: its loss hardly moves, or nearly vanishes; choose another learning rate")
    return [row[:4] for row in rows]


def npz(arrays):
    """As numpy.savez, but the same arrays always give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, values in arrays.items():
            array = io.BytesIO()
            numpy.save(array, values)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), array.getvalue())
    return out.getvalue()


def csv(rows):
    """A value that does not exist is empty, as in the history that Crescent writes."""
    lines = [",".join([str(epoch)] + ["" if value is None else f"{value:.9g}" for value in row])
             for epoch, row in enumerate(rows)]
    return "\n".join([",".join(COLUMNS), *lines]) + "\n"


def text(title, experiment):
    """JSON with a layer a line."""
    layers = ",\n  ".join(json.dumps(layer) for layer in experiment["model"]["layers"])
    return (f'{{"format": "crescent-experiment", "version": 1, "title": {json.dumps(title)},\n'
            f' "data": {json.dumps(experiment["data"])},\n'
            + (f' "features": {json.dumps(experiment["features"])},\n' if "features" in experiment else "")
            + f' "model": {{"layers": [\n  {layers}]}},\n'
            f' "training": {json.dumps(experiment["training"])},\n'
            ' "device": "cpu"}\n')


if __name__ == "__main__":
    main()
