#!/usr/bin/env python3
# How far the z-scores of agencies' exports agree with ours, and why not: the table of doc/growth.md, counts alone.
# usage: growth-agreement.py FILE…   files that kp2s-extract knows; the programs are found by PATH
import collections
import csv
import os
import re
import subprocess
import sys
import tempfile

INDICES = {"TB/U": "haz", "BB/U": "waz", "BB/TB": "whz"}
ROWS = ["compared", "same to 0.01", "same to 0.10", "posisi ukur (berdiri)", "posisi ukur (telentang)",
        "posisi ukur (tidak dihitung)", "usia dalam bulan", "salah ketik", "tidak diketahui"]


def records(path, folder):
    """The D records with their column names, and the R records, of the file as meant."""
    key = os.path.join(folder, "key")
    with open(key, "w") as f:
        f.write("0" * 63 + "1\n")
    os.chmod(key, 0o600)
    found = subprocess.run(["kp2s-extract", "-q", path], stdout=subprocess.PIPE, check=True)
    meant = subprocess.run(["kp2s-transform", "-q", "--key", key], input=found.stdout, stdout=subprocess.PIPE, check=True)
    rows = list(csv.reader(meant.stdout.decode().splitlines()))
    names = rows[0]
    return [dict(zip(names, r)) for r in rows if r[0] == "D"], [r for r in rows if r[0] == "R"]


def count(path, folder):
    data, remarks = records(path, folder)
    counts = collections.Counter(children=len(data))
    for row in data:
        for index in INDICES.values():
            if row[index] and row[index + "_reported"]:
                difference = abs(round(float(row[index]) * 100) - round(float(row[index + "_reported"]) * 100))
                counts[index, "compared"] += 1
                counts[index, "same to 0.01"] += difference <= 1
                counts[index, "same to 0.10"] += difference <= 10
    for remark in remarks:
        cause = re.search("sebab: (.*)$", remark[9])
        if remark[6] == "z-disagrees":
            counts[remark[7], cause[1]] += 1
        if remark[6] == "status-disagrees":
            counts["status", cause[1] if cause else "-"] += 1
    return counts


def main():
    for path in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            counts = count(path, folder)
        print(f"{os.path.basename(path)}: {counts['children']} children\n")
        print("| | " + " | ".join(INDICES) + " |\n|---|" + "---:|" * len(INDICES))
        for what in ROWS:
            print(f"| {what} | " + " | ".join(str(counts[index, what]) for index in INDICES.values()) + " |")
        words = {cause: n for (of, cause), n in sorted((k, n) for k, n in counts.items() if k[0] == "status")}
        print("\nstatus words that differ, by cause:", ", ".join(f"{cause} {n}" for cause, n in words.items()) or "none")
        print()


main()
