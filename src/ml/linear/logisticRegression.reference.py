"""Figures of scikit-learn 1.2 for logisticRegression.test.ts.
Run: /usr/bin/python3 src/ml/linear/logisticRegression.reference.py > src/ml/linear/logisticRegression.reference.json"""
import json
import numpy as np
from sklearn.datasets import load_breast_cancer, load_iris
from sklearn.linear_model import LogisticRegression


def case(x, y, c):
    model = LogisticRegression(C=c, tol=1e-10, max_iter=100000).fit(x, y)
    return {
        "x": x.tolist(),
        "y": y.tolist(),
        "c": c,
        "coefficients": model.coef_.ravel().tolist(),
        "intercepts": model.intercept_.tolist(),
        "probabilities": model.predict_proba(x[:4]).ravel().tolist(),
    }


iris = load_iris()
cancer = load_breast_cancer()
some = slice(0, None, 2)
x = np.round(cancer.data[:150, [0, 1, 4, 7]], 5)
binary = iris.target > 0
print(
    json.dumps(
        {
            "multinomial": case(iris.data[some], iris.target[some], 1.0),
            "weakPenalty": case(iris.data[some], iris.target[some], 50.0),
            "binary": case(x, cancer.target[:150], 1.0),
            "strongPenalty": case(x * [1, 1, 100, 1], cancer.target[:150], 0.01),
            "separable": case(iris.data[some], binary[some].astype(int), 1.0),
        }
    )
)
