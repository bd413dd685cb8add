"""Trees of scikit-learn 1.2 for fitTree.test.ts. The trees end before two cuts are equally good: scikit-learn chooses
between such cuts by chance. Values are multiples of 1/64, which float32 holds exactly.
Run: /usr/bin/python3 src/ml/tree/fitTree.reference.py > src/ml/tree/fitTree.reference.json"""
import json
import numpy as np
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor

random = np.random.default_rng(11)
x = np.round(random.normal(size=(120, 3)) * 64 * 4) / 64
label = (x[:, 0] + 0.5 * x[:, 1] > 1).astype(int) + (x[:, 2] > 3).astype(int)
noisy = np.where(random.random(120) < 0.1, random.integers(0, 3, 120), label)
value = np.round(1000 + 30 * np.sin(x[:, 0]) + 5 * x[:, 1] + random.normal(size=120), 3)


def case(model, y):
    model.fit(x, y)
    tree = model.tree_
    classes = isinstance(model, DecisionTreeClassifier)
    return {
        "y": y.tolist(),
        "feature": np.maximum(tree.feature, -1).tolist(),
        "threshold": np.where(tree.feature >= 0, tree.threshold, 0).tolist(),
        "left": tree.children_left.tolist(),
        "right": tree.children_right.tolist(),
        "samples": tree.n_node_samples.tolist(),
        "impurity": np.round(tree.impurity, 10).tolist(),
        "value": np.round(tree.value.ravel(), 10).tolist(),
        "importances": model.feature_importances_.tolist(),
        "scores": (model.predict_proba(x[:6]) if classes else model.predict(x[:6])).ravel().tolist(),
    }


print(
    json.dumps(
        {
            "x": x.tolist(),
            "gini": case(DecisionTreeClassifier(max_depth=3, random_state=0), noisy),
            "entropy": case(DecisionTreeClassifier(criterion="entropy", max_depth=3, min_samples_leaf=4, random_state=0), noisy),
            "splitSize": case(DecisionTreeClassifier(min_samples_split=30, random_state=0), noisy),
            "value": case(DecisionTreeRegressor(max_depth=4, min_samples_leaf=3, random_state=0), value),
        }
    )
)
