"""Prints the medians of three turns of both sides, and their ratios: compare.py FOLDER."""
import json
import statistics
import sys

mine, peer = ([json.load(open(f"{sys.argv[1]}/{side}.{turn}")) for turn in (1, 2, 3)] for side in ("mine", "peer"))


def median(side, key):
    return statistics.median(run[key] for run in side)


fit, whole, cpu = median(mine, "fit"), median(mine, "wall"), median(mine, "cpu")
other, other_cpu = median(peer, "wall"), median(peer, "cpu")
print("medians of three turns, seconds")
print(f"demarche   fit alone      {fit:8.3f} wall                log-likelihood {median(mine, 'logLikelihood'):.6f}")
print(f"demarche   whole command  {whole:8.3f} wall {cpu:8.3f} user  {median(mine, 'megabytes'):.0f} MB")
print(f"hawkes-rs  fit alone      {other:8.3f} wall {other_cpu:8.3f} user  log-likelihood {median(peer, 'logLikelihood'):.6f}")
print(f"fit against fit                          {other / fit:6.1f} times")
print(f"peer's fit against our whole command     {other / whole:6.1f} times by wall, {other_cpu / cpu:.1f} by user time")
