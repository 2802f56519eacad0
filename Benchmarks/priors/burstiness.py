"""How bursty hostile acts between states are: the priors of answers and momentum, fitted hierarchically.

A directed pair of states in one calendar year, with at least a dozen hostile acts, has the daily rate
exp(b + trend) + a * received + w * own, with geometric decay of mean delay d (the model of
docs/methods/explanations.md without a story). Over the pairs log a and log w are normal; their means and
deviations, and the weights of the delays, are found by expectation and maximisation with Laplace's
approximation for each pair and delay (expected information as curvature).

Usage: burstiness.py [--pairs N] [--leave-out NAME] FILE...
FILE is an extract of ICEWS (.tsv.gz: date, source, cameo, goldstein, relation, target) or a table of
counts (.csv: pair, day, own, received). --leave-out drops every pair with a state of that name.
Prints the figures that stand in ConductKind.idle and ConductModel, and the spread of each over pairs.
Standard library only.
"""
import argparse, collections, csv, datetime, gzip, math, random, re

DELAYS = (4.0, 8.0, 14.0, 26.0)
ORGAN = re.compile(r"Government|Ministry|Minister|President|Head of|Military|Armed Forces|Army|Navy|Air Force|Police|Court|Judge|"
                   r"Parliament|Legislat|Foreign Affairs|Defense|Diplomat|Envoy|Embassy|Ambassador|Executive|Cabinet|Spokes", re.I)
BRACKET = re.compile(r"\(([^)]*)\)$")


def events(path):
    """Directed pairs of states with the days of hostile acts in each year, one act of a code and day."""
    with gzip.open(path, "rt") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    named = collections.Counter(m.group(1) for r in rows for m in map(BRACKET.search, (r["source"], r["target"])) if m)
    names = {name for name, count in named.items() if count >= 20}

    def state(actor):
        match = BRACKET.search(actor)
        if match: return match.group(1) if ORGAN.search(actor) else None
        return actor if actor in names else None

    seen, found = set(), collections.defaultdict(list)
    for r in rows:
        a, b = state(r["source"]), state(r["target"])
        key = (r["date"], a, b, r["cameo"])
        if not a or not b or a == b or key in seen or float(r["goldstein"]) >= 0: continue
        seen.add(key)
        found[a, b, r["date"][:4]].append(datetime.date.fromisoformat(r["date"]).timetuple().tm_yday - 1)
    return found


def counts(days, length=365):
    row = [0] * length
    for day in days:
        if day < length: row[day] += 1
    return row


def pairs(paths, left_out):
    """A list of (name, own counts, received counts)."""
    found = []
    for path in paths:
        if path.endswith(".csv"):
            table = collections.OrderedDict()
            for r in csv.DictReader(open(path, encoding="utf-8")):
                own, received = table.setdefault(r["pair"], ([], []))
                own.append(int(r["own"])); received.append(int(r["received"]))
            found += [(name, own, received) for name, (own, received) in table.items()]
        else:
            days = events(path)
            for (a, b, year), own in sorted(days.items()):
                if len(own) >= 12: found.append((f"{a}>{b} {year}", counts(own), counts(days.get((b, a, year), []))))
    return [p for p in found if not left_out or left_out not in p[0]]


def decayed(row, delay):
    factor, state, found = math.exp(-1 / delay), 0.0, []
    for today in row:
        found.append(state)
        state = state * factor + today * (1 - factor)
    return found


def cholesky(h):
    n = len(h)
    lower = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(i + 1):
            s = h[i][j] - sum(lower[i][k] * lower[j][k] for k in range(j))
            lower[i][j] = math.sqrt(max(s, 1e-12)) if i == j else s / lower[j][j]
    return lower


def solve(lower, g):
    n, y = len(g), []
    for i in range(n): y.append((g[i] - sum(lower[i][k] * y[k] for k in range(i))) / lower[i][i])
    x = [0.0] * n
    for i in reversed(range(n)): x[i] = (y[i] - sum(lower[k][i] * x[k] for k in range(i + 1, n))) / lower[i][i]
    return x


