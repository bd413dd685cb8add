"""Times scikit-learn's learners for scripts/bench/figures/learners.mjs.

Usage: python3 learners.py data FOLDER ROWS…   writes classes-ROWS.csv and values-ROWS.csv
       python3 learners.py NAME FILE           prints JSON: milliseconds of fit + predict, and the score
       python3 learners.py NAME FILE 5         the same for 5 folds
"""

import json
import sys
import time

sys.path.pop(0)  # scripts beside this one must not hide modules of the same name

import numpy
from sklearn.cluster import KMeans
from sklearn.datasets import make_classification, make_regression
from sklearn.ensemble import HistGradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.neighbors import KNeighborsClassifier
from sklearn.neural_network import MLPClassifier
from sklearn.svm import SVC

# A learner by the name of its row in learners.mjs.
learners = {
    "boosting": lambda: HistGradientBoostingClassifier(max_iter=100, early_stopping=False),
    "forest": lambda: RandomForestClassifier(100, n_jobs=2, random_state=0),
    # Three clusters of all columns, from ten starts; its score is the inertia.
    "kMeans": lambda: KMeans(3, n_init=10, random_state=0),
    "logistic": lambda: LogisticRegression(),
    "neighbours": lambda: KNeighborsClassifier(),
    # As many epochs as asked for, without stopping for a loss that stands still.
    "network": lambda: MLPClassifier((64, 32), batch_size=200, max_iter=20, n_iter_no_change=100, random_state=0),
    "svm": lambda: SVC(),
}


def write(folder, rows):
    x, y = make_classification(rows, 20, n_informative=10, n_redundant=4, random_state=0)
    values = make_regression(rows, 20, n_informative=10, random_state=0)
    header = ",".join([f"x{i}" for i in range(20)] + ["y"])
    for name, (features, target) in {"classes": (x, y), "values": values}.items():
        table = numpy.column_stack([features, target])
        numpy.savetxt(f"{folder}/{name}-{rows}.csv", table, "%.17g", ",", header=header, comments="")


def measure(name, file, folds):
    table = numpy.loadtxt(file, delimiter=",", skiprows=1)
    x, y = table[:, :-1], table[:, -1]
    n = len(y)
    cuts = [(n * 3 // 4, n)] if folds == 1 else [(n * i // folds, n * (i + 1) // folds) for i in range(folds)]
    start = time.perf_counter()
    scores = []
    for first, end in cuts:
        test = numpy.zeros(n, bool)
        test[first:end] = True
        fitted = learners[name]().fit(x[~test], y[~test])
        predicted = fitted.predict(x[test])
        scores.append(fitted.inertia_ if name == "kMeans" else float((predicted == y[test]).mean()))
    return {"ms": (time.perf_counter() - start) * 1000, "scores": scores}


if sys.argv[1] == "data":
    for rows in sys.argv[3:]:
        write(sys.argv[2], int(rows))
else:
    print(json.dumps(measure(sys.argv[1], sys.argv[2], int((sys.argv[3:] or ["1"])[0]))))
