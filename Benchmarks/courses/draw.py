#!/usr/bin/env python3
"""Draws the ten textbook courses of docs/methods/course.md and prints their sentences.

The records are those of Tests/RelationsTests/Course/TextbookCourses.swift, invented to the last row: acts of
AAA toward BBB over 360 days of 2025. usage: Benchmarks/courses/draw.py PROGRAM
"""
import datetime
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FRIENDLY, HOSTILE = ["057", "042", "070"], ["172", "112", "163"]


def every(step, first, last, codes):
    return [(day, codes[place % len(codes)]) for place, day in enumerate(range(first, last + 1, step))]


COURSES = {
    "freeze": every(10, 1, 100, FRIENDLY) + [(110, "112"), (112, "161"), (115, "163"), (120, "160"), (125, "161")],
    "thaw": every(10, 1, 150, HOSTILE) + [(200, "041"), (215, "040"), (230, "085")] + every(12, 240, 350, FRIENDLY),
    "single-shock": every(10, 1, 180, FRIENDLY) + [(183, "163")] + every(10, 190, 350, FRIENDLY),
    "slow-decline": every(9, 1, 80, ["057", "070"]) + every(9, 90, 160, ["050", "040", "031"])
    + every(9, 170, 240, ["110", "111", "020"]) + every(9, 250, 350, ["172", "163"]),
    "ritual-meetings": every(8, 1, 350, ["163", "040", "172", "040"]),
    "thinning-record": every(5, 1, 150, FRIENDLY) + every(60, 170, 350, ["070"]),
    "thickening-record": every(60, 1, 180, ["070"]) + every(5, 190, 350, FRIENDLY),
    "two-sided-escalation": every(12, 1, 120, FRIENDLY) + every(6, 130, 240, ["112", "160"])
    + every(3, 250, 350, ["163", "172", "190"]),
    "one-sided-courtship": every(9, 1, 350, ["057", "070", "042"]),
    "nothing": [],
}
ANSWERS = {
    "two-sided-escalation": [(day + 1, code) for day, code in COURSES["two-sided-escalation"]],
    "one-sided-courtship": [(20, "010"), (180, "010"), (300, "010")],
    # A record needs a row to be read: an appeal of BBB, which says nothing of AAA.
    "nothing": [(1, "020")],
}


def main():
    program = os.path.abspath(sys.argv[1])
    out = os.path.join(ROOT, "docs", "images", "courses")
    os.makedirs(out, exist_ok=True)
    for name, acts in COURSES.items():
        with tempfile.TemporaryDirectory() as base:
            folder = os.path.join(base, name)
            os.makedirs(folder)
            with open(os.path.join(folder, "case.yaml"), "w") as file:
                file.write(f"id: {name}\ntitle: {name}\nclaim: none\nfocal: AAA\ncounterpart: BBB\n"
                           "window: 2025-01-01/2025-12-26\n"
                           "actors: [ { id: AAA, name: A }, { id: BBB, name: B } ]\n")
            with open(os.path.join(folder, "events.csv"), "w") as file:
                file.write("id,date,source,target,code,summary,publisher,url\n")
                rows = [(day, "AAA", "BBB", code) for day, code in acts]
                rows += [(day, "BBB", "AAA", code) for day, code in ANSWERS.get(name, [])]
                for place, (day, one, other, code) in enumerate(sorted(rows)):
                    date = datetime.date(2025, 1, 1) + datetime.timedelta(days=day - 1)
                    file.write(f"R{place},{date},{one},{other},{code},An invented act.,made,https://example.org\n")
            drawn = subprocess.run([program, "relation", folder, "AAA", "BBB", "--format", "svg"],
                                   capture_output=True, check=False)
            if drawn.returncode:
                print(name, drawn.stderr.decode())
                continue
            with open(os.path.join(out, name + ".svg"), "wb") as file:
                file.write(drawn.stdout)
            said = subprocess.run([program, "relation", folder, "AAA", "BBB"], capture_output=True, text=True)
            print(name)
            print("\n".join("  " + line for line in said.stdout.splitlines()[1:3]))


main()
