"""Figures by group from pandas and scikit-learn: python3 src/ml/slices/slices.reference.py > slices.reference.json"""

import json

import numpy as np
import pandas as pd
from sklearn.metrics import f1_score, mean_absolute_error, recall_score

random = np.random.default_rng(3)
n = 120
frame = pd.DataFrame(
    {
        "age": random.integers(18, 60, n).astype(float),
        "place": random.choice(["north", "south", "east"], n, p=[0.5, 0.3, 0.2]),
        "score": random.random(n).round(3),
    }
)
frame.loc[::17, "age"] = np.nan
frame["truth"] = np.where(random.random(n) < 0.2 + 0.6 * frame.score, "yes", "no")
frame["said"] = np.where(frame.score >= 0.5, "yes", "no")


def figures(rows):
    return {
        "rows": len(rows),
        "f1": f1_score(rows.truth, rows.said, pos_label="yes"),
        "called": (rows.said == "yes").mean(),
        "found": recall_score(rows.truth, rows.said, pos_label="yes"),
        "alarms": (rows[rows.truth == "no"].said == "yes").mean(),
        "mae": mean_absolute_error(rows.age, rows.score) if rows.age.notna().all() else None,
    }


def groups(by):
    return [{"name": str(name), **figures(rows)} for name, rows in frame.groupby(by, observed=True)]


ages = groups(pd.qcut(frame.age, 4, duplicates="drop"))
places = groups("place")
called = [one["called"] for one in places]
found = [one["found"] for one in places]
alarms = [one["alarms"] for one in places]
gaps = {
    "demographicParity": max(called) - min(called),
    "disparateImpact": min(called) / max(called),
    "equalOpportunity": max(found) - min(found),
    "equalisedOdds": max(max(found) - min(found), max(alarms) - min(alarms)),
}
columns = {name: [None if pd.isna(value) else value for value in frame[name]] for name in ["age", "place", "score", "truth"]}
print(json.dumps({"columns": columns, "ages": ages, "places": places, "gaps": gaps}))
