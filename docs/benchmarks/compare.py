#!/usr/bin/env python3
"""Compares Crescent's CPU engine with PyTorch on the workloads of `crescent bench`, in one run.

Both stay in a process of their own and take turns, round by round; whoever does not measure is stopped, since PyTorch's
threads go on spinning between rounds. Needs Linux or macOS, `mvn package` before, and a Python with PyTorch. On Debian set
LD_LIBRARY_PATH=/usr/lib/x86_64-linux-gnu/openblas-openmp: with OpenBLAS' own threads PyTorch is several times slower.
Usage: compare.py [--threads N]... [--workload NAME]... [--rounds N] [--program PATH]
"""
import argparse
import atexit
import json
import os
import pathlib
import platform
import signal
import statistics
import subprocess
import sys
import tempfile
import time

PROGRAM = pathlib.Path(__file__).resolve().parents[2] / "target/crescent/bin/crescent"
WORKLOADS = ["playground", "playground-deep", "field", "mnist-softmax", "mnist-old", "mnist-modern", "mnist-conv",
             "mnist-conv-small"]
SMALL = {"playground", "playground-deep"}  # one thread always: two are slower in PyTorch, too
# PyTorch's convolutions are faster on images whose channels lie side by side; this row shows them as they are by default.
PLAIN = " (default layout)"
SECONDS = 0.25  # of a workload in a round, as in `crescent bench`
IMAGES = 10_240
SIDE = 256


# ---------------------------------------------------------------------------------------------------- PyTorch's side

def worker(names, threads):
    """Says "ready", then measures a round of all workloads for every line that comes in."""
    import torch
    torch.set_num_threads(threads)
    torch.set_num_interop_threads(1)
    torch.manual_seed(1)
    measured = [workload(name) for name in names]
    for one in measured * 2:
        rate(one)
    print(json.dumps({"torch": torch.__version__, "blas": blas()}), flush=True)
    for _ in sys.stdin:
        print(json.dumps([rate(one) for one in measured]), flush=True)


def blas():
    """The library that multiplies matrices, where that can be found out."""
    try:
        maps = pathlib.Path("/proc/self/maps").read_text().split()
    except OSError:
        return "unknown BLAS"
    return ", ".join(sorted({str(pathlib.Path(part).resolve()) for part in maps if "blas" in part})) or "its own BLAS"


def rate(one):
    """Units a second."""
    begin, work = one
    begin()
    units = 0
    start = time.perf_counter()
    while True:
        units += work()
        elapsed = time.perf_counter() - start
        if elapsed >= SECONDS:
            return units / elapsed


def workload(row):
    import torch
    from torch import nn
    name = row.removesuffix(PLAIN)
    if name == "field":
        return field(network(name))
    model = network(name)
    if name in SMALL:
        # As in TensorFlow Playground's circle: 250 points, -1 outside and +1 inside.
        radius = torch.cat([torch.rand(125) * 2.5, 3.5 + torch.rand(125) * 1.5])
        angle = torch.rand(250) * 2 * torch.pi
        inputs = torch.stack([radius * angle.sin(), radius * angle.cos()], dim=1)
        targets = torch.cat([torch.ones(125, 1), -torch.ones(125, 1)])
        # Half the squared error at the rate 0.03, with one operation less.
        return training(model, inputs, targets, nn.MSELoss(), torch.optim.SGD(model.parameters(), lr=0.015), 10)
    inputs = torch.relu(torch.rand(IMAGES, 1, 28, 28) - 0.8) / 0.2
    targets = torch.arange(IMAGES) % 10
    if "conv" not in name:
        inputs = inputs.flatten(1)
    elif row == name:
        inputs = inputs.to(memory_format=torch.channels_last)
        model = model.to(memory_format=torch.channels_last)
    optimizer = (torch.optim.SGD(model.parameters(), lr=0.05) if name in ("mnist-softmax", "mnist-old")
                 else torch.optim.RMSprop(model.parameters(), lr=0.001, alpha=0.9))
    return training(model, inputs, targets, nn.CrossEntropyLoss(), optimizer, 128)


def training(model, inputs, targets, criterion, optimizer, batch):
    import torch
    model.train()
    start = [parameter.detach().clone() for parameter in model.parameters()]
    place = {"order": torch.randperm(len(inputs)), "from": 0}

    def begin():
        with torch.no_grad():
            for parameter, value in zip(model.parameters(), start):
                parameter.copy_(value)
        optimizer.state.clear()

    def step():
        if place["from"] >= len(inputs):
            place["order"], place["from"] = torch.randperm(len(inputs)), 0
        chosen = place["order"][place["from"]:place["from"] + batch]
        place["from"] += batch
        optimizer.zero_grad(set_to_none=True)
        criterion(model(inputs.index_select(0, chosen)), targets.index_select(0, chosen)).backward()
        optimizer.step()
        return len(chosen)

    return begin, step


def field(layers):
    """Every unit's output over the grid."""
    import torch
    axis = torch.linspace(-6, 6, SIDE)
    points = torch.stack([axis.repeat(SIDE), axis.flip(0).repeat_interleave(SIDE)], dim=1)

    def work():
        with torch.inference_mode():
            x = points
            outputs = []
            for layer in layers:
                x = layer(x)
                outputs.append(x)
        return 1

    return (lambda: None), work


