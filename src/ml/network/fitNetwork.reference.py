"""Scores of scikit-learn's MLP on the same data, for fitNetwork.test.ts: the weights differ (other random numbers),
what is reached must not.
Run: /usr/bin/python3 src/ml/network/fitNetwork.reference.py > src/ml/network/fitNetwork.reference.json"""
import json
import numpy as np
from sklearn.datasets import load_iris, make_moons
from sklearn.metrics import log_loss
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.preprocessing import StandardScaler

shape = dict(hidden_layer_sizes=(16,), learning_rate_init=0.01, batch_size=32, max_iter=100, alpha=0, n_iter_no_change=1000)


def classes(x, y):
    scores = []
    for seed in range(5):
        model = MLPClassifier(random_state=seed, **shape).fit(x, y)
        scores.append([model.score(x, y), log_loss(y, model.predict_proba(x))])
    accuracy, loss = np.mean(scores, axis=0)
    return {"x": x.tolist(), "y": y.tolist(), "accuracy": accuracy, "logLoss": loss}


iris = load_iris()
moons = make_moons(200, noise=0.15, random_state=1)
random = np.random.default_rng(3)
x = np.round(random.uniform(-2, 2, size=(200, 2)), 4)
y = np.round(50 + 10 * np.sin(2 * x[:, 0]) + 5 * x[:, 1] ** 2 + random.normal(size=200), 4)
scaled = (y - y.mean()) / y.std()
r2 = np.mean([MLPRegressor(random_state=seed, **shape).fit(x, scaled).score(x, scaled) for seed in range(5)])
print(
    json.dumps(
        {
            "softmax": classes(np.round(StandardScaler().fit_transform(iris.data), 4), iris.target),
            "binary": classes(np.round(moons[0], 4), moons[1]),
            "value": {"x": x.tolist(), "y": y.tolist(), "r2": r2},
        }
    )
)
