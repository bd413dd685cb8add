"""Values that scikit-learn's SimpleImputer learns.

python3 src/nodes/prepare/impute/impute.reference.py > src/nodes/prepare/impute/impute.reference.json
"""
import json

import numpy as np
from sklearn.impute import SimpleImputer

numbers = [3.5, None, 2.25, 3.5, 2.25, 19.0, None, 4.1, 0.3]
words = ["b", "a", None, "a", "b", "c", "c", None]
learn = lambda strategy, column: SimpleImputer(strategy=strategy).fit(column).statistics_[0]
x = np.array(numbers, dtype=float).reshape(-1, 1)
w = np.array([np.nan if v is None else v for v in words], dtype=object).reshape(-1, 1)
print(json.dumps({
    "numbers": numbers,
    "words": words,
    "median": learn("median", x),
    "mean": learn("mean", x),
    "most-frequent": learn("most_frequent", x),
    "category": learn("most_frequent", w),
}))