def fit(own, received, delay, mean, spread):
    """Log evidence, mode and variances of log a and log w for one pair and delay."""
    length, total = len(own), sum(own)
    back, self_ = decayed(received, delay), decayed(own, delay)
    time = [(t + 0.5) / length - 0.5 for t in range(length)]
    base = math.log(0.5 * total / length)
    centre, deviation = [base, 0.0, 0.0, mean[0], mean[1]], [1.0, 1.5, 1.0, spread[0], spread[1]]

    def value(p):
        a, w, s = math.exp(p[3]), math.exp(p[4]), 0.0
        for t in range(length):
            x = time[t]
            rate = math.exp(min(30.0, p[0] + p[1] * x + p[2] * (4 * x * x - 1 / 3))) + a * back[t] + w * self_[t]
            s += own[t] * math.log(rate) - rate if own[t] else -rate
        return s - sum(0.5 * ((p[i] - centre[i]) / deviation[i]) ** 2 + math.log(deviation[i]) for i in range(5))

    p, now = list(centre), None
    now = value(p)
    for _ in range(30):
        a, w = math.exp(p[3]), math.exp(p[4])
        g, h = [0.0] * 5, [[0.0] * 5 for _ in range(5)]
        for t in range(length):
            x = time[t]
            q = 4 * x * x - 1 / 3
            e = math.exp(min(30.0, p[0] + p[1] * x + p[2] * q))
            j = (e, e * x, e * q, a * back[t], w * self_[t])
            rate = e + j[3] + j[4]
            r = own[t] / rate - 1
            for i in range(5):
                g[i] += r * j[i]
                for k in range(i + 1): h[i][k] += j[i] * j[k] / rate
        for i in range(5):
            g[i] -= (p[i] - centre[i]) / deviation[i] ** 2
            h[i][i] += 1 / deviation[i] ** 2
        lower = cholesky(h)
        step = solve(lower, g)
        gain, scale = sum(a * b for a, b in zip(step, g)), 1.0
        if gain < 1e-4: break
        while scale > 1e-3:
            trial = [a + scale * b for a, b in zip(p, step)]
            reached = value(trial)
            if reached >= now: break
            scale /= 2
        p, now = trial, reached
    covariance = [solve(lower, [float(i == k) for i in range(5)])[k] for k in (3, 4)]
    return now - sum(math.log(lower[i][i]) for i in range(5)), p[3:], covariance


def hierarchical(data, rounds, report=None):
    mean, spread, weights = [math.log(0.15), math.log(0.2)], [1.0, 1.0], [0.25] * len(DELAYS)
    for turn in range(rounds):
        sums, each = [0.0] * len(DELAYS), []
        for _, own, received in data:
            fits = [fit(own, received, d, mean, spread) for d in DELAYS]
            logs = [math.log(w) + f[0] for w, f in zip(weights, fits)]
            top = max(logs)
            shares = [math.exp(v - top) for v in logs]
            shares = [s / sum(shares) for s in shares]
            for i, s in enumerate(shares): sums[i] += s
            centre = [sum(s * f[1][k] for s, f in zip(shares, fits)) for k in (0, 1)]
            each.append((centre, [sum(s * (f[2][k] + (f[1][k] - centre[k]) ** 2) for s, f in zip(shares, fits)) for k in (0, 1)]))
        n = len(each)
        mean = [sum(c[k] for c, _ in each) / n for k in (0, 1)]
        spread = [math.sqrt(sum((c[k] - mean[k]) ** 2 + v[k] for c, v in each) / n) for k in (0, 1)]
        weights = [s / n for s in sums]
        if report: report(turn, mean, spread, weights)
    return mean, spread, weights


def line(mean, spread, weights):
    return (f"answers median {math.exp(mean[0]):.2f} spread {spread[0]:.2f}; momentum median {math.exp(mean[1]):.2f} spread "
            f"{spread[1]:.2f}; delays " + " ".join(f"{d:.0f}:{w:.2f}" for d, w in zip(DELAYS, weights)))


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("files", nargs="+"); options.add_argument("--pairs", type=int, default=0)
    options.add_argument("--rounds", type=int, default=12); options.add_argument("--leave-out", default="")
    options.add_argument("--progress", action="store_true")
    chosen = options.parse_args()
    data = pairs(chosen.files, chosen.leave_out)
    total = len(data)
    if chosen.pairs and chosen.pairs < total:
        random.Random(1).shuffle(data)
        data = data[:chosen.pairs]
    report = (lambda turn, m, s, w: print(turn + 1, line(m, s, w), flush=True)) if chosen.progress else None
    result = hierarchical(data, chosen.rounds, report)
    print(f"{len(data)} of {total} directed pair-years: " + line(*result))
