import numpy as np
import pandas as pd
from sklearn.inspection import partial_dependence


def depends_on(model, test=None, columns=(None,), wanted=None, points=30, most=500):
    """Mean answer of the pipeline for each value of one or two raw columns, all else as it is."""
    data, source = model.data, model.data if test is None else test
    rows = source.rows("test")
    rows = rows if len(rows) > 0 else np.arange(len(source.frame))
    x = source.frame[data.x.columns].iloc[rows]
    x = x.sample(min(most, len(x)), random_state=0)
    names = [x.columns[0] if name is None else name for name in columns]
    known = {name: x[name].dropna() for name in names}
    # Columns without gaps make the grid; a gap would be one of its values.
    x = x.loc[np.logical_and.reduce([x[name].notna() for name in names])]
    words = [name for name in names if not pd.api.types.is_numeric_dtype(known[name])]
    found = partial_dependence(
        model.pipeline, x, names if len(names) == 1 else [tuple(names)], categorical_features=words or None,
        grid_resolution=points, percentiles=(0.05, 0.95), method="brute", kind="average",
    )
    answers = found["average"]
    classes = list(getattr(model.pipeline, "classes_", []))
    name = wanted if wanted is not None else data.positive
    place = classes.index(name) if len(classes) > 2 and name in classes else 0
    mean = answers[place]
    if len(classes) == 2 and name == classes[0]:
        mean = 1 - mean
    return pd.DataFrame(mean, index=found["values"][0], columns=["mean"] if len(names) == 1 else found["values"][1])
