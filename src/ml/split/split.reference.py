"""The splits of split.ts and folds.ts, written again from their docstrings.

python3 src/ml/split/split.reference.py > src/ml/split/split.reference.json
"""
import json
import math

MASK = 0xFFFFFFFF


def sfc32(seed):
    s = [0, seed & MASK, (seed >> 16) & MASK, 1]

    def draw():
        t = (s[0] + s[1] + s[3]) & MASK
        s[3] = (s[3] + 1) & MASK
        s[0] = s[1] ^ (s[1] >> 9)
        s[1] = (s[2] + (s[2] << 3)) & MASK
        s[2] = ((((s[2] << 21) | (s[2] >> 11)) & MASK) + t) & MASK
        return t / 4294967296

    for _ in range(12):
        draw()
    return draw


def shuffle(items, draw):
    for i in range(len(items) - 1, 0, -1):
        j = math.floor(draw() * (i + 1))
        items[i], items[j] = items[j], items[i]
    return items


def counts_of(total, percentages):
    quotas = [total * p / 100 for p in percentages]
    counts = [math.floor(q) for q in quotas]
    order = sorted(range(len(quotas)), key=lambda i: (-(quotas[i] - counts[i]), i))
    for part in order[: total - sum(counts)]:
        counts[part] += 1
    return counts


def deal(order, percentages, marks):
    train, validation, _ = counts_of(len(order), percentages)
    for i, row in enumerate(order):
        marks[row] = 1 if i < train else 2 if i < train + validation else 3


def strata(classes):
    order = sorted({c for c in classes if c is not None}) + ([None] if None in classes else [])
    return [[i for i, c in enumerate(classes) if c == each] for each in order]


def split_random(n, percentages, seed):
    marks = [0] * n
    deal(shuffle(list(range(n)), sfc32(seed)), percentages, marks)
    return marks


def split_stratified(classes, percentages, seed):
    draw, marks = sfc32(seed), [0] * len(classes)
    for rows in strata(classes):
        deal(shuffle(rows, draw), percentages, marks)
    return marks


def split_group(groups, percentages, seed):
    first = list(dict.fromkeys(groups))
    lacking = counts_of(len(groups), percentages)
    open_parts = [p for p in range(3) if lacking[p] > 0]
    part_of = {}
    for number in shuffle(list(range(len(first))), sfc32(seed)):
        part = max(open_parts, key=lambda p: (lacking[p], -p))
        lacking[part] -= groups.count(first[number])
        part_of[first[number]] = part + 1
    return [part_of[g] for g in groups]


def make_folds(classes, folds, repeats, seed):
    draw, made = sfc32(seed), []
    for _ in range(repeats):
        dealt = [[] for _ in range(folds)]
        order = [row for rows in strata(classes) for row in shuffle(rows, draw)]
        for i, row in enumerate(order):
            dealt[i % folds].append(row)
        made += [sorted(rows) for rows in dealt]
    return made


seed = 3735928559
classes = [None if i % 17 == 5 else (i * 7) % 3 for i in range(43)]
groups = [(i * i) % 11 - 1 for i in range(43)]
shares = [60, 15, 25]
print(json.dumps({
    "seed": seed,
    "classes": classes,
    "groups": groups,
    "random": split_random(43, shares, seed),
    "stratified": split_stratified(classes, shares, seed),
    "group": split_group(groups, shares, seed),
    "folds": make_folds(classes, 3, 2, seed),
}))
