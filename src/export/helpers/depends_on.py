import numpy as np
import pandas as pd


def depends_on(model, test=None, columns=(None,), wanted=None, points=30, most=500):
    """Mean answer of the pipeline for each value of one or two raw columns, all else as it is (partial dependence)."""
    data, source = model.data, model.data if test is None else test
    rows = source.rows("test")
    rows = rows if len(rows) > 0 else np.arange(len(source.frame))
    x = source.frame[data.x.columns].iloc[rows]
    x = x.sample(min(most, len(x)), random_state=0)
    names = [x.columns[0] if name is None else name for name in columns]
    grids = [dependence_grid(x[name], points) for name in names]
    mean = [answers_of(model, x.assign(**dict(zip(names, values))), wanted).mean() for values in pairs_of(grids)]
    index = pd.Index(grids[0], name=names[0])
    return pd.DataFrame(np.reshape(mean, [len(grids[0]), -1]), index, grids[1] if len(names) > 1 else ["mean"])


def pairs_of(grids):
    return [(value,) for value in grids[0]] if len(grids) == 1 else [(a, b) for a in grids[0] for b in grids[1]]


def dependence_grid(column, points):
    """All values where there are few, else the quantiles from 5 % to 95 %; of categories the most frequent first."""
    known = column.dropna()
    if not pd.api.types.is_numeric_dtype(known):
        return list(known.value_counts().index)
    values = np.unique(known)
    return list(values if len(values) <= points else np.unique(known.quantile(np.linspace(0.05, 0.95, points))))


def answers_of(model, x, wanted):
    classes = [str(name) for name in getattr(model.pipeline, "classes_", [])]
    if not classes:
        return model.pipeline.predict(x)
    usual = positive_class(model.data) if len(classes) == 2 else classes[0]
    return model.pipeline.predict_proba(x)[:, classes.index(str(usual if wanted is None else wanted))]
