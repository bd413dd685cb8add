"""Tests of residuals from SciPy and NumPy: python3 src/ml/residuals/diagnose.reference.py > diagnose.reference.json"""

import json

import numpy as np
from scipy import stats

random = np.random.default_rng(11)
predicted = random.normal(20, 4, 60)
truth = predicted + random.normal(0, 1, 60) * (predicted / 15) ** 2 + random.exponential(0.5, 60)
left = truth - predicted

# Koenker's form of the Breusch-Pagan test, as statsmodels' het_breuschpagan(left, [1, predicted]) gives it.
design = np.column_stack([np.ones(60), predicted])
fitted = design @ np.linalg.lstsq(design, left**2, rcond=None)[0]
r2 = 1 - np.sum((left**2 - fitted) ** 2) / np.sum((left**2 - np.mean(left**2)) ** 2)

jarque_bera = stats.jarque_bera(left)
(expected, found), _ = stats.probplot(left)
print(
    json.dumps(
        {
            "predicted": predicted.tolist(),
            "truth": truth.tolist(),
            "breuschPagan": {"statistic": 60 * r2, "p": stats.chi2.sf(60 * r2, 1)},
            "jarqueBera": {"statistic": jarque_bera[0], "p": jarque_bera[1]},
            "durbinWatson": np.sum(np.diff(left) ** 2) / np.sum(left**2),
            "expected": expected.tolist(),
            "found": ((found - left.mean()) / left.std(ddof=1)).tolist(),
        }
    )
)
