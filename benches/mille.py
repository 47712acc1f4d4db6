#!/usr/bin/env python3
"""A thousand plans in one run: with one job, with as many as there are processors, and again with nothing to do.

    benches/mille.py [--plans N] [--piao PATH] [--examples NAME,…]

The plans are the examples that build officially, each copy with a name and a code of its own, so that no two are alike.
Told: wall and processor time, speed-up, and the peak of memory of the whole tree of processes (what they hold for
themselves and their share of what they hold together), against that of the largest plan built alone.
"""

import argparse
import os
import re
import shutil
import subprocess
import tempfile
import threading
import time
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
# How often memory is looked at, in seconds.
PAUSE = 0.1


def vary(example, folder, number):
    """A copy of an example that is another administration."""
    shutil.copytree(HOME / "examples" / example, folder, ignore=shutil.ignore_patterns("dist"))
    for file in folder.glob("*.toml"):
        text = file.read_text()
        named = re.sub(r'(?m)^denominazione = "((?:Comune|Provincia|Universit|Camera|Agenzia).*)"$',
                       rf'denominazione = "\1 {number}"', text, count=1)
        coded = re.sub(r'(?m)^codice_ipa = "(.*)"$', rf'codice_ipa = "\g<1>_{number}"', named, count=1)
        if coded != text:
            file.write_text(coded)


def tree(root):
    """A process and all that descend from it."""
    found, todo = [], [root]
    while todo:
        pid = todo.pop()
        found.append(pid)
        try:
            for task in os.listdir(f"/proc/{pid}/task"):
                todo += map(int, Path(f"/proc/{pid}/task/{task}/children").read_text().split())
        except OSError:
            pass
    return found


def held(pid):
    """Megabytes that a process holds, its share of what others hold too."""
    try:
        return int(re.search(r"(?m)^Pss:\s+(\d+)", Path(f"/proc/{pid}/smaps_rollup").read_text())[1]) / 1024
    except (OSError, TypeError):
        return 0.0


def run(command):
    """Seconds on the wall, of the processors, and megabytes of the whole tree at the peak."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    peak, over = [0.0], threading.Event()

    def look():
        while not over.wait(PAUSE):
            peak[0] = max(peak[0], sum(map(held, tree(child.pid))))

    looker = threading.Thread(target=look)
    looker.start()
    said = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    over.set()
    looker.join()
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"{' '.join(map(str, command))}:\n{said[-2000:]}")
    return wall, usage.ru_utime + usage.ru_stime, peak[0]


def main():
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--plans", type=int, default=1000)
    asked.add_argument("--piao", default=HOME / "target" / "release" / "piao")
    asked.add_argument("--examples", default=",".join(["comune-piccolo"] * 9 + ["camera-di-commercio"]))
    asked = asked.parse_args()
    examples, jobs = asked.examples.split(","), os.cpu_count()
    with tempfile.TemporaryDirectory() as work:
        work = Path(work)
        plans = [work / f"plan-{number:05}" for number in range(asked.plans)]
        for number, folder in enumerate(plans):
            vary(examples[number % len(examples)], folder, number)
        listed = work / "plans.txt"
        listed.write_text("\n".join(map(str, plans)))
        alone = max(run([asked.piao, "build", "--force", plans[examples.index(name)]])[2] for name in set(examples))
        print(f"{len(plans)} plans, {jobs} processors; the largest alone holds {alone:.0f} MB")
        print("| run | wall | CPU | of one job | peak, of the largest alone × jobs |")
        print("|---|---|---|---|---|")
        first = None
        for name, options, many in [("one job", ["--jobs", "1", "--force"], 1),
                                    (f"{jobs} jobs", ["--jobs", str(jobs), "--force"], jobs),
                                    ("again", ["--jobs", str(jobs)], jobs)]:
            wall, cpu, peak = run([asked.piao, "build", *options, "--plans", listed])
            first = first or wall
            print(f"| {name} | {wall:.1f} s | {cpu:.1f} s | {wall / first:.4f} | {peak:.0f} MB, {peak / alone / many:.2f} |")


if __name__ == "__main__":
    main()
