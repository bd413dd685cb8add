"""permutation_test_score of scikit-learn 1.2 on given folds, with the orders in which it shuffles.

python3 src/nodes/evaluate/permutation-test/permutationTest.reference.py > src/nodes/evaluate/permutation-test/permutationTest.reference.json
"""
import json
import numpy as np
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import KFold, permutation_test_score
from sklearn.utils import check_random_state

rng = np.random.default_rng(2)
n, count = 24, 19
x = np.round(rng.normal(size=(n, 3)), 4)
y = np.round(0.7 * x[:, 0] + rng.normal(size=n), 4)
groups = np.arange(n) % 4


def case(scoring, grouped):
    cv = list(KFold(4).split(x))
    score, scores, p_value = permutation_test_score(
        LinearRegression(), x, y, groups=groups if grouped else None, cv=cv, n_permutations=count, scoring=scoring, random_state=0
    )
    chance, orders = check_random_state(0), []
    for _ in range(count):
        order = np.arange(n)
        if grouped:
            for group in np.unique(groups):
                order[groups == group] = chance.permutation(order[groups == group])
        else:
            order = chance.permutation(n)
        orders.append(order.tolist())
    return {"score": score, "scores": scores.tolist(), "pValue": p_value, "orders": orders}


print(json.dumps({
    "x": x.T.tolist(), "y": y.tolist(), "groups": groups.tolist(),
    "folds": [test.tolist() for _, test in KFold(4).split(x)],
    "r2": case("r2", False), "negMse": case("neg_mean_squared_error", False), "grouped": case("r2", True),
}, separators=(",", ":")))
