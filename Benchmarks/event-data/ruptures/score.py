"""Scores the offsets printed by the ruptures program beside the naive ones kept with the episodes.

usage: score.py EPISODES.json < output of the ruptures program

The hits are counted again here from the offsets, so that the program's own counts can be checked.
Prints counts with 95 % Wilson intervals (Wilson 1927), both halves of the episodes, every episode
left out once, and the exact sign test of the series on which the two methods differ.
"""
import json
import math
import sys
from datetime import date


def wilson(hits, tries, z=1.959964):
    if not tries:
        return "no tries"
    share = hits / tries
    centre = share + z * z / (2 * tries)
    spread = z * math.sqrt(share * (1 - share) / tries + z * z / (4 * tries * tries))
    scale = 1 + z * z / tries
    return f"{hits} of {tries} ({(centre - spread) / scale:.2f}..{(centre + spread) / scale:.2f})"


def hit(offset, shifts, low, high):
    """Whether an offset from the first documented onset is near any of the onsets counted."""
    return offset is not None and any(low <= offset - shift <= high for shift in shifts)


def sign_test(better, worse):
    n = better + worse
    tail = sum(math.comb(n, k) for k in range(max(better, worse), n + 1)) / 2**n
    return min(1.0, 2 * tail)


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        episodes = json.load(file)
    found = {}
    for line in sys.stdin:
        words = line.split()
        if len(words) == 4 and words[1] in ("icews0515", "icews14", "icews18", "gdelt_daily"):
            found[words[0], words[1]] = (int(words[2]), int(words[3]))
        elif len(words) == 3 and words[2] == "none":
            found[words[0], words[1]] = (None, None)
    for every in (False, True):
        rows = []
        for number, episode in enumerate(episodes):
            days = [date.fromisoformat(day) for day in episode["onset"]]
            shifts = [(day - days[0]).days for day in days] if every else [0]
            for name, series in episode["series"].items():
                if (episode["id"], name) not in found:
                    sys.exit(f"{episode['id']} {name}: not in the program's output")
                onset, low = found[episode["id"], name]
                change = (series.get("weekly_changepoint_onset") or {}).get("offset_days")
                worst = (series.get("worst_week_near_onset") or {}).get("offset_days")
                rows.append((
                    number, hit(onset, shifts, -14, 14), hit(low, shifts, -7, 21),
                    hit(change, shifts, -14, 14), hit(worst, shifts, -7, 21)))
        print("any documented onset counts" if every else "only the first documented onset counts")
        for label, ours, naive in (("onset within 14 days", 1, 3), ("low week -7..+21 days", 2, 4)):
            def count(column, keep=lambda number: True):
                kept = [row[column] for row in rows if keep(row[0])]
                return wilson(sum(kept), len(kept))
            print(f"  {label}: naive {count(naive)}, normalised contrast {count(ours)}")
            for half, rest in (("odd", 0), ("even", 1)):
                in_half = lambda number: number % 2 == rest
                print(f"    {half} episodes: naive {count(naive, in_half)}, "
                      f"normalised contrast {count(ours, in_half)}")
            margins = [
                sum(row[ours] - row[naive] for row in rows if row[0] != left)
                for left in range(len(episodes))]
            print(f"    each episode left out once: ahead by {min(margins)} to {max(margins)} series")
            better = sum(row[ours] > row[naive] for row in rows)
            worse = sum(row[ours] < row[naive] for row in rows)
            print(f"    better in {better}, worse in {worse}: "
                  f"sign test p = {sign_test(better, worse):.3f}")
    first = {}
    for episode in episodes:
        for name, series in episode["series"].items():
            act = series.get("first_hostile_act")
            if act and episode["initiator"] in (episode["a"], episode["b"]):
                first[episode["id"], name] = act[1] == episode["initiator"]
    print(f"initiator by the first hostile act (naive): {wilson(sum(first.values()), len(first))}")


if __name__ == "__main__":
    main()
