from dataclasses import replace


def cluster(learner, data, node):
    """A model of the groups in the training rows, the data with the group of every row in an ignored column, and the
    same rows as they were gathered."""
    pipeline = data.pipeline(learner).fit(data.x.iloc[data.rows("train")])
    name, number = "cluster", 2
    while name in data.frame.columns:
        name, number = f"cluster ({number})", number + 1
    groups = ["Noise" if group < 0 else f"Cluster {group + 1}" for group in pipeline.predict(data.x)]
    seen = replace(data, frame=data.frame.assign(**{name: groups}), roles={**data.roles, name: "ignored"})
    return Model(node, pipeline, data), seen, replace(seen, recipe=())
