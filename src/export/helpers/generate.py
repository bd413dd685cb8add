import math
import numpy as np
import pandas as pd


def normals(chance):
    """Standard normal numbers by Marsaglia's polar method."""
    while True:
        u, v = 2 * chance.word() / 4294967296 - 1, 2 * chance.word() / 4294967296 - 1
        s = u * u + v * v
        if 0 < s < 1:
            scale = math.sqrt(-2 * math.log(s) / s)
            yield u * scale
            yield v * scale


def generate(shape, rows, noise, seed):
    """The generated data sets of Stagecraft, row for row."""
    chance = Chance(seed)
    normal, turn = normals(chance), 2 * math.pi
    uniform = lambda: chance.word() / 4294967296
    if shape == "linear":
        table = []
        for _ in range(rows):
            x = [2 * uniform() - 1 for _ in range(3)]
            table.append([*x, 3 * x[0] - 2 * x[1] + 1 + noise * next(normal)])
        return pd.DataFrame(table, columns=["x1", "x2", "x3", "y"])

    def point(kind):
        if shape == "blobs":
            return [(-2, 0), (2, 0.5), (0, 3)][kind]
        if shape == "moons":
            angle = uniform() * turn / 2
            return (math.cos(angle), math.sin(angle)) if kind == 0 else (1 - math.cos(angle), 0.5 - math.sin(angle))
        if shape == "circles":
            angle, radius = uniform() * turn, [1, 0.5][kind]
            return radius * math.cos(angle), radius * math.sin(angle)
        along = math.sqrt(uniform())
        angle = (kind / 2 + along * 1.5) * turn
        return along * 2 * math.cos(angle), along * 2 * math.sin(angle)

    kinds = [row % (3 if shape == "blobs" else 2) for row in range(rows)]
    spread = noise + 0.6 if shape == "blobs" else noise
    table = [[value + spread * next(normal) for value in point(kind)] + ["abc"[kind]] for kind in kinds]
    return pd.DataFrame(table, columns=["x", "y", "class"])
