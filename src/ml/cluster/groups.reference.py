"""Run: /usr/bin/python3 src/ml/cluster/groups.reference.py > src/ml/cluster/groups.reference.json"""
import json

import numpy as np
from scipy.cluster.hierarchy import linkage
from sklearn.cluster import DBSCAN, AgglomerativeClustering
from sklearn.datasets import make_moons
from sklearn.neighbors import NearestNeighbors

x = make_moons(140, noise=0.07, random_state=3)[0]
x = np.vstack([x, [[2.6, 1.4], [-1.5, -0.9]]]).round(6)
x = np.column_stack([x, np.random.default_rng(4).normal(0, 0.1, len(x)).round(6)])

dbscan = [
    dict(
        eps=eps, minSamples=least, metric=metric, labels=found.labels_.tolist(),
        core=found.core_sample_indices_.tolist(),
    )
    for eps, least, metric in [(0.3, 5, "euclidean"), (0.25, 8, "euclidean"), (0.35, 5, "manhattan"), (0.2, 5, "chebyshev"), (0.01, 6, "cosine")]
    for found in [DBSCAN(eps=eps, min_samples=least, metric=metric).fit(x)]
]
trees = []
for method, metric in [
    ("ward", "euclidean"), ("complete", "euclidean"), ("average", "euclidean"), ("single", "euclidean"),
    ("average", "manhattan"), ("complete", "cosine"),
]:
    heights = linkage(x, method, "cityblock" if metric == "manhattan" else metric)[:, 2]
    threshold = float((heights[-6] + heights[-5]) / 2)
    make = lambda **cut: AgglomerativeClustering(linkage=method, affinity=metric, **cut).fit(x)
    trees.append(dict(
        linkage=method, metric=metric, heights=heights.round(9).tolist(), labels=make(n_clusters=4).labels_.tolist(),
        threshold=threshold, cut=make(n_clusters=None, distance_threshold=threshold).labels_.tolist(),
    ))
far = NearestNeighbors(n_neighbors=5).fit(x).kneighbors(x)[0][:, -1]
print(json.dumps(dict(x=x.tolist(), dbscan=dbscan, trees=trees, fifth=sorted(far.round(9).tolist(), reverse=True))))
