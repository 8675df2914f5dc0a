#!/usr/bin/env python3
"""Measures what it costs that one process switches between all workloads of `crescent bench` in turn.

Every workload has a process of its own, and one more process has them all; they take turns, round by round, and whoever
does not measure is stopped. On a host with other guests the medians may show their work; the fastest rounds hardly do.
Needs Linux or macOS, and `mvn package` before.
Usage: switching.py [--workload NAME]... [--rounds N] [--program PATH]
"""
import argparse
import json
import pathlib
import sys
import tempfile

from compare import PROGRAM, WORKLOADS, Turns

NAMES = WORKLOADS + ["landscape"]


def start(program, names, rounds, out):
    """A process that has warmed up, and rests."""
    print("warming up: " + ", ".join(names), file=sys.stderr)
    process = Turns([program, "bench", "--paced", "--rounds", str(rounds), "--json", str(out)]
                    + [part for name in names for part in ("--workload", name)], {})
    process.read()
    process.rest()
    return process


def measured(out):
    return {(m["name"], m["threads"]): m for m in json.loads(out.read_text())["measurements"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--workload", action="append", choices=NAMES)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--program", default=str(PROGRAM), help="the crescent to measure")
    options = parser.parse_args()
    names = options.workload or NAMES
    groups = [names] + [[name] for name in names]
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder) / f"{i}.json" for i in range(len(groups))]
        processes = [start(options.program, group, options.rounds, out) for group, out in zip(groups, files)]
        for done in range(options.rounds):
            for process in processes:
                process.ask()
                if done < options.rounds - 1:
                    process.read()
                    process.rest()
                else:
                    process.end()
        together, *alone = [measured(out) for out in files]
    print("| workload | threads | alone | with all others | speed that is left | in the fastest rounds |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    for one in alone:
        for (name, threads), m in one.items():
            if name not in names:
                continue
            t = together[name, threads]
            timed = m["unit"] == "ms"
            left = m["value"] / t["value"] if timed else t["value"] / m["value"]
            best = m["low"] / t["low"] if timed else t["high"] / m["high"]
            digits = 2 if timed else 0
            print(f"| {name} | {threads} | {m['value']:,.{digits}f} {m['unit']} | {t['value']:,.{digits}f} {m['unit']}"
                  f" | {left:.0%} | {best:.0%} |")


if __name__ == "__main__":
    main()
