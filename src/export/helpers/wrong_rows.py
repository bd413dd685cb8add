import numpy as np
from dataclasses import replace


def wrong_rows(model, test=None, rows="wrong", truth="", predicted="", least=0, bounds=(None, None), most=None, threshold=0.5):
    """The test rows that a model predicts wrongly, the worst first, as data with row, truth, prediction and error."""
    data = model.data
    source = data if test is None else test
    x, y = test_of(model, test)
    frame = source.frame.loc[x.index].assign(row=source.frame.index.get_indexer(x.index) + 1, truth=y)
    if hasattr(model.pipeline, "predict_proba"):
        classes, said = of_all_classes(data, model.pipeline, x)
        chosen = said.argmax(axis=1)
        if len(classes) == 2:
            chosen = decide(said, classes.index(positive_class(data)), model.threshold if threshold == 0.5 else threshold)
        frame = frame.assign(prediction=np.array(classes)[chosen], score=said[np.arange(len(said)), chosen])
        frame["error"] = 1 - said[np.arange(len(said)), [classes.index(name) for name in y]]
        if rows == "wrong":
            frame = frame[frame.truth != frame.prediction]
        for column, name in (("truth", truth), ("prediction", predicted)):
            frame = frame if name == "" else frame[frame[column].astype(str) == name]
    else:
        frame = frame.assign(prediction=model.pipeline.predict(x))
        residual = frame.truth - frame.prediction
        low, high = bounds
        frame["error"] = residual.abs()
        frame = frame[(residual >= (-np.inf if low is None else low)) & (True if high is None else residual < high)]
        frame = frame[frame.error > 0] if rows == "wrong" else frame
    frame = frame[frame.error >= least].sort_values("error", ascending=False, kind="stable").head(most)
    added = {name: "ignored" for name in ("truth", "prediction", "score", "error")}
    return replace(source, frame=frame.reset_index(drop=True), roles={**source.roles, **added, "row": "id"}, recipe=(), marks=None)
