"""Reference figures of the drift tests from SciPy 1.10 and NumPy.

python3 src/ml/drift/drift.reference.py > src/ml/drift/drift.reference.json
"""
import json
import numpy as np
from scipy import stats

rng = np.random.default_rng(11)


def two_samples(a, b):
    a, b = np.round(a, 3), np.round(b, 3)
    found = stats.ks_2samp(a, b, method="asymp")
    return {"a": a.tolist(), "b": b.tolist(), "statistic": found.statistic, "pValue": found.pvalue}


def psi(a, b):
    a, b = np.round(a, 3), np.round(b, 3)
    edges = np.concatenate([[-np.inf], np.unique(np.quantile(a, np.arange(1, 10) / 10)), [np.inf]])
    before = np.maximum(np.histogram(a, edges)[0] / len(a), 1e-4)
    now = np.maximum(np.histogram(b, edges)[0] / len(b), 1e-4)
    return {"a": a.tolist(), "b": b.tolist(), "psi": float(np.sum((now - before) * np.log(now / before)))}


def chi2(before, now):
    found = stats.chi2_contingency([before, now], correction=False)
    return {"before": before, "now": now, "statistic": found[0], "pValue": found[1]}


survival = [
    {"n": n, "d": d, "p": float(stats.kstwo.sf(d, n))}
    for n in (1, 2, 5, 13, 60, 140, 141, 400, 1000, 2000)
    for d in (0.01, 0.02, 0.035, 0.05, 0.09, 0.13, 0.2, 0.31, 0.45, 0.6, 0.95)
]

print(json.dumps({
    "survival": survival,
    "samples": [
        two_samples(rng.normal(size=80), rng.normal(size=55)),
        two_samples(rng.normal(size=300), rng.normal(0.4, 1.2, size=90)),
        two_samples(rng.integers(0, 6, 120), rng.integers(0, 7, 64)),
        two_samples(rng.normal(size=500), rng.normal(0.05, 1, size=350)),
        two_samples([1.0, 2.0], [5.0]),
    ],
    "psi": [psi(rng.normal(size=300), rng.normal(0.3, 1.1, size=150)), psi(rng.gamma(2, size=200), rng.gamma(3, size=90))],
    "chi2": [chi2([40, 30, 20], [12, 25, 9]), chi2([5, 0, 100, 3], [0, 4, 80, 9]), chi2([90, 10], [45, 5])],
}, separators=(",", ":")))
