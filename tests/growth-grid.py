#!/usr/bin/env python3
# z-scores, flags and adjusted measures of kp2s-growth beside a second computation, from the same tables, in another
# language and by other formulas (logarithms; the restricted part by the slope between SD lines): a grid of about a million
# cases, over sex, age, weight, length, position, oedema, head and arm circumference.
# usage: growth-grid.py [EVERY]   each EVERY-th case only; kp2s-growth is found by PATH, the tables by KP2S_ETC
# A z-score must be the same; where the second computation lies within 1e-6 of a rounding limit, either neighbour is right.
import csv
import gzip
import itertools
import math
import os
import subprocess
import sys
import tempfile

ETC = os.environ.get("KP2S_ETC", "etc")
NAMES = ["sex", "age_days", "weight", "lenhei", "measure", "oedema", "headc", "armc"]
LAST_DAY = 1856


def table(name):
    rows = {}
    with gzip.open(f"{ETC}/growth/{name}.tsv.gz", "rt") as f:
        next(f)
        for line in f:
            sex, at, l, m, s = line.split("\t")[:5]
            rows[sex, float(at)] = float(l), float(m), float(s)
    return rows


AGE = {index: table(name) for index, name in
       {"haz": "lhfa", "waz": "wfa", "baz": "bfa", "hcaz": "hcfa", "acaz": "acfa"}.items()}
LENGTH, HEIGHT = table("wfl"), table("wfh")
FLAGS = {"haz": (-6, 6), "waz": (-6, 5), "whz": (-5, 5), "baz": (-5, 5), "hcaz": (-5, 5), "acaz": (-5, 5)}


def sd(lms, k):
    l, m, s = lms
    return m * math.exp(math.log(1 + l * s * k) / l)


def score(lms, y):
    l, m, s = lms
    for side in (3, -3):
        limit = sd(lms, side)
        if (y - limit) * side > 0:
            return side + (y - limit) / abs(limit - sd(lms, side * 2 / 3)) if l != 1 else (y - m) / (m * s)
    return (math.exp(l * math.log(y / m)) - 1) / (l * s)


def between(rows, sex, cm):
    below = math.floor(round(cm * 10, 6))
    part = round(cm * 10, 6) - below
    low, high = rows.get((sex, below / 10)), rows.get((sex, (below + 1) / 10))
    if low is None or part == 0:
        return low
    return high and tuple(a * (1 - part) + b * part for a, b in zip(low, high))


def expected(sex, age, weight, lenhei, position, oedema, headc, armc):
    """The adjusted measure, and the z-scores that there are."""
    z = {}
    if age is None:
        length = position == "l" if position else lenhei < 87
    else:
        length = age < 731
        if position == "h" and length and age >= 9 * 30.4375:
            lenhei += 0.7
        if position == "l" and not length:
            lenhei -= 0.7
    if age is not None and age > LAST_DAY:
        return lenhei, z
    lms = between(LENGTH if length else HEIGHT, sex, lenhei)
    if lms and not oedema:
        z["whz"] = score(lms, weight)
    if age is not None:
        measures = {"haz": lenhei, "hcaz": headc, "acaz": armc}
        if not oedema:
            measures |= {"waz": weight, "baz": weight / (lenhei / 100) ** 2}
        for index, y in measures.items():
            if (sex, age) in AGE[index]:
                z[index] = score(AGE[index][sex, age], y)
    return lenhei, z


def wrong(row):
    """What of a row of the output is not as expected."""
    age = int(row["age_days"]) if row["age_days"] else None
    lenhei, z = expected(row["sex"], age, float(row["weight"]), float(row["lenhei"]), row["measure"],
                         row["oedema"] == "y", float(row["headc"]), float(row["armc"]))
    if abs(float(row["clenhei"]) - lenhei) > 1e-9:
        return "clenhei"
    for index, (low, high) in FLAGS.items():
        if index not in z:
            if row[index] or row["f_" + index]:
                return index
            continue
        if not row[index] or abs(float(row[index]) - z[index]) > 0.005 + 1e-6:
            return index
        if row["f_" + index] != str(int(not low <= float(row[index]) <= high)):
            return "f_" + index
    return None


def grid():
    ages = [None, *range(0, 280, 5), 273, 274, *range(281, 730, 13), 729, 730, 731, 732, *range(740, 1860, 21),
            1855, 1856, 1857]
    weights = [0.9 + 0.1 * k * k / 4 for k in range(1, 27)]
    lengths = [*[round(38 + 3.19 * k, 2) for k in range(28)], 44.3, 45, 64.3, 65, 65.7, 86.9, 87, 109.3, 109.35, 110,
               110.7, 119.3, 120, 120.7]
    cases = itertools.product("12", ages, ("l", "h", ""), enumerate(lengths), enumerate(weights))
    for n, (sex, age, position, (i, length), (k, weight)) in enumerate(cases):
        yield (sex, "" if age is None else age, f"{weight:.3f}", length, position, "y" if n % 41 == 0 else "n",
               f"{28 + 0.55 * i:.2f}", f"{7 + 0.6 * k:.1f}")


def main():
    every = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/in.csv", "w", newline="") as f:
            writer = csv.writer(f)
            writer.writerow(NAMES)
            writer.writerows(itertools.islice(grid(), 0, None, every))
        subprocess.run(["kp2s-growth", "-q", "-o", f"{folder}/out.csv", f"{folder}/in.csv"], check=True)
        cases = scores = bad = 0
        with open(f"{folder}/out.csv", newline="") as f:
            for row in csv.DictReader(f):
                cases += 1
                scores += sum(row[index] != "" for index in FLAGS)
                what = wrong(row)
                if what:
                    bad += 1
                    if bad <= 10:
                        print(f"{what} is not as expected: {row}")
    print(f"{cases} cases, {scores} z-scores, {bad} cases not as expected")
    return 1 if bad or not scores else 0


sys.exit(main())
