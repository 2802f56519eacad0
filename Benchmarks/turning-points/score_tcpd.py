#!/usr/bin/env python3
"""Scores `demarche turning-points` on the Turing Change Point Dataset and on simulated series.

F1 (margin 5) and cover as van den Burg and Williams (2020, arXiv:2003.06222) define them.

    Benchmarks/turning-points/score_tcpd.py --program .build/release/demarche \\
        --data ../shared/conformance/stats/changepoint

The folder must hold tcpd/<series>.json, tcpd/annotations.json, sim_<name>.csv and metrics.py.
Only the standard library is needed.
"""
import argparse
import importlib.util
import json
import pathlib
import subprocess

SIMULATED = {
    "mean_easy": [200, 450, 700], "mean_hard": [200, 450, 700],
    "mean_heavy_t3": [200, 450, 700], "var_shift": [200, 450, 700],
    "poisson_rate": [50, 90, 140], "ar1_mean": [200, 450, 700],
    "null_noise": [], "relation_weekly": [60, 130],
}


def turns(program, model, text):
    """Indices of the turning points, or nothing where the program refuses the series."""
    run = subprocess.run(
        [program, "turning-points", "-", "--model", model, "--format", "json"],
        input=text, capture_output=True, text=True)
    if run.returncode != 0:
        return None, run.stderr.strip()
    answer = json.loads(run.stdout)
    return [point["index"] for point in answer["turningPoints"]], answer["model"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=".build/release/demarche")
    parser.add_argument("--data", required=True, type=pathlib.Path)
    parser.add_argument("--models", default="auto,gaussian,t,normal,trend,poisson")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    spec = importlib.util.spec_from_file_location("metrics", options.data / "metrics.py")
    metrics = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(metrics)
    annotations = json.loads((options.data / "tcpd/annotations.json").read_text())
    series = {}
    for path in sorted((options.data / "tcpd").glob("*.json")):
        content = json.loads(path.read_text())
        if "series" in content and len(content["series"]) == 1 and path.stem in annotations:
            series[path.stem] = content["series"][0]["raw"]
    none = [metrics.f1(annotations[name], []) for name in series]
    bare = [metrics.cover(annotations[name], [], len(raw)) for name, raw in series.items()]
    print(f"{len(series)} univariate series; no change at all: "
          f"F1 {sum(none) / len(none):.3f} cover {sum(bare) / len(bare):.3f}")
    for model in options.models.split(","):
        f1, cover, refused = [], [], []
        for name, raw in series.items():
            text = "value\n" + "\n".join("" if v is None else repr(v) for v in raw) + "\n"
            found, note = turns(options.program, model, text)
            if found is None:
                refused.append(name)
                continue
            f1.append(metrics.f1(annotations[name], found))
            cover.append(metrics.cover(annotations[name], found, len(raw)))
            if options.verbose:
                print(f"  {name}: {note} {found} F1 {f1[-1]:.2f} cover {cover[-1]:.2f}")
        print(f"{model}: F1 {sum(f1) / len(f1):.3f} cover {sum(cover) / len(cover):.3f} on {len(f1)}"
              + (f"; refused: {', '.join(refused)}" if refused else ""))
    right = 0
    for name, truth in SIMULATED.items():
        found, note = turns(
            options.program, "auto", (options.data / f"sim_{name}.csv").read_text())
        good = len(found) == len(truth) and all(abs(a - b) <= 5 for a, b in zip(found, truth))
        right += good
        print(f"simulated {name}: {'right' if good else 'WRONG'} {found} for {truth} ({note})")
    print(f"{right} of {len(SIMULATED)} simulated series right")


if __name__ == "__main__":
    main()
