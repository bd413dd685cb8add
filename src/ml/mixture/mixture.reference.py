"""Run: /usr/bin/python3 src/ml/mixture/mixture.reference.py > src/ml/mixture/mixture.reference.json"""
import json

import numpy as np
from sklearn.mixture import GaussianMixture

random = np.random.default_rng(7)
x = np.vstack([
    random.multivariate_normal([0, 0, 0], [[1, 0.6, 0], [0.6, 1, 0], [0, 0, 0.3]], 70),
    random.multivariate_normal([4, 1, 2], [[0.5, -0.2, 0.1], [-0.2, 0.4, 0], [0.1, 0, 0.6]], 50),
    random.multivariate_normal([-1, 5, 1], np.eye(3) * 0.8, 40),
]).round(5)
found = []
for covariance in ["full", "tied", "diag", "spherical"]:
    mixture = GaussianMixture(3, covariance_type=covariance, tol=1e-10, max_iter=500, random_state=0).fit(x)
    order = np.argsort(mixture.means_[:, 0])
    found.append(dict(
        covariance=covariance, logLikelihood=mixture.score(x), bic=mixture.bic(x), aic=mixture.aic(x),
        shares=mixture.weights_[order].tolist(), means=mixture.means_[order].tolist(),
        probabilities=mixture.predict_proba(x)[::8, order].round(9).tolist(),
    ))
print(json.dumps(dict(x=x.tolist(), found=found)))
