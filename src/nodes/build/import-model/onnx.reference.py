"""Small ONNX models and what scikit-learn says of the same rows. Needs: pip install onnx skl2onnx scikit-learn
python3 src/nodes/build/import-model/onnx.reference.py > src/nodes/build/import-model/onnx.reference.json
"""

import base64
import json

import numpy as np
from onnx import TensorProto, helper, numpy_helper
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType, StringTensorType
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

random = np.random.default_rng(3)
names = ["a", "b", "c", "d"]
x = random.normal(size=(60, 4)).astype(np.float32)
score = x[:, 0] - 0.7 * x[:, 1]
kinds = np.where(score > 0.5, "tall", np.where(score > -0.4, "middle", "short"))
value = 2 * x[:, 0] - x[:, 2] + 0.5


def text(model):
    return base64.b64encode(model.SerializeToString()).decode()


def exported(model, inputs, zipmap=None):
    options = None if zipmap is None else {"zipmap": zipmap}
    return text(to_onnx(model, initial_types=inputs, options=options, target_opset=15))


def graph(nodes, outputs, weights=(), inputs=None, domains=()):
    inputs = inputs or [helper.make_tensor_value_info("x", TensorProto.FLOAT, [None, 4])]
    initial = [numpy_helper.from_array(array, name) for name, array in weights]
    made = helper.make_graph(nodes, "g", inputs, outputs, initial)
    opsets = [helper.make_opsetid("", 15), *(helper.make_opsetid(domain, 1) for domain in domains)]
    return text(helper.make_model(made, opset_imports=opsets, ir_version=8))


def floats(name, width):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, [None, width])


table = [("x", FloatTensorType([None, 4]))]
each = [(name, FloatTensorType([None, 1])) for name in names]
logistic = LogisticRegression().fit(x, kinds)
forest = RandomForestClassifier(4, max_depth=3, random_state=0).fit(x, kinds)
scaled = ColumnTransformer([("scale", StandardScaler(), [0, 1, 2, 3])])
pipeline = make_pipeline(scaled, LogisticRegression()).fit(x, kinds)
words = make_pipeline(OneHotEncoder(), LogisticRegression()).fit(kinds.reshape(-1, 1), score > 0)

kernel = random.normal(size=(4, 3)).astype(np.float32)
shift = random.normal(size=3).astype(np.float32)
logits = x.astype(np.float64) @ kernel + shift
shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
dense = [helper.make_node("MatMul", ["x", "kernel"], ["h"]), helper.make_node("Add", ["h", "shift"], ["logits"])]
kept = [("kernel", kernel), ("shift", shift)]
softmax = helper.make_node("Softmax", ["logits"], ["p"], axis=1)
fixed = [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 4])]
pair = helper.make_node("Gather", ["p", "first"], ["q"], axis=1)

print(
    json.dumps(
        {
            "x": [[float(number) for number in row] for row in x],
            "kinds": kinds.tolist(),
            "value": value.tolist(),
            "classes": logistic.classes_.tolist(),
            "models": {
                "logistic": exported(logistic, table, False),
                "zipmap": exported(logistic, table, True),
                "forest": exported(forest, table, False),
                "pipeline": exported(pipeline, each, False),
                "linear": exported(LinearRegression().fit(x, value), table),
                "words": exported(words, [("w", StringTensorType([None, 1]))], False),
                "softmax": graph([*dense, softmax], [floats("p", 3)], kept),
                "single": graph([*dense, softmax, pair], [floats("q", 1)], [*kept, ("first", np.array([0]))]),
                "logits": graph(dense, [floats("logits", 3)], kept),
                "fixed": graph([*dense, softmax], [floats("p", 3)], kept, fixed),
                "unknown": graph(
                    [helper.make_node("Wonder", ["x"], ["p"], domain="own")], [floats("p", 3)], domains=["own"]
                ),
            },
            "expected": {
                "logistic": logistic.predict_proba(x).tolist(),
                "forest": forest.predict_proba(x).tolist(),
                "pipeline": pipeline.predict_proba(x).tolist(),
                "linear": [[float(number)] for number in LinearRegression().fit(x, value).predict(x)],
                "softmax": shares.tolist(),
                "single": shares[:, :1].tolist(),
            },
        }
    )
)
