"""Steps of the optimisers by their published formulas (those of PyTorch, but for where the small number stands under
Adam's fraction: as in the paper and in scikit-learn), and learning rates of the schedules.
Run: /usr/bin/python3 src/ml/network/optimiser.reference.py > src/ml/network/optimiser.reference.json"""
import json
import numpy as np

rate, momentum, decay, steps = 0.1, 0.9, 0.05, 6
start = np.array([0.5, -1.25, 2.0, 0.0])
random = np.random.default_rng(4)
slopes = np.round(random.normal(size=(steps, 4)), 3)


def adam(decay=0.0):
    w, m, v = start.copy(), np.zeros(4), np.zeros(4)
    for t, g in enumerate(slopes, 1):
        w = w - rate * decay * w
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g**2
        w = w - rate * np.sqrt(1 - 0.999**t) / (1 - 0.9**t) * m / (np.sqrt(v) + 1e-8)
    return w


def sgd(nesterov):
    # As PyTorch: the buffer holds slopes, which the rate multiplies.
    w, b = start.copy(), np.zeros(4)
    for g in slopes:
        b = momentum * b + g
        w = w - rate * (g + momentum * b if nesterov else b)
    return w


def rmsprop():
    w, v = start.copy(), np.zeros(4)
    for g in slopes:
        v = 0.9 * v + 0.1 * g**2
        w = w - rate * g / (np.sqrt(v) + 1e-7)
    return w


epochs = np.arange(20)
print(
    json.dumps(
        {
            "start": start.tolist(),
            "slopes": slopes.tolist(),
            "ends": {
                "adam": adam().tolist(),
                "adamw": adam(decay).tolist(),
                "sgd": sgd(False).tolist(),
                "nesterov": sgd(True).tolist(),
                "rmsprop": rmsprop().tolist(),
            },
            "rates": {
                "constant": [rate] * 20,
                "step": (rate * 0.5 ** (epochs // 4)).tolist(),
                "exponential": (rate * 0.5**epochs).tolist(),
                "cosine": (rate * (1 + np.cos(np.pi * epochs / 20)) / 2).tolist(),
            },
        }
    )
)
