"""The data, and scikit-learn's answers, for scripts/bench/figures/quality.mjs.

Usage: python3 quality.py; prints JSON: {"data": {NAME: {"columns", "target", "train"}}, "answers": {NAME: {ALGORITHM: …}}}.
Answers are those for the rows behind the first `train` ones: a list a row, of probabilities in the order of the classes,
of one value, or of the number of a cluster; of algorithms without a target for all rows.
"""

import json
import sys
import warnings

sys.path.pop(0)  # scripts beside this one must not hide modules of the same name
warnings.simplefilter("ignore")

import numpy
import pandas
from sklearn import cluster, dummy, ensemble, linear_model, mixture, naive_bayes, neighbors, neural_network, svm, tree
from sklearn.compose import ColumnTransformer
from sklearn.datasets import make_friedman1
from sklearn.impute import SimpleImputer
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

random = numpy.random.RandomState(4)


def flowers():
    """Iris-like: three kinds, four measures, two of the kinds overlapping."""
    means = numpy.array([[5.0, 3.4, 1.5, 0.2], [5.9, 2.8, 4.3, 1.3], [6.6, 3.0, 5.6, 2.0]])
    spreads = numpy.array([[0.35, 0.38, 0.17, 0.1], [0.51, 0.31, 0.47, 0.2], [0.63, 0.32, 0.55, 0.27]])
    kind = random.randint(0, 3, 1500)
    shared = random.normal(size=(1500, 1))
    x = means[kind] + spreads[kind] * (0.7 * shared + 0.7 * random.normal(size=(1500, 4)))
    frame = pandas.DataFrame(x, columns=["sepal length", "sepal width", "petal length", "petal width"])
    return frame, numpy.array(["setosa", "versicolor", "virginica"])[kind]


def values():
    """Regression: five of ten columns count, not all of them linearly."""
    x, y = make_friedman1(2000, 10, noise=1.0, random_state=2)
    return pandas.DataFrame(x, columns=[f"x{i}" for i in range(10)]), y


def customers():
    """Messy and mixed: gaps, a long tail, a constant, and words; two classes of unlike size."""
    n = 2000
    age, income, visits = random.normal(45, 14, n), random.lognormal(10, 0.8, n), random.poisson(3, n) * 1.0
    plan = random.choice(["basic", "plus", "family"], n, p=[0.6, 0.3, 0.1])
    city = random.choice([f"city {i}" for i in range(12)], n)
    odds = 0.05 * (age - 45) + 0.8 * (numpy.log(income) - 10) - 0.4 * visits + (plan == "family") * 1.5
    left = odds + random.logistic(size=n) > 0.6
    frame = pandas.DataFrame({"age": age, "income": income, "visits": visits, "always": 1.0})
    frame = frame.mask(random.uniform(size=frame.shape) < 0.08)
    frame["plan"] = pandas.Series(plan).mask(random.uniform(size=n) < 0.05)
    frame["city"] = pandas.Series(city).mask(random.uniform(size=n) < 0.05)
    return frame, numpy.where(left, "left", "stayed")


def prepared(frame, train):
    words = [name for name in frame if frame[name].dtype == object]
    numbers = [name for name in frame if name not in words]
    each = [("numbers", make_pipeline(SimpleImputer(strategy="median"), StandardScaler()), numbers)]
    if words:
        encoder = OneHotEncoder(handle_unknown="ignore")
        each.append(("words", make_pipeline(SimpleImputer(strategy="most_frequent"), encoder), words))
    transformer = ColumnTransformer(each, sparse_threshold=0).fit(frame[:train])
    return transformer.transform(frame)


classifiers = {
    "baseline": dummy.DummyClassifier(strategy="prior"),
    "logistic-regression": linear_model.LogisticRegression(tol=1e-8, max_iter=5000),
    "svm": svm.SVC(),
    "naive-bayes": naive_bayes.GaussianNB(),
    "nearest-neighbours": neighbors.KNeighborsClassifier(),
    "decision-tree": tree.DecisionTreeClassifier(max_depth=5, random_state=0),
    "random-forest": ensemble.RandomForestClassifier(random_state=0),
    "extra-trees": ensemble.ExtraTreesClassifier(random_state=0),
    "gradient-boosting": ensemble.HistGradientBoostingClassifier(early_stopping=False),
    "neural-network": neural_network.MLPClassifier((16,), alpha=0, batch_size=32, learning_rate_init=0.01, max_iter=50, tol=0, random_state=0),
}
regressors = {
    "baseline": dummy.DummyRegressor(),
    "linear-regression": linear_model.LinearRegression(),
    "ridge": linear_model.Ridge(1.0),
    "lasso": linear_model.Lasso(0.1, tol=1e-10, max_iter=100_000),
    "svm": svm.SVR(),
    "nearest-neighbours": neighbors.KNeighborsRegressor(),
    "decision-tree": tree.DecisionTreeRegressor(max_depth=5, random_state=0),
    "random-forest": ensemble.RandomForestRegressor(random_state=0),
    "extra-trees": ensemble.ExtraTreesRegressor(random_state=0),
    "gradient-boosting": ensemble.HistGradientBoostingRegressor(early_stopping=False),
    "neural-network": neural_network.MLPRegressor((16,), alpha=0, batch_size=32, learning_rate_init=0.01, max_iter=50, tol=0, random_state=0),
}
groups = {
    "k-means": lambda x: cluster.KMeans(3, n_init=10, random_state=0).fit_predict(x),
    "dbscan": lambda x: cluster.DBSCAN(0.5).fit_predict(x),
    "hierarchical": lambda x: cluster.AgglomerativeClustering(3).fit_predict(x),
    "gaussian-mixture": lambda x: mixture.GaussianMixture(3, random_state=0, n_init=5).fit_predict(x),
}
oddities = {
    "isolation-forest": lambda x: ensemble.IsolationForest(random_state=0).fit(x).score_samples(x),
    "one-class": lambda x: svm.OneClassSVM(nu=0.1).fit(x).decision_function(x),
}


def rows(answers):
    return numpy.asarray(answers, float).reshape(len(answers), -1).tolist()


def learned(algorithm, x, y, train):
    fitted = algorithm.fit(x[:train], y[:train])
    test = x[train:]
    if hasattr(fitted, "predict_proba"):
        return rows(fitted.predict_proba(test))
    if hasattr(fitted, "classes_"):
        return rows(fitted.predict(test)[:, None] == fitted.classes_)
    return rows(fitted.predict(test))


found = {"data": {}, "answers": {}}
for name, make, algorithms in [("flowers", flowers, classifiers), ("values", values, regressors), ("customers", customers, classifiers)]:
    frame, target = make()
    train = len(frame) * 3 // 4
    x = prepared(frame, train)
    columns = {column: frame[column].astype(object).where(frame[column].notna(), None).tolist() for column in frame}
    found["data"][name] = {"columns": columns, "target": target.tolist(), "train": train}
    answers = {key: learned(algorithm, x, target, train) for key, algorithm in algorithms.items()}
    if algorithms is classifiers:
        whole = prepared(frame, len(frame))
        answers.update({key: rows(fit(whole)) for key, fit in {**groups, **oddities}.items()})
    found["answers"][name] = answers
print(json.dumps(found))
