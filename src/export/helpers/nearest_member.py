import numpy as np
from sklearn.base import BaseEstimator, ClusterMixin
from sklearn.neighbors import NearestNeighbors


class NearestMember(ClusterMixin, BaseEstimator):
    """A clustering that can be asked about new rows: they join the cluster of the nearest row (DBSCAN: core row)."""

    def __init__(self, learner, rows=None):
        self.learner, self.rows = learner, rows

    def fit(self, x, y=None):
        x = np.asarray(x, float)
        if self.rows and len(x) > self.rows:
            x = x[np.sort(np.random.default_rng(0).permutation(len(x))[: self.rows])]
        labels = self.learner.fit_predict(x)
        members = getattr(self.learner, "core_sample_indices_", np.arange(len(x)))
        self.reach_ = getattr(self.learner, "eps", np.inf)
        _, first = np.unique(labels[members], return_index=True)
        names = {labels[members[place]]: name for name, place in enumerate(np.sort(first))}
        self.labels_ = np.array([names[label] for label in labels[members]], int)
        metric = "euclidean" if getattr(self.learner, "linkage", None) == "ward" else self.learner.metric
        self.search_ = NearestNeighbors(n_neighbors=1, metric=metric).fit(x[members]) if len(members) else None
        return self

    def predict(self, x):
        if self.search_ is None:
            return np.full(len(x), -1)
        distances, places = self.search_.kneighbors(np.asarray(x, float))
        return np.where(distances[:, 0] <= self.reach_, self.labels_[places[:, 0]], -1)
