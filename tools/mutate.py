#!/usr/bin/env python3
"""Changes one place of the sources at a time and asks whether the tests of its room notice.

Usage: tools/mutate.py [--seed 1] [--count 40] [--room Games ...] [--timeout 300]

The file, the line and the change follow from the seed: a comparison or a sign is swapped, a constant
moved, or a guard dropped. A change that does not compile is not counted; one that makes the tests run
past the time counts as caught. The sources are put back after each change, also on an interrupt.
Prints one line a change and, last, how many were caught. Exit code 0 whatever the count.
"""

import argparse
import os
import pathlib
import random
import re
import subprocess
import sys

ROOMS = ["Diplomacy", "Estimation", "TimeSeries", "Games", "EventData", "Strategy", "Relations", "Conduct"]
SWAPS = [
    (r" < ", " <= "), (r" <= ", " < "), (r" > ", " >= "), (r" >= ", " > "), (r" == ", " != "),
    (r" \+ ", " - "), (r" - ", " + "), (r" \* ", " / "), (r" && ", " || "), (r" \|\| ", " && "),
    (r"\b0\b", "1"), (r"\b1\b", "2"), (r"\btrue\b", "false"), (r"\bfalse\b", "true"),
]


def places(text):
    """All single changes of a source: (line number, new line)."""
    found = []
    lines = text.split("\n")
    for number, line in enumerate(lines):
        code = line.split("//")[0]
        if not code.strip() or code.strip().startswith(("import", "case", "@", "public let", "let package")):
            continue
        for pattern, replacement in SWAPS:
            for match in re.finditer(pattern, code):
                if '"' in code:
                    continue
                found.append((number, line[: match.start()] + replacement + line[match.end():]))
        if re.match(r"^\s*guard .* else \{ return .* \}$", code):
            found.append((number, ""))
    return found


def run(room, timeout):
    """The outcome of the room's tests: caught, survived, or no build."""
    environment = dict(os.environ, DEMARCHE_ROOM=room)
    scratch = ["--scratch-path", ".build-mutation"]
    try:
        built = subprocess.run(
            ["swift", "build", "--build-tests", *scratch], env=environment, capture_output=True, timeout=900)
        if built.returncode != 0:
            return "no build"
        tested = subprocess.run(
            ["swift", "test", "--skip-build", *scratch], env=environment, capture_output=True, timeout=timeout)
        return "caught" if tested.returncode != 0 else "survived"
    except subprocess.TimeoutExpired:
        return "caught"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--room", action="append")
    parser.add_argument("--timeout", type=int, default=300)
    options = parser.parse_args()
    random.seed(options.seed)
    files = sorted(
        path for room in options.room or ROOMS for path in pathlib.Path("Sources", room).rglob("*.swift"))
    if not files:
        sys.exit("no sources: run from the root of the project")
    caught = counted = 0
    while counted < options.count:
        path = random.choice(files)
        original = path.read_text()
        options_here = places(original)
        if not options_here:
            continue
        number, line = random.choice(options_here)
        changed = original.split("\n")
        before = changed[number]
        changed[number] = line
        try:
            path.write_text("\n".join(changed))
            outcome = run(path.parts[1], options.timeout)
        finally:
            path.write_text(original)
        if outcome == "no build":
            continue
        counted += 1
        caught += outcome == "caught"
        print(f"{outcome}: {path}:{number + 1}: '{before.strip()}' -> '{line.strip()}'", flush=True)
    print(f"{caught} of {counted} changes caught")


if __name__ == "__main__":
    main()
