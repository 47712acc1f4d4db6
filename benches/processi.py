#!/usr/bin/env python3
"""Whole processes, timed in turn, as ratios: `check`, `build`, and typst alone for the same PDF.

    benches/processi.py [--rounds N] [--plans NAME:TIMES,…] [--piao PATH] [--solo PATH]

The plans are examples without images, and copies of them with so many times their objectives. Each round runs every command
once, so that what else the machine does weighs on all of them; the best of each is told, with its peak of memory.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
# What is repeated in a larger plan: the tables of this file from the first one of this name.
REPEATED = {"2.2-performance.toml": "obiettivi_performance"}


def solo():
    """The program that is typst alone, which cargo has built among the benchmarks."""
    command = ["cargo", "bench", "--bench", "solo_typst", "--no-run", "--message-format", "json"]
    lines = subprocess.run(command, cwd=HOME, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    made = [json.loads(line) for line in lines if line.startswith("{")]
    return next(own["executable"] for own in made if own.get("executable") and own["target"]["name"] == "solo_typst")


def enlarge(example, folder, times):
    """An example with so many times its objectives, each with a code of its own."""
    shutil.copytree(HOME / "examples" / example, folder, ignore=shutil.ignore_patterns("dist"))
    for name, table in REPEATED.items():
        file = folder / name
        if not file.exists():
            continue
        blocks = re.split(r"(?m)^(?=\[\[)", file.read_text())
        own = [block for block in blocks if re.match(rf"\[\[{table}[\].]", block)]
        copies = []
        for copy in range(1, times):
            copies += [re.sub(r'(?m)^id = "(.*)"', rf'id = "\1-{copy}"', block) for block in own]
        file.write_text("".join(blocks + copies))
    return folder


def run(command):
    """Seconds on the wall, of the processors, and megabytes at the peak."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}: {code}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(commands, rounds):
    """The least of each command's figures over some rounds, after one that is not counted."""
    figures = {name: [] for name in commands}
    for turn in range(rounds + 1):
        for name, command in commands.items():
            figures[name].append(run(command))
    return {name: tuple(map(min, zip(*own[1:]))) for name, own in figures.items()}


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--plans", default="provincia-di-esempio:1,provincia-di-esempio:4,provincia-di-esempio:16")
    asked.add_argument("--piao", default=HOME / "target" / "release" / "piao")
    asked.add_argument("--solo")
    asked = asked.parse_args()
    alone = asked.solo or solo()
    print("| plan | pages | `check` | typst alone | `build --solo pdf` | `build` | of typst alone | peak, of typst alone |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        for name in asked.plans.split(","):
            example, _, times = name.partition(":")
            plan = enlarge(example, work / name.replace(":", "-"), int(times or 1))
            out, view = work / "out", work / "view.json"
            with view.open("wb") as file:
                subprocess.run([asked.piao, "view", plan], stdout=file, check=True)
            build = [asked.piao, "build", "--con-rilievi", "--senza-elenco", "--out", out, plan]
            told = best({
                "check": [asked.piao, "check", plan],
                "alone": [alone, view, HOME / "layouts", work / "alone.pdf"],
                "pdf": [*build, "--solo", "pdf"],
                "build": build,
            }, asked.rounds)
            pages = len(re.findall(rb"/Type/Page\b", (work / "alone.pdf").read_bytes()))
            wall = {name: figures[0] for name, figures in told.items()}
            ratio, peak = wall["build"] / wall["alone"], told["build"][2] / told["alone"][2]
            print(
                f"| {example} {times or 1}× | {pages} | {wall['check'] * 1000:.1f} ms | {wall['alone']:.2f} s | {wall['pdf']:.2f} s "
                f"| {wall['build']:.2f} s | {ratio:.2f} | {told['build'][2]:.0f} MB, {peak:.2f} |"
            )


if __name__ == "__main__":
    main()
