"""Figures of scikit-learn 1.2 and of the closed form for linearModel.test.ts.
Run: /usr/bin/python3 src/ml/linear/linearModel.reference.py > src/ml/linear/linearModel.reference.json"""
import json
import warnings
import numpy as np
from scipy import optimize, stats
from sklearn.datasets import load_diabetes
from sklearn.linear_model import ElasticNet, HuberRegressor, Lasso
from sklearn.linear_model._huber import _huber_loss_and_gradient

random = np.random.default_rng(11)


def sparse(model, x, y):
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        model.fit(x, y)
    return {
        "params": {key: model.get_params().get(key, 1) for key in ["alpha", "l1_ratio", "tol", "max_iter"]},
        "coefficients": model.coef_.tolist(),
        "intercept": float(model.intercept_),
        "gap": float(model.dual_gap_),
        "iterations": int(model.n_iter_),
        "settled": len(said) == 0,
    }


def robust(x, y, epsilon, alpha):
    model = HuberRegressor(epsilon=epsilon, alpha=alpha, max_iter=100000, tol=1e-11).fit(x, y)
    # It stops at about four digits of the coefficients; the same loss is followed to its end.
    w = np.r_[model.coef_, model.intercept_, model.scale_]
    loss = lambda point: _huber_loss_and_gradient(point, x, y, epsilon, alpha, np.ones(len(y)))
    for _ in range(5):
        w = optimize.root(lambda point: loss(point)[1], w, method="lm", options={"xtol": 1e-15}).x
    assert np.abs(loss(w)[1]).max() < 1e-6
    assert np.abs(w[:-2] - model.coef_).max() < 1e-3 * np.abs(w[:-2]).max()
    return {
        "epsilon": epsilon,
        "alpha": alpha,
        "coefficients": w[:-2].tolist(),
        "intercept": float(w[-2]),
        "scale": float(w[-1]),
        "outliers": int((np.abs(y - x @ w[:-2] - w[-2]) > epsilon * w[-1]).sum()),
    }


def intervals(x, y):
    """What R's confint(lm(...)) and statsmodels' conf_int() give: b ± t(n − p − 1) · sqrt(s² · diag (X'X)⁻¹)."""
    design = np.column_stack([np.ones(len(y)), x])
    b, *_ = np.linalg.lstsq(design, y, rcond=None)
    free = len(y) - design.shape[1]
    _, r = np.linalg.qr(design)
    inverse = np.linalg.inv(r)
    error = np.sqrt(np.sum((y - design @ b) ** 2) / free * np.sum(inverse**2, axis=1))
    reach = stats.t.ppf(0.975, free) * error
    return {"low": (b - reach).tolist(), "high": (b + reach).tolist()}


diabetes = load_diabetes(scaled=False)
x, y = diabetes.data[:90], diabetes.target[:90]
wide = np.round(random.normal(size=(12, 25)), 4)
wide_y = np.round(wide[:, :3] @ [2, -1, 0.5] + 0.1 * random.normal(size=12), 4)
rough = y + np.where(random.random(len(y)) < 0.1, 600 * random.normal(size=len(y)), 0).round(3)
scaled = (x - x.mean(0)) / x.std(0)
print(
    json.dumps(
        {
            "x": x.tolist(),
            "y": y.tolist(),
            "rough": rough.tolist(),
            "wide": wide.tolist(),
            "wideY": wide_y.tolist(),
            "intervals": intervals(x, y),
            "sparse": {
                "lasso": sparse(Lasso(), x, y),
                "lassoFine": sparse(Lasso(alpha=0.3, tol=1e-10, max_iter=100000), x, y),
                "elasticNet": sparse(ElasticNet(alpha=0.5), x, y),
                "mostlyL1": sparse(ElasticNet(alpha=2, l1_ratio=0.9, tol=1e-8, max_iter=50000), x, y),
                "strong": sparse(Lasso(alpha=1e4), x, y),
                "unsettled": sparse(Lasso(alpha=0.01, max_iter=20), x, y),
            },
            "sparseWide": {
                "lasso": sparse(Lasso(alpha=0.05), wide, wide_y),
                "elasticNet": sparse(ElasticNet(alpha=0.1, l1_ratio=0.3, tol=1e-8), wide, wide_y),
            },
            "robust": {
                "usual": robust(scaled, rough, 1.35, 1e-4),
                "strict": robust(scaled, rough, 1.1, 0.5),
                "loose": robust(scaled, rough, 3, 0),
            },
        }
    )
)
