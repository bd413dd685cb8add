from dataclasses import replace


def unusual_rows(learner, data, node, raw=False):
    """A model of the usual training rows, and the data with score and flag of every row in ignored columns."""
    pipeline = data.pipeline(learner).fit(data.x.iloc[data.rows("train")])

    def free(base):
        name, number = base, 2
        while name in data.frame.columns:
            name, number = f"{base} ({number})", number + 1
        return name

    scores = -(pipeline.score_samples(data.x) if raw else pipeline.decision_function(data.x))
    limit = -pipeline.steps[-1][1].offset_ if raw else 0
    flags = ["unusual" if score > limit else "usual" for score in scores]
    columns = {free("unusual score"): scores, free("unusual"): flags}
    seen = replace(data, frame=data.frame.assign(**columns), roles={**data.roles, **dict.fromkeys(columns, "ignored")})
    return Model(node, pipeline, data), seen
