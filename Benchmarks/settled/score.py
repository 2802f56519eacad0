"""Scores `demarche explain` on settled cases, beside its prior and three naive readers.

Nothing is fitted here. The table of kinds, the table of demands and all priors stand in the
program; the naive readers below are rules written down once. Standard library only.
"""
import csv, datetime, json, math, os, random, subprocess, sys, tempfile, shutil

program, root, output = sys.argv[1:4]
truth = list(csv.DictReader(open(os.path.join(root, "truth.csv"), encoding="utf-8")))


def explain(folder, *options):
    run = subprocess.run([program, "explain", folder, "--no-trust", "--format", "jsonl", *options],
                         capture_output=True, text=True, timeout=300)
    if run.returncode != 0:
        sys.exit(f"{folder}: {run.stderr.strip()}")
    return json.loads(run.stdout.splitlines()[-1])


def explanations(folder):
    """Ids, kinds and priors of a case, read from its `explanations` by the program's own ids."""
    found, inside = [], False
    for line in open(os.path.join(folder, "case.yaml"), encoding="utf-8"):
        if not line.startswith((" ", "#")) and line.strip():
            inside = line.startswith("explanations:")
        if inside and line.strip().startswith("- {") and "kind:" in line:
            def field(key, default):
                if key + ":" not in line: return default
                return line.split(key + ":", 1)[1].split(",")[0].strip(" }\n\"'")
            found.append([field("id", ""), field("kind", ""), float(field("prior", "1"))])
    return found


def softmax(logs):
    top = max(logs.values())
    weights = {k: math.exp(v - top) for k, v in logs.items()}
    total = sum(weights.values())
    return {k: v / total for k, v in weights.items()}


KINDS = [("113", "protest"), ("114", "protest"), ("115", "protest"), ("162", "sanction"), ("163", "sanction"),
         ("173", "detain"), ("174", "reduce"), ("10", "demand"), ("11", "accuse"), ("12", "reject"), ("13", "threaten"),
         ("15", "threaten"), ("14", "protest"), ("16", "reduce"), ("17", "sanction"), ("18", "force"), ("19", "force"),
         ("20", "force")]


def kind(code):
    return next((k for start, k in KINDS if code.startswith(start)), None)


def day(text):
    text = text.split("/")[0]
    parts = [int(x) for x in text.split("-")] + [1, 1]
    return datetime.date(parts[0], parts[1], parts[2]).toordinal()


def rows(folder):
    meta = {}
    for line in open(os.path.join(folder, "case.yaml"), encoding="utf-8"):
        for key in ("focal", "counterpart", "window"):
            if line.startswith(key + ":"): meta[key] = line.split(":", 1)[1].split("#")[0].strip()
    low, high = day(meta["window"].split("/")[0]), day(meta["window"].split("/")[1])
    found = []
    for row in csv.DictReader(open(os.path.join(folder, "events.csv"), encoding="utf-8-sig")):
        if row.get("status") in ("unverified", "alleged", "denied") or row.get("same_as"): continue
        at = day(row["date"])
        if not low <= at <= high: continue
        own = meta["focal"] in row["source"].split(";") and meta["counterpart"] in row["target"].split(";")
        other = meta["counterpart"] in row["source"].split(";") and meta["focal"] in row["target"].split(";")
        if own or other: found.append((at, own, kind(row["code"]), row))
    return found


def lean(names, chosen, share=0.5):
    """A reader that gives one story a share and the rest their priors."""
    rest = sum(p for _, k, p in names if k != chosen)
    return {i: share if k == chosen else (1 - share) * p / rest for i, k, p in names}


def most_frequent(folder, names):
    """The story for which the most frequent kind of hostile act speaks in a textbook."""
    counts = {}
    for _, own, k, _ in rows(folder):
        if own and k: counts[k] = counts.get(k, 0) + 1
    speaks = {"accuse": "rally", "protest": "grievance", "reject": "insulation", "demand": "bargaining", "threaten": "bargaining",
              "reduce": "drift", "sanction": "bargaining", "detain": "bargaining", "force": "reciprocity"}
    return lean(names, speaks[max(sorted(counts), key=counts.get)] if counts else "none")


