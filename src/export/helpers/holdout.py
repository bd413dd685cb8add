def holdout(models, test=None, **settings):
    """Scores every model on the rows that its split kept for testing, or on separate test data."""
    found = {}
    for model in models:
        data = model.data if test is None else test
        rows = model.data.rows("test") if test is None else np.arange(len(test.frame))
        rows = rows[model.data.target_of(data).iloc[rows].notna().to_numpy()]
        truth, x = model.data.target_of(data).iloc[rows], data.frame[model.data.x.columns].iloc[rows]
        for metric, value in score(truth.to_numpy(), model.pipeline, x, model.data, **settings).items():
            found[f"{model.node}.{metric}"] = float(value)
    return found
