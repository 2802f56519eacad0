"""Fits a table of events with hawkes-rs and prints its times and likelihood: peer.py FILE."""
import json
import resource
import sys
import time

import numpy as np
from hawkes import multivariate

table = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)
events = [np.ascontiguousarray(table[table[:, 1] == i, 0]) for i in range(int(table[:, 1].max()) + 1)]
horizon = float(table[-1, 0])


def processor():
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


wall, cpu = time.perf_counter(), processor()
fit = multivariate.fit(events, horizon)
wall, cpu = time.perf_counter() - wall, processor() - cpu
parameters = fit.parameters() if callable(fit.parameters) else fit.parameters
likelihood = -multivariate.negative_log_likelihood(parameters, events, horizon)
print(json.dumps({"wall": wall, "cpu": cpu, "logLikelihood": likelihood}))