def lag_counts(folder, names):
    """Reciprocity where most hostile acts follow one of the other side within a week, else grievance."""
    found = rows(folder)
    own = [at for at, mine, k, _ in found if mine and k]
    other = [at for at, mine, k, _ in found if not mine and k]
    near = sum(any(0 <= at - o <= 7 for o in other) for at in own)
    return lean(names, "reciprocity" if own and near / len(own) > 0.5 else "grievance")


def checklist(folder, names):
    """A language-free checklist: one point a mark, a softmax of points."""
    found = rows(folder)
    own = [k for _, mine, k, _ in found if mine and k]
    share = lambda *ks: sum(k in ks for k in own) / max(1, len(own))
    other = sum(1 for _, mine, k, _ in found if not mine and k)
    points = {"bargaining": (share("demand", "threaten") > 0.3) + (share("sanction", "detain") > 0.2),
              "grievance": (share("protest") > 0.1) + any(not mine and row["code"].startswith("055") for _, mine, _, row in found),
              "reciprocity": (abs(len(own) - other) <= 0.2 * max(1, len(own))) + (share("force", "sanction", "reduce") > 0.4),
              "rally": (share("accuse") > 0.4) + (share("reduce", "sanction", "force") < 0.15),
              "insulation": (share("reject") > 0.25) + (share("demand", "threaten") < 0.05),
              "drift": (share("reduce") > 0.3) + (share("demand", "threaten") < 0.1)}
    return softmax({i: math.log(p) + points.get(k, 0) for i, k, p in names})


def score(probability, prior):
    return math.log(max(probability, 1e-6) / prior)


def recoded(folder, coder, where):
    """A copy of a case with another coder's codes."""
    copy = os.path.join(where, os.path.basename(folder))
    shutil.copytree(folder, copy)
    codes = {r["id"]: r["code"] for r in csv.DictReader(open(os.path.join(folder, "coders", coder + ".csv"), encoding="utf-8"))}
    path = os.path.join(copy, "events.csv")
    table = list(csv.reader(open(path, encoding="utf-8-sig")))
    at, code = table[0].index("id"), table[0].index("code")
    for row in table[1:]:
        if codes.get(row[at]): row[code] = codes[row[at]]
    with open(path, "w", newline="", encoding="utf-8") as file: csv.writer(file, lineterminator="\n").writerows(table)
    return copy


READERS = ["the method", "times alone", "times and kinds", "kinds alone", "kinds and demands alone", "times and kinds, blind codes",
           "most frequent kind", "lag counts", "checklist"]
results, table = {r: [] for r in READERS}, []
with tempfile.TemporaryDirectory() as where:
    for line in truth:
        folder = os.path.join(root, line["case"])
        names = explanations(folder)
        target = next(i for i, k, _ in names if k == line["settled"])
        answer = explain(folder)
        # The program adds the constant rate where a case does not list it, at the mean prior.
        names += [[i, "constant", sum(p for _, _, p in names) / len(names)] for i in answer["kinds"]
                  if i not in {n for n, _, _ in names}]
        total = sum(p for _, _, p in names)
        prior = {i: p / total for i, _, p in names}
        times, kinds, demands = answer["logEvidence"], answer["kinds"], answer["demands"]
        power = answer.get("power", answer.get("temper", 1))
        read = lambda a, b, c: softmax({i: math.log(prior[i]) + a * times[i] + b * kinds[i] + c * demands[i] for i in prior})
        answers = {"the method": answer["fromActs"], "times alone": read(power, 0, 0), "times and kinds": read(power, 1, 0),
                   "kinds alone": read(0, 1, 0), "kinds and demands alone": read(0, 1, 1),
                   "most frequent kind": most_frequent(folder, names), "lag counts": lag_counts(folder, names),
                   "checklist": checklist(folder, names)}
        if os.path.exists(os.path.join(folder, "coders", "blind.csv")):
            blind = explain(recoded(folder, "blind", where))
            answers["times and kinds, blind codes"] = softmax(
                {i: math.log(prior[i]) + power * blind["logEvidence"][i] + blind["kinds"][i] for i in prior})
        for reader, found in answers.items():
            first = max(found, key=found.get)
            results[reader].append((score(found[target], prior[target]), first == target, found[first] >= 0.7 and first != target))
        found = answers["the method"]
        ranked = sorted(found, key=found.get, reverse=True)
        table.append((line["case"], line["settled"], line["consensus"], found[target], score(found[target], prior[target]),
                      ranked, found, {a: v[target] - sum(prior[i] * v[i] for i in prior)
                                      for a, v in (("times", times), ("kinds", kinds), ("demands", demands))}))


