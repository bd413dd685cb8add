import numpy as np
from sklearn.model_selection import validation_curve


def vary(data, learner, space, points, metric, scheme, folds, stratified, seed, draws, test_share, **settings):
    """Mean scores on test and training rows over the values of one setting, by scikit-learn's validation_curve."""
    rows, pipeline = rows_to_fold(data), data.pipeline(learner)
    wanted = own_names(pipeline, space)
    if not wanted:
        print("Nothing of the space belongs to", type(pipeline[-1]).__name__)
        return {}
    # Where no setting was chosen, the first of the usual ones is varied.
    name = next(whole for short in space for whole in wanted if whole.split("__")[-1] in (short, short + "_init"))
    values = wanted[name].points(is_whole(name), points) if isinstance(wanted[name], Range) else wanted[name]
    splits = make_splits(data, rows, scheme, folds, 1, stratified, seed, draws, test_share)
    cv = [(np.searchsorted(rows, train), np.searchsorted(rows, test)) for train, test in splits]

    def judge(fitted, x, y):
        found = score(y.to_numpy(), fitted, x, data, **settings)
        return found[usual_metric(found, metric)]

    x, y = data.x.iloc[rows], data.y.iloc[rows]
    trained, tested = validation_curve(pipeline, x, y, param_name=name, param_range=values, cv=cv, scoring=judge)
    print("Varied:", name)
    found = {}
    for value, own, other in zip(values, trained, tested):
        label = f"{value:.4g}" if isinstance(value, float) else value
        found[f"test.{label}"], found[f"train.{label}"] = float(np.nanmean(other)), float(np.nanmean(own))
    return found
