"""Times scikit-learn's and shap's explanations for scripts/bench/figures/explainers.mjs.

Usage: python3 explainers.py permutation FILE REPEATS   importances of HistGradientBoosting on the last quarter of the rows
       python3 explainers.py shap FILE ROWS TREES.json  shap's values of the trees in a file, for the first of these rows
Prints JSON: milliseconds, and the values.
"""

import json
import sys
import time

sys.path.pop(0)  # scripts beside this one must not hide modules of the same name

import numpy


def read(file):
    table = numpy.loadtxt(file, delimiter=",", skiprows=1)
    cut = len(table) * 3 // 4
    return table[:cut, :-1], table[:cut, -1], table[cut:, :-1], table[cut:, -1]


def permutation(file, repeats):
    from sklearn.ensemble import HistGradientBoostingClassifier
    from sklearn.inspection import permutation_importance

    x, y, test, truth = read(file)
    model = HistGradientBoostingClassifier(max_iter=100, early_stopping=False).fit(x, y)
    start = time.perf_counter()
    found = permutation_importance(model, test, truth, n_repeats=int(repeats), random_state=0)
    return time.perf_counter() - start, found.importances_mean


def shap(file, rows, path):
    import shap as library

    _, _, test, _ = read(file)
    with open(path) as text:
        trees = json.load(text)
    explainer = library.TreeExplainer({"trees": [as_arrays(tree) for tree in trees], "input_dtype": numpy.float64})
    start = time.perf_counter()
    values = explainer.shap_values(test[: int(rows)], check_additivity=False)
    return time.perf_counter() - start, numpy.asarray(values).reshape(-1) / len(trees)


def as_arrays(tree):
    whole = {"children_left": "left", "children_right": "right", "children_default": "left", "features": "feature"}
    arrays = {name: numpy.array(tree[ours]) for name, ours in whole.items()}
    return {
        **arrays,
        "thresholds": numpy.array(tree["threshold"]),
        "values": numpy.array(tree["value"]).reshape(-1, 1),
        "node_sample_weight": numpy.array(tree["cover"], float),
    }


seconds, values = {"permutation": permutation, "shap": shap}[sys.argv[1]](*sys.argv[2:])
print(json.dumps({"ms": seconds * 1000, "values": values.tolist()}))
