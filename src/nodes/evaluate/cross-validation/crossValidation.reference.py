"""cross_val_score of scikit-learn 1.2 on fixed folds (row i is in fold i mod 5), recipe fitted again in each fold.

python3 src/nodes/evaluate/cross-validation/crossValidation.reference.py > src/nodes/evaluate/cross-validation/crossValidation.reference.json
"""
import json
import numpy as np
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.model_selection import PredefinedSplit, cross_val_predict, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(3)
n = 83
x = np.round(rng.normal(size=(n, 3)) * [1, 5, 20] + [0, 10, -3], 4)
number = np.round(2 * x[:, 0] - 0.3 * x[:, 1] + 0.05 * x[:, 2] + rng.normal(size=n), 4)
label = (number + rng.normal(size=n) > np.median(number)).astype(int)
holes = x.copy()
holes[rng.random(n) < 0.15, 1] = np.nan
folds = PredefinedSplit(np.arange(n) % 5)


def scores(model, y, names):
    pipe = make_pipeline(SimpleImputer(strategy="median"), StandardScaler(), model)
    return {
        ours: np.abs(cross_val_score(pipe, holes, y, cv=folds, scoring=theirs)).tolist()
        if theirs.startswith("neg") else cross_val_score(pipe, holes, y, cv=folds, scoring=theirs).tolist()
        for ours, theirs in names.items()
    }


print(json.dumps({
    "x": [[None if np.isnan(v) else v for v in column] for column in holes.T],
    "number": number.tolist(),
    "label": label.tolist(),
    "regression": scores(LinearRegression(), number, {
        "r2": "r2", "rmse": "neg_root_mean_squared_error", "mae": "neg_mean_absolute_error", "medianAe": "neg_median_absolute_error",
    }),
    "binary": scores(LogisticRegression(C=1.0, tol=1e-10, max_iter=10000), label, {
        "accuracy": "accuracy", "rocAuc": "roc_auc", "averagePrecision": "average_precision", "logLoss": "neg_log_loss",
        "f1": "f1", "balancedAccuracy": "balanced_accuracy",
    }),
}, separators=(",", ":")))
