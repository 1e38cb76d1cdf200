"""The first sheet of each workbook as CSV by openpyxl's read-only mode, its fastest."""
import csv
import datetime
import sys

import openpyxl

out = csv.writer(sys.stdout, lineterminator="\n")
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    for row in book.worksheets[0].iter_rows(values_only=True):
        out.writerow(v.date().isoformat() if isinstance(v, datetime.datetime) else v for v in row)
    book.close()
