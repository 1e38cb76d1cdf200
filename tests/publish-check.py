#!/usr/bin/env python3
# Tries to find again what was withheld of published figures, and compares what was not with a count of its own.
# in:  FACTS, a line for each person: measure,system,period,province,regency,district,village,is_true (district and
#      village may be empty); PUBLISHED: measure,system,period,level,region,count,total, empty where withheld
# A region is unknown where it is withheld; persons of no village are an unknown part of their region. What is known: a region
# is the sum of its parts, a total that of those the measure is true of and of the others, no count is negative. A small cell is found when these equations alone
# fix it (elimination, exactly), or when bounds that follow from them do: each equation, and each that is the sum of a
# region's, bounds each of its unknowns by the others', until nothing changes.
# usage: publish-check.py FACTS PUBLISHED SMALLEST [primary]   primary: as if all that is not small itself were published
import csv
import sys
from collections import defaultdict
from fractions import Fraction

MOST = 10**9


def read(path):
    with open(path, newline="") as f:
        return list(csv.DictReader(f))


def trees(facts):
    """of each table the persons of each region, all (""), with (t) and without (f), and each region's parent"""
    counts = defaultdict(lambda: defaultdict(int))
    parents = defaultdict(dict)
    for r in facts:
        table = r["measure"], r["system"], r["period"]
        path = [r["province"], r["regency"]]
        path += [r["district"], r["village"] or r["district"] + "/"] if r["district"] else [r["regency"] + "/"]
        for parent, region in zip([""] + path, path):
            parents[table][region] = parent
            counts[table][region, r["is_true"]] += 1
            counts[table][region, ""] += 1
    return counts, parents


def sums(parents):
    """what adds up: (a whole, its parts)"""
    children = defaultdict(list)
    for region, parent in parents.items():
        children[parent].append(region)
    for region in parents:
        yield (region, ""), [(region, "t"), (region, "f")]
        for c in ("", "t", "f"):
            if region in children:
                yield (region, c), [(child, c) for child in children[region]]


def with_unknowns(all_sums, known):
    """each sum as ({unknown: factor}, constant); factor * unknown + … = constant"""
    for whole, parts in all_sums:
        row, constant = defaultdict(int), 0
        for variable, factor in [(whole, -1)] + [(p, 1) for p in parts]:
            if variable in known:
                constant -= factor * known[variable]
            else:
                row[variable] += factor
        if row:
            yield dict(row), constant


def substituted(row, constant, solved):
    row, constant = {v: Fraction(f) for v, f in row.items()}, Fraction(constant)
    for pivot in [v for v in row if v in solved]:
        factor = row.pop(pivot)
        theirs, value = solved[pivot]
        constant -= factor * value
        for v, f in theirs.items():
            row[v] = row.get(v, 0) - factor * f
    return {v: f for v, f in row.items() if f}, constant


def eliminate(rows):
    """solved[pivot] = (the others' factors, value): pivot + others = value"""
    solved = {}
    for row, constant in rows:
        row, constant = substituted(row, constant, solved)
        if not row:
            assert constant == 0, "the figures contradict one another"
            continue
        pivot = min(row)
        factor = row.pop(pivot)
        mine = {v: f / factor for v, f in row.items()}, constant / factor
        for other, (theirs, value) in solved.items():
            if pivot in theirs:
                by = theirs.pop(pivot)
                for v, f in mine[0].items():
                    theirs[v] = theirs.get(v, 0) - by * f
                    if not theirs[v]:
                        del theirs[v]
                solved[other] = theirs, value - by * mine[1]
        solved[pivot] = mine
    return solved


def bounds(rows):
    low, high = defaultdict(int), defaultdict(lambda: MOST)
    changed = True
    while changed:
        changed = False
        for row, constant in rows:
            # constant - (most of the others) <= factor * unknown <= constant - (least of the others)
            least = sum(f * (low[v] if f > 0 else high[v]) for v, f in row.items())
            most = sum(f * (high[v] if f > 0 else low[v]) for v, f in row.items())
            for v, f in row.items():
                rest_least = least - f * (low[v] if f > 0 else high[v])
                rest_most = most - f * (high[v] if f > 0 else low[v])
                a, b = (constant - rest_most) / f, (constant - rest_least) / f
                a, b = -((-min(a, b)) // 1), max(a, b) // 1
                if a > low[v] or b < high[v]:
                    low[v], high[v] = max(a, low[v]), min(b, high[v])
                    least = sum(g * (low[w] if g > 0 else high[w]) for w, g in row.items())
                    most = sum(g * (high[w] if g > 0 else low[w]) for w, g in row.items())
                    changed = True
    return low, high


def find(counts, parents, known, smallest):
    """small cells that can be found, and those that are known to be small, though not how small"""
    rows = list(with_unknowns(sums(parents), known))
    solved = eliminate(rows)
    rows += [({**others, pivot: Fraction(1)}, value) for pivot, (others, value) in solved.items()]
    low, high = bounds(rows)
    found = narrowed = 0
    for variable, count in counts.items():
        if 0 < count < smallest and variable not in known:
            assert low[variable] <= count <= high[variable], (variable, count, low[variable], high[variable])
            fixed = low[variable] == high[variable] or (variable in solved and not solved[variable][0])
            found += fixed
            narrowed += not fixed and high[variable] < smallest
    return found, narrowed


def main():
    facts, published, smallest = read(sys.argv[1]), read(sys.argv[2]), int(sys.argv[3])
    primary = sys.argv[4:] == ["primary"]
    counts, parents = trees(facts)
    known = defaultdict(dict)
    wrong = shown = 0
    for r in published:
        table = r["measure"], r["system"], r["period"]
        region = r["region"]
        told = {"t": r["count"], "": r["total"], "f": str(int(r["total"]) - int(r["count"])) if r["count"] else ""}
        for c, text in told.items():
            count = counts[table][region, c]
            wrong += text != "" and int(text) != count
            shown += text != "" and 0 < int(text) < smallest
            if text or (primary and not 0 < count < smallest):
                known[table][region, c] = count
    cells = small = withheld = found = narrowed = 0
    for table in counts:
        for region in parents[table]:  # also where nobody is
            for c in "", "t", "f":
                counts[table][region, c] += 0
        cells += len(counts[table])
        small += sum(0 < n < smallest for n in counts[table].values())
        withheld += sum(v not in known[table] for v in counts[table])
        more = find(counts[table], parents[table], known[table], smallest)
        found, narrowed = found + more[0], narrowed + more[1]
    print(f"cells: {cells}, small: {small}, withheld: {withheld}")
    print(f"published wrongly: {wrong}, small and published: {shown}")
    print(f"small cells found again: {found}, known to be small: {narrowed}")


main()
