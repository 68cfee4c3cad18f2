#!/usr/bin/env python3
"""Runs a command and says what it cost, the processes that it starts included.

    measure.py [--per N] NAME -- COMMAND...

Prints one row of a Markdown table: name, wall seconds, CPU seconds (user and system), peak memory in MB and
exit status. With --per N the times are divided by N (a video's length in units of 15 s, say).

Memory is the largest sum over the process tree of proportional set sizes (a page that two processes share counts
half in each), read from /proc every 20 ms; it misses peaks that are shorter.
"""

import os
import resource
import subprocess
import sys
import threading
import time


def children(pid):
    """The process and all that it started, as process numbers."""
    found = [pid]
    for parent in found:
        try:
            for task in os.listdir(f"/proc/{parent}/task"):
                with open(f"/proc/{parent}/task/{task}/children") as names:
                    found += [int(name) for name in names.read().split()]
        except OSError:
            pass
    return found


def memory(pid):
    """Proportional set size of one process in kB, 0 when it is gone."""
    try:
        with open(f"/proc/{pid}/smaps_rollup") as lines:
            return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    except OSError:
        return 0


def watch(pid, peak, stop):
    while not stop.wait(0.02):
        peak[0] = max(peak[0], sum(memory(one) for one in children(pid)))


def main():
    arguments = sys.argv[1:]
    split = arguments.index("--") if "--" in arguments else 0
    words, command = arguments[:split], arguments[split + 1 :]
    per = 1.0
    if words and words[0] == "--per":
        per, words = float(words[1]), words[2:]
    if len(words) != 1 or not command:
        sys.exit(__doc__)
    peak, stop = [0], threading.Event()
    start = time.perf_counter()
    with open(os.environ.get("BENCH_LOG", os.devnull), "ab") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        watcher = threading.Thread(target=watch, args=(process.pid, peak, stop))
        watcher.start()
        status = process.wait()
        stop.set()
        watcher.join()
    wall = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime
    told = "" if status == 0 else f" exit {status}"
    print(f"| {words[0]} | {wall / per:.2f} s | {cpu / per:.2f} s | {peak[0] / 1024:.0f} MB |{told}", flush=True)


if __name__ == "__main__":
    main()
