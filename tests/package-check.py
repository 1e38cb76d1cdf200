#!/usr/bin/env python3
"""Reads a folder of kp2s-report csv as somebody would who knows nothing but the specifications of Frictionless Data Package and
Table Schema: each file's bytes and hash, its heading and types, keys, and codes of other tables; then looks for small cells.
Prints the tables and how many rows they have; what is wrong, and ends with 1.
usage: package-check.py FOLDER"""
import csv
import datetime
import hashlib
import io
import json
import os
import re
import sys

folder = sys.argv[1]
faults = []


def fault(*words):
    faults.append(" ".join(str(w) for w in words))


def integer(text):
    if not re.fullmatch(r"[+-]?[0-9]+", text):
        raise ValueError(text)
    return int(text)


def number(text):
    if not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", text):
        raise ValueError(text)
    return float(text)


def boolean(text):
    return {"true": True, "false": False}[text]


TYPES = {"string": str, "integer": integer, "number": number, "boolean": boolean, "date": datetime.date.fromisoformat}


def read(resource):
    name, path = resource["name"], os.path.join(folder, resource["path"])
    raw = open(path, "rb").read()
    if len(raw) != resource["bytes"]:
        fault(name, "has", len(raw), "bytes, not", resource["bytes"])
    if "sha256:" + hashlib.sha256(raw).hexdigest() != resource["hash"]:
        fault(name, "has another hash")
    text = raw.decode(resource["encoding"])
    lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    again = io.StringIO(newline="")
    csv.writer(again, lineterminator=resource["dialect"]["lineTerminator"]).writerows(lines)
    if again.getvalue() != text:
        fault(name, "is written otherwise than its dialect says")
    fields = resource["schema"]["fields"]
    if lines[0] != [f["name"] for f in fields]:
        fault(name, "has other columns than its schema")
    missing = resource["schema"]["missingValues"]
    rows = []
    for n, line in enumerate(lines[1:], 2):
        if len(line) != len(fields):
            fault(name, "line", n, "has", len(line), "fields")
            continue
        row = {}
        for f, text in zip(fields, line):
            try:
                row[f["name"]] = None if text in missing else TYPES[f["type"]](text)
            except (ValueError, KeyError):
                fault(name, "line", n, f["name"], "is no", f["type"] + ":", text)
                row[f["name"]] = None
            if row[f["name"]] is None and f.get("constraints", {}).get("required"):
                fault(name, "line", n, f["name"], "is required")
        rows.append(row)
    if len(rows) != resource["rows"]:
        fault(name, "has", len(rows), "rows, not", resource["rows"])
    return rows


def check_keys(resource, rows, tables):
    name, schema = resource["name"], resource["schema"]
    seen = set()
    for row in rows:
        key = tuple(row[k] for k in schema["primaryKey"])
        if key in seen:
            fault(name, "has", key, "twice")
        seen.add(key)
    for link in schema.get("foreignKeys", []):
        codes = {row[link["reference"]["fields"]] for row in tables[link["reference"]["resource"]]}
        for row in rows:
            if row[link["fields"]] is not None and row[link["fields"]] not in codes:
                fault(name, link["fields"], row[link["fields"]], "is not in", link["reference"]["resource"])


def check_words(resource):
    for thing in [resource] + resource["schema"]["fields"]:
        for key in ("description", "description_en"):
            if not thing.get(key):
                fault(resource["name"], thing["name"], "has no", key)


def is_small(n, smallest):
    return n is not None and 0 < n < smallest


def check_privacy(tables):
    smallest = max((row["smallest_cell"] for row in tables["published"]), default=0)
    for row in tables["published"]:
        if is_small(row["total"], smallest) or row["count"] is not None and (
                is_small(row["count"], smallest) or is_small(row["total"] - row["count"], smallest)):
            fault("published has a small cell of", row["region"], row["measure"])
    level = {row["region"]: row["level"] for row in tables["region"]}
    for name, rows in tables.items():
        if name not in ("published", "region", "survey", "target"):
            for row in rows:
                if row.get("region") and level[row["region"]] > 2:
                    fault(name, "has a row of", row["region"])
    young = {}
    for row in tables["prevalence"]:
        cells = [row["children"], row["affected"], row["measured"] - row["affected"]]
        young[row["region"], row["system"], row["measure"], row["ages"]] = cells
        if any(is_small(n, smallest) for n in cells):
            fault("prevalence has a small cell of", row["region"], row["ages"], row["measure"])
    for (region, system, measure, ages), cells in young.items():
        rest = young.get((region, system, measure, "under2"))
        if ages == "under5" and rest and any(is_small(a - b, smallest) for a, b in list(zip(cells, rest))[1:]):
            fault("prevalence less the under-twos has a small cell of", region, measure)
        stunted = young.get((region, system, "stunted", ages))
        if measure == "severely_stunted" and stunted and is_small(stunted[1] - cells[1], smallest):
            fault("stunted, not severely so, is a small cell of", region, ages)
    for row in tables["convergence"]:
        for a, b in (("received", "due"), ("complete", "persons"), ("complete_households", "households")):
            if row[b] is not None and (is_small(row[a], smallest) or is_small(row[b] - row[a], smallest)):
                fault("convergence has a small cell of", row["region"], row["subject"], row["service"], a)
    # of a level all kabupaten/kota or none, so that nothing is left over by subtraction
    for name, parts in (("prevalence", ("system", "ages", "measure")), ("convergence", ("subject", "service"))):
        given = {}
        for row in tables[name]:
            if row["level"] == 2:
                given.setdefault(tuple(row[p] for p in parts), set()).add(row["region"])
        most = max((len(regions) for regions in given.values()), default=0)
        for part, regions in given.items():
            if name == "prevalence" and len(regions) != most:
                fault(name, part, "is given of some kabupaten/kota only")


def main():
    package = json.load(open(os.path.join(folder, "datapackage.json"), encoding="utf-8"))
    if not re.fullmatch(r"[a-z0-9._-]+", package["name"]):
        fault("the package's name is none")
    paths = {r["path"] for r in package["resources"]} | {"datapackage.json"}
    if paths != set(os.listdir(folder)):
        fault("the folder holds", sorted(paths ^ set(os.listdir(folder))))
    tables = {r["name"]: read(r) for r in package["resources"]}
    for r in package["resources"]:
        check_keys(r, tables[r["name"]], tables)
        check_words(r)
    check_privacy(tables)
    for name, rows in tables.items():
        print(name, len(rows))
    for f in faults:
        print("FAULT:", f)
    return 1 if faults else 0


sys.exit(main())
