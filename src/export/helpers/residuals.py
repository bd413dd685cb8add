import numpy as np
from scipy import stats


def residuals(model, test=None, order=None):
    """Truth less prediction of the test rows, and whether its size or its neighbours show a pattern."""
    x, y = test_of(model, test)
    predicted = model.pipeline.predict(x)
    left = y.to_numpy() - predicted
    statistic = len(left) * np.corrcoef(left**2, predicted)[0, 1] ** 2
    found = {"mean": left.mean(), "std": left.std(ddof=1), "Breusch-Pagan p": stats.chi2.sf(statistic, 1), "Jarque-Bera p": stats.jarque_bera(left)[1]}
    if order is not None:
        frame = (model.data if test is None else test).frame
        sorted_left = left[np.argsort(frame.loc[x.index, order].to_numpy(), kind="stable")]
        found["Durbin-Watson"] = np.sum(np.diff(sorted_left) ** 2) / np.sum(sorted_left**2)
    return {name: float(value) for name, value in found.items()}
