"""Base rates of how documented ruptures ended, from endings.csv: RuptureEndings of the program.

One coder read each ending off dated key events: redress (amends, or what was asked for released or
withdrawn), accord (an agreement of both), restored (contact taken up with neither), none (no end by
2024-02). A third party's goal is the known end of none. Wilson intervals of 95 per cent.
"""
import csv, datetime, math, os, statistics

rows = list(csv.DictReader(open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "endings.csv"), encoding="utf-8")))


def wilson(k, n, z=1.959964):
    middle, half = (k + z * z / 2) / (n + z * z), z / (n + z * z) * math.sqrt(k * (n - k) / n + z * z / 4)
    return middle - half, middle + half


for ending in ("redress", "accord", "restored", "none", "third party's goal"):
    k = sum(r["ending"] == ending for r in rows)
    low, high = wilson(k, len(rows))
    print(f"{ending}: {k} of {len(rows)} [{max(0, low):.2f}, {high:.2f}]")
day = datetime.date.fromisoformat
lengths = sorted((day(r["thaw"]) - day(r["onset"])).days for r in rows if r["thaw"])
print(f"days from onset to thaw, {len(lengths)} that thawed: quartiles", [round(q) for q in statistics.quantiles(lengths, n=4)])