def network(name):
    from torch import nn

    def plain(layers):
        """No biases, and weights from a normal distribution: Theano-Tutorials'."""
        model = nn.Sequential(*layers)
        for parameter in model.parameters():
            nn.init.normal_(parameter, std=0.01)
        return model

    def dense(*widths):
        return nn.Linear(*widths, bias=False)

    def tanh(*widths):
        return nn.Sequential(*[nn.Sequential(nn.Linear(a, b), nn.Tanh()) for a, b in zip(widths, widths[1:])])

    def convolution(channels, filters, kernel, padding=0):
        return [nn.Conv2d(channels, filters, kernel, padding=padding, bias=False), nn.ReLU(),
                nn.MaxPool2d(2, ceil_mode=True)]

    if name == "playground":
        return tanh(2, 4, 2, 1)
    if name in ("playground-deep", "field"):
        return tanh(2, 8, 8, 8, 8, 8, 8, 1)
    if name == "mnist-softmax":
        return plain([dense(784, 10)])
    if name == "mnist-old":
        return plain([dense(784, 625), nn.Sigmoid(), dense(625, 10)])
    if name == "mnist-modern":
        return plain([nn.Dropout(0.2), dense(784, 625), nn.ReLU(), nn.Dropout(0.5), dense(625, 625), nn.ReLU(),
                      nn.Dropout(0.5), dense(625, 10)])
    if name == "mnist-conv":
        return plain([*convolution(1, 32, 3, padding=2), nn.Dropout(0.2), *convolution(32, 64, 3), nn.Dropout(0.2),
                      *convolution(64, 128, 3), nn.Dropout(0.2), nn.Flatten(), dense(1152, 625), nn.ReLU(),
                      nn.Dropout(0.5), dense(625, 10)])
    if name == "mnist-conv-small":
        return plain([*convolution(1, 8, 5), *convolution(8, 16, 5), nn.Flatten(), dense(256, 10)])
    raise ValueError(name)


# ------------------------------------------------------------------------------------------------------ taking turns

class Turns:
    """A child process that runs only while it is asked something."""

    def __init__(self, command, environment):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env={**os.environ, **environment})
        atexit.register(self.process.kill)

    def read(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit("a child process ended early")
        return line

    def rest(self):
        self.process.send_signal(signal.SIGSTOP)

    def ask(self):
        self.process.send_signal(signal.SIGCONT)
        self.process.stdin.write("\n")
        self.process.stdin.flush()

    def end(self):
        self.process.send_signal(signal.SIGCONT)
        self.process.stdin.close()
        rest = self.process.stdout.read()
        self.process.wait()
        return rest


def compare(program, names, threads, rounds):
    """Rows of (name, threads, ours, theirs, shareOfPeak), and what the two say of themselves."""
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "bench.json"
        ours = Turns([program, "bench", "--paced", "--rounds", str(rounds), "--threads", str(threads), "--json", str(out)]
                     + [part for name in names for part in ("--workload", name)], {})
        ours.read()  # ready: it has warmed up
        ours.rest()
        variants = [name + suffix for name in names for suffix in (["", PLAIN] if "conv" in name else [""])]
        theirs = Turns([sys.executable, __file__, "--worker", "--threads", str(threads)]
                       + [part for name in variants for part in ("--workload", name)],
                       {"OMP_NUM_THREADS": str(threads), "OMP_WAIT_POLICY": "active"})
        about = json.loads(theirs.read())
        rates = []
        for done in range(rounds):
            theirs.ask()
            rates.append(json.loads(theirs.read()))
            theirs.rest()
            ours.ask()
            if done < rounds - 1:
                ours.read()
                ours.rest()
        ours.end()
        theirs.end()
        report = json.loads(out.read_text())
    measured = {m["name"]: m for m in report["measurements"]}
    rows = []
    for i, name in enumerate(variants):
        torch = statistics.median(rate[i] for rate in rates)
        mine = measured[name.removesuffix(PLAIN)]
        rows.append((name, mine["threads"], mine["unit"], mine["value"],
                     1000 / torch if mine["unit"] == "ms" else torch, mine["shareOfPeak"]))
    return rows, report, about


def table(rows):
    print("| workload | threads | Crescent | PyTorch | times as fast | of the peak |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for name, threads, unit, ours, theirs, share in rows:
        ratio = theirs / ours if unit == "ms" else ours / theirs
        digits = 2 if unit == "ms" else 0
        print(f"| {name} | {threads} | {ours:,.{digits}f} {unit} | {theirs:,.{digits}f} {unit} | {ratio:,.2f} | {share:.1%} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--threads", type=int, action="append", help="1 and all processors unless given")
    parser.add_argument("--workload", action="append", help="one of " + ", ".join(WORKLOADS))
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--program", default=str(PROGRAM), help="the crescent to measure")
    parser.add_argument("--worker", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    names = options.workload or WORKLOADS
    if options.worker:
        worker(names, options.threads[0])
        return
    if not set(names) <= set(WORKLOADS):
        parser.error("--workload must be one of " + ", ".join(WORKLOADS))
    rows = []
    for threads in options.threads or sorted({1, min(8, os.cpu_count())}):
        chosen = [name for name in names if threads == 1 or name not in SMALL]
        if not chosen:
            continue
        more, report, about = compare(options.program, chosen, threads, options.rounds)
        rows += more
    print(f"Java {report['java']}, PyTorch {about['torch']} with {about['blas']}, Python {platform.python_version()},"
          f" {platform.platform()}, {options.rounds} rounds in turns, medians.")
    print()
    table(sorted(rows, key=lambda row: (names.index(row[0].removesuffix(PLAIN)), row[0], row[1])))


if __name__ == "__main__":
    main()
