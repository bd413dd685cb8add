"""Figures of scikit-learn's encoders, fitted on the first six rows and applied to all.

python3 src/nodes/prepare/encode/encode.reference.py > src/nodes/prepare/encode/encode.reference.json
"""
import json
import warnings

import numpy as np
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder

warnings.filterwarnings("ignore")
words = ["Torgersen", "Biscoe", "Dream", "biscoe", "Dream", "Émile", "Biscoe", "Nowhere"]
x = np.array(words, dtype=object).reshape(-1, 1)
one_hot = lambda drop: OneHotEncoder(handle_unknown="ignore", sparse_output=False, drop=drop).fit(x[:6])
ordinal = OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1).fit(x[:6])
print(json.dumps({
    "words": words,
    "categories": list(one_hot(None).categories_[0]),
    "none": one_hot(None).transform(x).tolist(),
    "first": one_hot("first").transform(x).tolist(),
    "ordinal": ordinal.transform(x)[:, 0].tolist(),
}))
