"""Figures of scikit-learn 1.2 for linearRegression.test.ts.
Run: /usr/bin/python3 src/ml/linear/linearRegression.reference.py > src/ml/linear/linearRegression.reference.json"""
import json
import numpy as np
from sklearn.datasets import load_diabetes
from sklearn.linear_model import LinearRegression, Ridge

random = np.random.default_rng(7)


def case(x, y):
    plain, ridge = LinearRegression().fit(x, y), Ridge(alpha=2.5, solver="svd").fit(x, y)
    return {
        "x": x.tolist(),
        "y": y.tolist(),
        "coefficients": plain.coef_.tolist(),
        "intercept": float(plain.intercept_),
        "predictions": plain.predict(x[:5]).tolist(),
        "ridge": {"penalty": 2.5, "coefficients": ridge.coef_.tolist(), "intercept": float(ridge.intercept_)},
    }


diabetes = load_diabetes(scaled=False)
x = np.round(random.normal(size=(60, 3)) * [1, 100, 0.01] + [0, 1e4, 5], 6)
t = np.round(np.linspace(0, 3, 40), 4)
powers = np.round(np.stack([t, t**2, t**3, t**4, t**5], axis=1), 8)
dummies = np.eye(3)[random.integers(0, 3, 40)]
onehot = np.column_stack([np.round(random.normal(size=40), 4), dummies])
print(
    json.dumps(
        {
            "diabetes": case(diabetes.data[:120], diabetes.target[:120]),
            "units": case(x, np.round(x @ [2, -0.03, 400] + random.normal(size=60), 6)),
            "powers": case(powers, np.round(np.sin(2 * t) + 0.1 * random.normal(size=40), 6)),
            "onehot": case(onehot, np.round(onehot @ [1, 3, -1, 0.5] + random.normal(size=40), 6)),
        }
    )
)
