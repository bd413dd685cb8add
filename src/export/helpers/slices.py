import numpy as np
import pandas as pd
from sklearn import metrics


def slices(model, test=None, columns=(), bins=4, favourable=None, smallest=20, threshold=0.5):
    """How a model does in each group of the test rows, and how differently the groups of a column are treated."""
    data = model.data
    x, y = test_of(model, test)
    frame = (data if test is None else test).frame.loc[x.index]
    columns = columns.among(frame, data) if hasattr(columns, "among") else columns
    columns, classes = columns or list(x.columns[:8]), hasattr(model.pipeline, "predict_proba")
    predicted = model.pipeline.predict(x)
    if classes:
        names, said = of_all_classes(data, model.pipeline, x)
        if len(names) == 2:
            favourable = positive_class(data) if favourable is None else favourable
            cut = model.threshold if threshold == 0.5 else threshold
            predicted = np.array(names)[decide(said, names.index(positive_class(data)), cut)]
    judge = metrics.accuracy_score if classes else metrics.mean_absolute_error
    found, gaps = [], {}
    for column in columns:
        numbers = pd.api.types.is_numeric_dtype(frame[column])
        groups = pd.qcut(frame[column], bins, duplicates="drop") if numbers else frame[column]
        own = []
        for name, places in pd.Series(range(len(frame))).groupby(groups.astype(str).to_numpy()):
            truth, called = y.to_numpy()[places], predicted[places]
            row = {"column": column, "group": name, "rows": len(places), "score": judge(truth, called)}
            if favourable is not None:
                row["called"], row["found"] = (called == favourable).mean(), (called[truth == favourable] == favourable).mean()
            own.append(row)
        found += own
        large = pd.DataFrame([row for row in own if row["rows"] >= smallest])
        if favourable is not None and len(large) > 1:
            gaps[column] = {
                "demographic parity difference": large.called.max() - large.called.min(),
                "disparate impact ratio": large.called.min() / large.called.max(),
                "equal opportunity difference": large.found.max() - large.found.min(),
            }
    return pd.DataFrame(found), pd.DataFrame(gaps).T
