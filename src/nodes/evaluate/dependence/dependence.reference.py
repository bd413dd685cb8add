"""partial_dependence(method="brute") of scikit-learn 1.2 for models on known coefficients.

python3 src/nodes/evaluate/dependence/dependence.reference.py > src/nodes/evaluate/dependence/dependence.reference.json
"""
import json
import numpy as np
from sklearn.inspection import partial_dependence
from sklearn.linear_model import LinearRegression, LogisticRegression

rng = np.random.default_rng(8)
n = 40
x = np.round(rng.normal(size=(n, 3)), 3)
number = np.round(x @ [2, -1, 0.5] + rng.normal(size=n), 3)
label = np.argmax(x + rng.normal(size=(n, 3)), axis=1)
test = x[25:]


def ask(model, features):
    found = partial_dependence(model, test, features, method="brute", kind="both", grid_resolution=5, percentiles=(0.05, 0.95))
    return {
        "values": [values.tolist() for values in found["values"]],
        "average": found["average"].tolist(), "individual": found["individual"].round(12).tolist() if len(features) == 1 and not isinstance(features[0], tuple) else None,
    }


line = LinearRegression().fit(x[:25], number[:25])
logit = LogisticRegression(C=1.0, solver="newton-cg", tol=1e-8, max_iter=1000).fit(x[:25], label[:25])
print(json.dumps({
    "x": x.T.tolist(), "number": number.tolist(), "label": label.tolist(),
    "line": ask(line, [0]), "logit": ask(logit, [1]), "pair": ask(logit, [(0, 2)]),
}, separators=(",", ":")))
