"""Solves every game of a folder with two programs and prints seconds, counts and ratios.

Two tasks a file: one equilibrium, by what suits the game best in either program; and all extreme
equilibria of two players (of more players the peer lists pure ones, ours tries all supports in
turn). Seconds are CPU seconds of the solving process: for demarche with the start of the program,
reading and certifying, for the peer solving alone.
"""
import glob
import json
import multiprocessing
import os
import resource
import subprocess
import sys
import time

# Imported before the first fork: it takes longer than most games.
import pygambit as gbt

program, folder, limit = sys.argv[1], sys.argv[2], float(sys.argv[3])


def mine(path, task):
    options = ["--solver", "enumerate", "--all"] if task == "all" else []
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(
        [program, "play", path, "--format", "json", "--timeout", str(limit), *options],
        capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if not run.stdout.strip():
        return None, seconds, run.stderr.strip().splitlines()[-1][:60]
    found = json.loads(run.stdout)
    mark = "" if task == "one" or found["complete"] else " (not all)"
    return len(found["equilibria"]), seconds, mark


def peer_task(path, task, queue):
    # The limit is on CPU seconds, so that a busy machine changes nothing.
    resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
    try:
        game = gbt.read_efg(path) if path.endswith(".efg") else gbt.read_nfg(path)
        two = len(game.players) == 2
        if task == "one":
            if two and game.is_const_sum:
                name, solve = "lp", lambda: gbt.nash.lp_solve(game, rational=False)
            elif two:
                name, solve = "lcp", lambda: gbt.nash.lcp_solve(game, rational=False)
            else:
                name, solve = "logit", lambda: gbt.nash.logit_solve(game)
        elif two:
            name, solve = "enummixed", lambda: gbt.nash.enummixed_solve(game, rational=True)
        else:
            name, solve = "enumpure", lambda: gbt.nash.enumpure_solve(game)
        queue.put(("start", name, None))
        start = time.process_time()
        result = solve()
        queue.put(("done", len(result.equilibria), time.process_time() - start))
    except Exception as error:
        queue.put(("failed", str(error).splitlines()[0][:60], None))


def peer(path, task):
    queue = multiprocessing.Queue()
    process = multiprocessing.Process(target=peer_task, args=(path, task, queue))
    process.start()
    process.join(20 * limit)
    if process.is_alive():
        process.terminate()
    process.join()
    name, count, seconds, remark = "", None, None, ""
    while not queue.empty():
        kind, value, spent = queue.get()
        if kind == "start":
            name = value
            if process.exitcode:
                remark = {-24: "over the limit", -9: "over the limit", -15: "over the limit"}.get(
                    process.exitcode, f"ended by signal {-process.exitcode}")
        elif kind == "done":
            count, seconds, remark = value, spent, ""
        else:
            remark = value
    if count is None and not remark:
        # The name of the solver is lost where the process was ended from outside.
        remark = ("over the limit" if process.exitcode in (-24, -15, -9)
                  else f"ended without an answer ({process.exitcode})")
    return name, count, seconds, remark


print(f"{'game':44} {'task':4} {'peer solver':11} {'peer n':>6} {'peer s':>8} {'our n':>6} "
      f"{'our s':>8} {'ratio':>7}  remarks")
files = sorted(glob.glob(os.path.join(folder, "**", "*.[en]fg"), recursive=True))
solved = {"mine": 0, "peer": 0}
for path in files:
    for task in ("one", "all"):
        name, theirs, their_seconds, remark = peer(path, task)
        ours, our_seconds, mark = mine(path, task)
        solved["mine"] += bool(ours)
        solved["peer"] += bool(theirs)
        ratio = f"{their_seconds / our_seconds:7.1f}" if their_seconds and our_seconds else " " * 7
        print(
            f"{os.path.relpath(path, folder)[:44]:44} {task:4} {name:11} "
            f"{'-' if theirs is None else theirs:>6} "
            f"{'-' if their_seconds is None else format(their_seconds, '8.4f'):>8} "
            f"{'-' if ours is None else ours:>6} {our_seconds:8.4f} {ratio}  {remark}{mark}",
            flush=True)
total = 2 * len(files)
print(f"{len(files)} files, {total} tasks: with an answer {solved['mine']} (demarche), "
      f"{solved['peer']} (pygambit)")
