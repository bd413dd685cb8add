"""validation_curve of scikit-learn 1.2 for ridge, each block of rows predicted from all that came before it.

python3 src/nodes/evaluate/validation-curve/validationCurve.reference.py > src/nodes/evaluate/validation-curve/validationCurve.reference.json
"""
import json
import numpy as np
from sklearn.linear_model import Ridge
from sklearn.model_selection import TimeSeriesSplit, validation_curve

rng = np.random.default_rng(5)
x = np.round(rng.normal(size=(24, 4)), 4)
y = np.round(x @ [1, -2, 0.5, 0] + rng.normal(size=24), 4)
values = [0.01, 0.1, 1, 10]
trained, tested = validation_curve(
    Ridge(), x, y, param_name="alpha", param_range=values, cv=TimeSeriesSplit(3), scoring="neg_mean_squared_error"
)
print(json.dumps({
    "x": x.T.tolist(), "y": y.tolist(), "values": values,
    "train": (-trained).tolist(), "test": (-tested).tolist(),
    "testMean": (-tested).mean(axis=1).tolist(), "testDeviation": tested.std(axis=1).tolist(),
}, separators=(",", ":")))
