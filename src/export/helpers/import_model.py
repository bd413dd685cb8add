import joblib
from sklearn.pipeline import Pipeline


def import_model(path, data, node):
    """What joblib.dump saved: a fitted estimator or pipeline, or the file of a deployed endpoint."""
    saved = joblib.load(path)
    served = saved if isinstance(saved, dict) else {"pipeline": saved, "threshold": 0.5}
    fitted = served["pipeline"]
    pipeline = fitted if isinstance(fitted, Pipeline) else Pipeline([("model", fitted)])
    return Model(node, pipeline, data, served["threshold"])
