import numpy as np
import pandas as pd
from dataclasses import dataclass, field, replace
from sklearn.base import clone
from sklearn.pipeline import Pipeline


@dataclass(frozen=True)
class Dataset:
    """A raw table on its way to a model: the recipe is fitted later, on training rows alone."""

    frame: pd.DataFrame
    target: str = None
    positive: str = None
    roles: dict = field(default_factory=dict)  # column -> role, where it is not "feature"
    recipe: tuple = ()  # (name, transformer) pairs
    marks: np.ndarray = None  # "train", "validation" or "test" for every row

    def then(self, name, transformer):
        return replace(self, recipe=self.recipe + ((f"{len(self.recipe) + 1} {name}", transformer),))

    def rows(self, mark):
        if self.marks is None:
            return np.arange(len(self.frame)) if mark == "train" else np.arange(0)
        return np.flatnonzero(self.marks == mark)

    def of_type(self, wanted, columns):
        numeric = self.frame.select_dtypes("number").columns
        return [column for column in columns if (column in numeric) == (wanted == "numbers")]

    @property
    def x(self):
        left_out = {column for column, role in self.roles.items() if role != "feature"} | {self.target}
        return self.frame[[column for column in self.frame.columns if column not in left_out]]

    @property
    def y(self):
        return self.frame[self.target]

    def pipeline(self, learner):
        return Pipeline([(name, clone(step)) for name, step in self.recipe] + [("model", clone(learner))])
