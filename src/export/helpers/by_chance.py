import numpy as np
from sklearn.model_selection import permutation_test_score


def by_chance(data, learner, metric, permutations, scheme, folds, stratified, seed, draws, test_share, **settings):
    """The score, and its p-value against shuffled targets, by scikit-learn's permutation_test_score; it shuffles in its own order."""
    rows, name = rows_to_fold(data), []
    splits = make_splits(data, rows, scheme, folds, 1, stratified, seed, draws, test_share)
    cv = [(np.searchsorted(rows, train), np.searchsorted(rows, test)) for train, test in splits]

    def judge(fitted, x, y):
        found = score(np.asarray(y), fitted, x, data, **settings)
        name[:] = [usual_metric(found, metric)]
        return -found[name[0]] if lower_is_better(name[0]) else found[name[0]]

    groups = data.frame[data.column_with("group")].iloc[rows] if "group" in data.roles.values() else None
    x, y = data.x.iloc[rows], data.y.iloc[rows]
    real, _, p_value = permutation_test_score(
        data.pipeline(learner), x, y, groups=groups, cv=cv, n_permutations=permutations, scoring=judge, random_state=seed
    )
    return {name[0]: float(abs(real)), "pValue": float(p_value), "shuffles": permutations}
