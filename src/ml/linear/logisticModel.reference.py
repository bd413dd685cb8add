"""Figures of scikit-learn 1.2, and of the closed form of Wald's intervals, for logisticModel.test.ts.
Run: /usr/bin/python3 src/ml/linear/logisticModel.reference.py > src/ml/linear/logisticModel.reference.json"""
import json
import numpy as np
from scipy import stats
from sklearn.datasets import load_breast_cancer, load_iris
from sklearn.linear_model import LogisticRegression

iris, cancer = load_iris(), load_breast_cancer()
flowers = np.round(iris.data[::2] - iris.data.mean(0), 3)
kinds = iris.target[::2]
cells = cancer.data[:120, [0, 1, 4, 7]]
cells = np.round((cells - cells.mean(0)) / cells.std(0), 4)
ill = cancer.target[:120]
# Overlapping, so that without a penalty there is a finite answer.
noisy = np.where(np.arange(120) % 9 == 0, 1 - ill, ill)
mixed = np.where(np.arange(75) % 4 == 0, (kinds + 1) % 3, kinds)


def case(x, y, **params):
    if params.get("penalty") in ("l1", "elasticnet"):
        params["solver"] = "saga"
    model = LogisticRegression(**{"tol": 1e-11, "max_iter": 1000000, **params}).fit(x, y)
    return {
        "coefficients": model.coef_.ravel().tolist(),
        "intercepts": model.intercept_.tolist(),
        "probabilities": model.predict_proba(x[:3]).ravel().tolist(),
    }


def wald(x, y):
    """What R's glm(..., family = binomial) and confint.default() give: b ± 1.96 · sqrt(diag (X'WX)⁻¹)."""
    design = np.column_stack([np.ones(len(y)), x])
    b = np.zeros(design.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-design @ b))
        inverse = np.linalg.inv(design.T @ (design * (p * (1 - p))[:, None]))
        b = b + inverse @ (design.T @ (y - p))
    reach = stats.norm.ppf(0.975) * np.sqrt(np.diag(inverse))
    return {"low": (b - reach).tolist(), "high": (b + reach).tolist()}


def wald_several(x, y):
    """The same for three classes: the information of all, its pseudo-inverse being that of sums of zero."""
    design = np.column_stack([np.ones(len(y)), x])
    model = LogisticRegression(penalty=None, tol=1e-12, max_iter=100000).fit(x, y)
    p = model.predict_proba(x)
    d, k = design.shape[1], p.shape[1]
    information = np.zeros((d * k, d * k))
    for row, chance in zip(design, p):
        information += np.kron(np.diag(chance) - np.outer(chance, chance), np.outer(row, row))
    error = np.sqrt(np.diag(np.linalg.pinv(information, rcond=1e-10))).reshape(k, d)
    return {"errors": error[:, 1:].ravel().tolist(), "interceptErrors": error[:, 0].tolist()}


print(
    json.dumps(
        {
            "flowers": flowers.tolist(),
            "kinds": kinds.tolist(),
            "mixed": mixed.tolist(),
            "cells": cells.tolist(),
            "ill": ill.tolist(),
            "noisy": noisy.tolist(),
            "wald": wald(cells, noisy),
            "waldSeveral": wald_several(flowers, mixed),
            "cases": {
                "binary l1": case(cells, ill, penalty="l1", C=0.1),
                "binary elasticNet": case(cells, ill, penalty="elasticnet", l1_ratio=0.3, C=0.5),
                "binary none": case(cells, noisy, penalty=None),
                "several l1": case(flowers, kinds, penalty="l1", C=0.5),
                "several elasticNet": case(flowers, kinds, penalty="elasticnet", l1_ratio=0.5, C=0.2),
                "several none": case(flowers, mixed, penalty=None),
                "binary balanced": case(cells, ill, class_weight="balanced"),
                "binary perClass": case(cells, ill, class_weight={0: 3, 1: 0.5}),
                "several balanced l1": case(flowers[5:], kinds[5:], penalty="l1", class_weight="balanced"),
            },
        }
    )
)
