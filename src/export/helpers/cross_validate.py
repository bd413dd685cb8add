import numpy as np
import pandas as pd
from types import SimpleNamespace
from dataclasses import replace


def make_folds(data, rows, folds, repeats, stratified, seed):
    """Test rows of every fold, the same as Stagecraft draws: shuffle, then deal one by one; groups stay whole."""
    chance, members = Chance(seed), members_of(data, rows)
    for _ in range(repeats):
        if members is not None:
            dealt = chance.shuffle(list(range(len(members))))
            for fold in range(folds):
                yield np.sort(np.concatenate([members[group] for group in dealt[fold::folds]]))
            continue
        strata = strata_of(data, rows) if stratified else [list(rows)]
        dealt = np.concatenate([chance.shuffle(stratum) for stratum in strata])
        for fold in range(folds):
            yield np.sort(dealt[fold::folds])


def members_of(data, rows):
    """Rows of each group, in the order of their first rows; a row without a group is one by itself."""
    if "group" not in data.roles.values():
        return None
    members = {}
    for row, value in zip(rows, data.frame[data.column_with("group")].iloc[rows]):
        members.setdefault(("missing", row) if pd.isna(value) else value, []).append(row)
    return list(members.values())


def make_splits(data, rows, scheme, folds, repeats, stratified, seed, draws, test_share):
    """Training and test rows, the same as Stagecraft's: forward in time, one left out, drawn at random, or all for both."""
    if scheme == "training":
        yield rows, rows
    elif scheme == "forward":
        yield from forward_splits(data, rows, folds)
    elif scheme == "folds":
        for test in make_folds(data, rows, folds, repeats, stratified, seed):
            yield np.setdiff1d(rows, test), test
    else:
        members = members_of(data, rows)
        if scheme == "leave-one-out":
            parts = [[row] for row in rows] if members is None else members
            tests = (np.array(part) for part in parts)
        else:
            tests = draw_tests(data, rows, members, stratified, Chance(seed), draws, test_share)
        for test in tests:
            yield np.setdiff1d(rows, test), np.sort(test)


def forward_splits(data, rows, folds):
    """Blocks of time, each with what came before it; no time is parted, and no group is on both sides."""
    order, size = rows, len(rows) // (folds + 1)
    starts = [len(rows) - (folds - fold) * size for fold in range(folds)]
    if "time" in data.roles.values():
        times = data.frame[data.column_with("time")].iloc[rows].to_numpy()
        order = rows[np.argsort(times, kind="stable")]
        times = np.sort(times, kind="stable")
        changes, following, moved = np.flatnonzero(times[1:] != times[:-1]) + 1, 0, []
        for fold, start in enumerate(starts):
            last = len(changes) - (folds - fold)
            while following < last and abs(changes[following + 1] - start) < abs(changes[following] - start):
                following += 1
            moved.append(changes[following])
            following += 1
        starts = moved
    groups = data.frame[data.column_with("group")] if "group" in data.roles.values() else None
    for start, end in zip(starts, [*starts[1:], len(rows)]):
        train, test = order[:start], order[start:end]
        if groups is not None:
            train = train[~(groups.iloc[train].isin(groups.iloc[test].dropna())).to_numpy()]
        yield np.sort(train), np.sort(test)


def draw_tests(data, rows, members, stratified, chance, draws, share):
    if members is not None:
        strata = [list(range(len(members)))]
    else:
        strata = strata_of(data, rows) if stratified else [list(rows)]
    for _ in range(draws):
        drawn = [place for stratum in strata
                 for place in chance.shuffle(list(stratum))[:largest_remainder(len(stratum), [share, 100 - share])[0]]]
        yield np.concatenate([members[place] for place in drawn]) if members is not None else np.array(drawn)


class Answers:
    """What several pipelines said of their own test rows, as if one had said it of all."""

    def __init__(self):
        self.rows, self.said = [], []

    def add(self, pipeline, x, rows):
        self.rows.append(rows)
        if hasattr(pipeline, "predict_proba"):
            self.said.append(pd.DataFrame(pipeline.predict_proba(x), columns=pipeline.classes_))
        else:
            self.said.append(pd.Series(pipeline.predict(x)))

    def predictor(self):
        said = pd.concat(self.said)
        if isinstance(said, pd.Series):
            return SimpleNamespace(predict=lambda _: said.to_numpy())
        said = said.fillna(0).sort_index(axis=1)
        return SimpleNamespace(classes_=said.columns.to_numpy(), predict_proba=lambda _: said.to_numpy())


def cross_validate(data, learners, folds, repeats, stratified, seed, scheme="folds", draws=10, test_share=20, **settings):
    """Fits recipe and model again in every fold, on rows that are not kept for testing; means over the folds."""
    rows = np.arange(len(data.frame)) if data.marks is None else np.flatnonzero((data.marks == "train") | (data.marks == "validation"))
    rows = rows[data.y.iloc[rows].notna().to_numpy()]
    found = Figures(**settings)
    for node, learner in learners.items():
        scores, answers = [], Answers()
        for train, test in make_splits(data, rows, scheme, folds, repeats, stratified, seed, draws, test_share):
            pipeline = data.pipeline(learner).fit(data.x.iloc[train], data.y.iloc[train])
            if scheme in ("leave-one-out", "training"):
                answers.add(pipeline, data.x.iloc[test], test)
            else:
                scores.append(score(data.y.iloc[test].to_numpy(), pipeline, data.x.iloc[test], data, **settings))
        if answers.rows:
            scores.append(score(data.y.iloc[np.concatenate(answers.rows)].to_numpy(), answers.predictor(), None, data, **settings))
        for metric in scores[0]:
            found[f"{node}.{metric}"] = float(np.nanmean([each[metric] for each in scores]))
    return found
