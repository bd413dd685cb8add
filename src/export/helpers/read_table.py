import numpy as np
import pandas as pd


def read_table(path, dates=(), missing=(), **settings):
    """A CSV or JSON file; cells that count as missing become NaN, whatever their type."""
    frame = pd.read_json(path, convert_dates=False) if path.endswith(".json") else pd.read_csv(path, **settings)
    frame = frame.replace(list(missing), np.nan).fillna(value=np.nan) if missing else frame.fillna(value=np.nan)
    return frame.assign(**{column: pd.to_datetime(frame[column], errors="coerce") for column in dates})
