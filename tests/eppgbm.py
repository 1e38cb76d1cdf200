#!/usr/bin/env python3
# What became of exports of e-PPGBM: each repair, rejection and note by its rule, with counts, and how far the z-scores of the
# file agree with ours. Counts alone: doc/eppgbm.md holds them, the case agency-eppgbm compares.
# usage: eppgbm.py TITLE FILE TITLE FILE …   a column's heading and a file that kp2s-extract knows; the programs are found by PATH
import collections
import csv
import os
import re
import subprocess
import sys
import tempfile

INDICES = {"TB/U": "haz", "BB/U": "waz", "BB/TB": "whz"}
CAUSES = ["posisi ukur (berdiri)", "posisi ukur (telentang)", "posisi ukur (tidak dihitung)", "usia dalam bulan",
          "salah ketik", "tidak diketahui"]
SEVERITIES = ["reject", "also", "repair", "note"]


class File:
    """A file as meant: how many records were found, the D records with their column names, the R records."""

    def __init__(self, title, path):
        with tempfile.TemporaryDirectory() as folder:
            key = os.path.join(folder, "key")
            with open(key, "w") as f:
                f.write("0" * 63 + "1\n")
            os.chmod(key, 0o600)
            found = subprocess.run(["kp2s-extract", "-q", path], stdout=subprocess.PIPE, check=True)
            meant = subprocess.run(["kp2s-transform", "-q", "--key", key], input=found.stdout, stdout=subprocess.PIPE, check=True)
        rows = list(csv.reader(meant.stdout.decode().splitlines()))
        self.title = title
        self.read = sum(line.startswith(b"D,") for line in found.stdout.splitlines())
        self.data = [dict(zip(rows[0], r)) for r in rows if r[0] == "D"]
        self.remarks = [r for r in rows if r[0] == "R"]


def agreement(data, remarks):
    counts = collections.Counter()
    for row in data:
        for index in INDICES.values():
            if row[index] and row[index + "_reported"]:
                difference = abs(round(float(row[index]) * 100) - round(float(row[index + "_reported"]) * 100))
                counts[index, "compared"] += 1
                counts[index, "same"] += difference <= 1
    for remark in remarks:
        if remark[6] == "z-disagrees":
            counts[remark[7], re.search("sebab: (.*)$", remark[9])[1]] += 1
    return counts


def print_remarks(files):
    counts = [collections.Counter((r[5], r[6], r[7]) for r in f.remarks) for f in files]
    rules = sorted(set().union(*counts), key=lambda rule: (SEVERITIES.index(rule[0]), -sum(c[rule] for c in counts), rule))
    print("| | rule | field | " + " | ".join(f.title for f in files) + " |\n|---|---|---|" + "---:|" * len(files))
    for what, numbers in (("read", [f.read for f in files]), ("passed", [len(f.data) for f in files])):
        print(f"| {what} | | | " + " | ".join(map(str, numbers)) + " |")
    for rule in rules:
        severity, code, field = rule
        print(f"| {severity} | `{code}` | {field} | " + " | ".join(str(c[rule]) for c in counts) + " |")


def print_agreement(files):
    print("| z-scores | | " + " | ".join(f.title for f in files) + " |\n|---|---|" + "---:|" * len(files))
    counts = [agreement(f.data, f.remarks) for f in files]
    for name, index in INDICES.items():
        print(f"| {name} | compared | " + " | ".join(str(c[index, "compared"]) for c in counts) + " |")
        shares = [f"{c[index, 'same']} ({100 * c[index, 'same'] / max(1, c[index, 'compared']):.1f} %)" for c in counts]
        print("| | same to 0.01 | " + " | ".join(shares) + " |")
        for cause in CAUSES:
            if any(c[index, cause] for c in counts):
                print(f"| | differs: {cause} | " + " | ".join(str(c[index, cause]) for c in counts) + " |")


def main():
    files = [File(title, path) for title, path in zip(sys.argv[1::2], sys.argv[2::2])]
    print_remarks(files)
    print()
    print_agreement(files)


main()
