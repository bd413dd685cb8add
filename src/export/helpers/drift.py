import numpy as np
import pandas as pd
from scipy import stats


def drift(training, batch, psi_threshold, significance):
    """Compares every feature of a new batch with the training rows: PSI, and a test of equal distributions."""
    before, now = training.x.iloc[training.rows("train")], batch.frame
    rows = [compare(before[column], now[column]) for column in before.columns if column in now.columns]
    table = pd.DataFrame(rows).sort_values("p_value")
    steps = np.arange(len(table), 0, -1)
    corrected = np.minimum(1, np.maximum.accumulate(table["p_value"] * steps))  # Holm's correction
    return table.assign(drifted=(table["psi"] >= psi_threshold) & (corrected <= significance))


def compare(before, now):
    before, now = before.dropna(), now.dropna()
    if pd.api.types.is_numeric_dtype(before):
        edges = np.unique(np.quantile(before, np.linspace(0, 1, 11)))[1:-1]
        counts = [np.bincount(np.searchsorted(edges, each, side="left"), minlength=len(edges) + 1) for each in (before, now)]
        p_value = stats.ks_2samp(before, now, method="asymp").pvalue
    else:
        names = sorted(set(before) | set(now))
        counts = [each.value_counts().reindex(names, fill_value=0).to_numpy() for each in (before, now)]
        p_value = stats.chi2_contingency(counts)[1]
    old, new = (np.maximum(each / each.sum(), 1e-4) for each in counts)
    return {"column": before.name, "psi": float(((new - old) * np.log(new / old)).sum()), "p_value": p_value}