def interval(values):
    """A bootstrap interval of 95 per cent of the mean over cases."""
    source = random.Random(1)
    means = sorted(sum(source.choice(values) for _ in values) / len(values) for _ in range(4000))
    return means[100], means[3899]


lines = ["# Skill on settled cases", "",
         "What the method says on real episodes whose motive is fairly settled. `Benchmarks/settled/remake` remakes this page "
         "from `cases/settled`; the consensus, its sources, the rivals and the confounds stand in each case's `notes.md`, and the "
         "dates of every story were chosen before any run.", "",
         "**Read this first.** The table of kinds was written from theory before any of these cases was opened, and so were the priors; "
         "nothing here is fitted to them. But the choice to read kinds at all was made after a trial on thirteen cases, these six among "
         "them, so the figures are in view and no proof. Cases held back scored lower (kinds with times at a power near .4: +.14 nats a "
         "case on eight fresh ones). The demands were coded from the rows by a language model that knew the consensus: an upper bound. "
         "Six cases are few; the intervals are over cases.", "",
         "## What it says", "",
         "Probabilities from the acts alone, without other evidence. The score is the log of the settled story's probability over its "
         "prior, in nats. The last three columns split the weight of evidence for the settled story, against the prior mix, into when "
         "the acts came, what kinds they were, and what was demanded.", "",
         "| case | settled story | consensus | probability | score | first three | when | kinds | demands |",
         "|---|---|---|---|---|---|---|---|---|"]
for case, settled, consensus, p, s, ranked, found, split in table:
    three = ", ".join(f"{i} {found[i]:.2f}" for i in ranked[:3])
    lines.append(f"| {case} | {settled} | {consensus} | {p:.2f} | {s:+.2f} | {three} | {split['times']:+.1f} | {split['kinds']:+.1f} | "
                 f"{split['demands']:+.1f} |")
lines += ["", "## Beside other readers", "",
          "| reader | cases | score, nats a case [95 %] | settled story first | confident errors (.70 or more for another) |",
          "|---|---|---|---|---|"]
for reader in READERS:
    values = [v for v, _, _ in results[reader]]
    if not values: continue
    low, high = interval(values)
    lines.append(f"| {reader} | {len(values)} | {sum(values) / len(values):+.2f} [{low:+.2f}, {high:+.2f}] | "
                 f"{sum(f for _, f, _ in results[reader])} | {sum(b for _, _, b in results[reader])} |")
lines += ["", "The prior scores 0. *Most frequent kind*, *lag counts* and *checklist* are rules of thumb, written down in "
          "`Benchmarks/settled/score.py` before they were run.", ""]
notes = os.path.join(root, "reading.md")
if os.path.exists(notes): lines += [open(notes, encoding="utf-8").read().strip(), ""]
with open(output, "w", encoding="utf-8") as file: file.write("\n".join(lines))
print("\n".join(lines[12:]))
