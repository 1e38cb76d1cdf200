#!/usr/bin/python3
# Marks the files of a sample, mends in them what was rejected, by the same sample without dirt, and reads them again.
"""usage: feedback-round.py DIRTY CLEAN    two samples (kp2s-sample), the second with --dirt 0

Each file of DIRTY with a rejected record is marked by kp2s-feedback. What the list of remarks names is mended in the marked
workbook: the cell gets what it holds in CLEAN, or its row where the reason is about several cells; a duplicate row is emptied. Saved again (by openpyxl) and read again it must
be without any rejected record, and with one record more for each that was rejected, but for duplicates; a row that is seen to
be a duplicate only then goes round once more. The programs are taken from PATH; KP2S_KEY is the identity key. Ends with 1 when something is otherwise.
"""
import csv, datetime, io, os, subprocess, sys, tempfile

import openpyxl

MOST_TURNS = 3
ADDED = ("duplicate-row", "duplicate-conflict")
OF_SEVERAL_CELLS = ("age-over", "date-order", "denominator-zero", "region-ambiguous", "region-code-mismatch")


def read(path):
    """Records and remarks of a file, as transform makes them."""
    found = subprocess.run(["kp2s-extract", "-q", path], capture_output=True)
    meant = subprocess.run(["kp2s-transform", "-q"], input=found.stdout, capture_output=True)
    if meant.returncode:
        sys.exit("%s: %s%s" % (path, found.stderr.decode(), meant.stderr.decode()))
    rows = list(csv.reader(io.StringIO(meant.stdout.decode())))
    return meant.stdout, [r for r in rows if r[0] == "D"], [r for r in rows if r[0] == "R"]


def listed(book):
    """What the list names as rejected: sheet, cell, code."""
    rows = book.worksheets[0].iter_rows(min_row=10, max_col=9, values_only=True)
    return [(r[1], r[2], r[8]) for r in rows if r[3] == "DITOLAK"]


def value(kind, text):
    """What a cell of any file holds, as a value for a workbook."""
    if kind == "number":
        return float(text)
    return datetime.datetime.fromisoformat(text) if kind == "date" else text


def row_of(path, sheet, row):
    """Its filled cells: address to value."""
    shown = subprocess.run(["kp2s-sheet", "-q", "-s", sheet, "--types", "--rows", str(row), path], capture_output=True, check=True)
    return {cell: value(kind, text) for cell, kind, text in list(csv.reader(io.StringIO(shown.stdout.decode())))[1:]}


def mend(marked, clean, mended):
    book = openpyxl.load_workbook(marked)
    for sheet, cell, code in listed(book):
        here = book[sheet]
        if not here[cell].comment or here[cell].fill.patternType != "lightUp":
            sys.exit("%s: %s!%s is listed, but not marked" % (marked, sheet, cell))
        if code in ADDED:
            for c in here[here[cell].row]:
                c.value = None
            continue
        right = row_of(clean, sheet, here[cell].row)
        wrong = right if code in OF_SEVERAL_CELLS else [cell]
        for ref in wrong:
            here[ref].value = right.get(ref)
    book.save(mended)


def go_round(path, clean, work):
    """Rejected records at first; what is wrong in the end."""
    name = os.path.splitext(os.path.basename(path))[0] + ".xlsx"
    remarks, records, found = read(path)
    rejects = first = [r for r in found if r[5] == "reject"]
    for turn in range(MOST_TURNS):
        if not rejects:
            break
        marked, mended = os.path.join(work, "marked.xlsx"), os.path.join(work, str(turn), name)
        os.makedirs(os.path.dirname(mended), exist_ok=True)
        subprocess.run(["kp2s-feedback", "-q", "-o", marked, path, "-"], input=remarks, check=True)
        mend(marked, clean, mended)
        right = len(records) + sum(r[6] not in ADDED for r in rejects)
        remarks, records, found = read(mended)
        rejects = [r for r in found if r[5] == "reject"]
        path = mended
        if len(records) + len(rejects) != right:
            return len(first), ["%d records, not %d" % (len(records) + len(rejects), right)]
    return len(first), ["still " + ",".join(r[2:10]) for r in rejects]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    dirty, clean = (os.path.join(d, "inbox") for d in sys.argv[1:])
    n = bad = all_rejects = 0
    for folder, folders, names in os.walk(dirty):
        folders.sort()
        for path in sorted(os.path.join(folder, name) for name in names):
            with tempfile.TemporaryDirectory() as work:
                rejects, wrong = go_round(path, path.replace(dirty, clean, 1), work)
            n += rejects > 0
            all_rejects += rejects
            bad += bool(wrong)
            for w in wrong[:5]:
                print("%s: %s" % (os.path.basename(path), w))
    print("%d files with %d rejected records marked and mended, %d wrong" % (n, all_rejects, bad))
    sys.exit(bad > 0 or n == 0)


main()
