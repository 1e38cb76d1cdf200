#!/usr/bin/env python3
# Whether a page of kp2s-report shows the figures of the workbook of the same review; prints how many were compared, and
# each that differs. The page must be well-formed XML, for that is how it is read.
# usage: page-figures.py PAGE.html FOLDER   with the workbook's sheets as CSV in it: Peringkat.csv, …
import csv
import sys
import xml.etree.ElementTree as tree
from decimal import ROUND_HALF_UP, Decimal

page = tree.parse(sys.argv[1]).getroot()
folder = sys.argv[2]
compared, differ = 0, 0


def same(what, shown, wanted):
    global compared, differ
    compared += 1
    if shown != wanted:
        differ += 1
        print(f"{what}: the page has {shown!r}, the workbook {wanted!r}")


def text(element):
    return "".join(element.itertext()).strip()


def short(name):
    return name.removeprefix("Kabupaten ").removeprefix("KAB. ")


def shown(value, decimals=1):
    """A number of the workbook as the page writes it."""
    if value in ("", "–"):
        return "–"
    number = Decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


def sheet(name, head):
    """The rows of a table as dictionaries, from its row of heads on to the first empty row."""
    with open(f"{folder}/{name}.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    at = next(i for i, row in enumerate(rows) if head in row)
    for row in rows[at + 1:]:
        if not row or not row[0]:
            return
        yield dict(zip(rows[at], row))


def body(identifier):
    """The rows of the first table below an element, by their own heading."""
    part = page.find(f".//*[@id='{identifier}']")
    return {text(row.find("th")): [text(cell) for cell in row.findall("td")] for row in part.find(".//tbody").findall("tr")}


ranked = body("peringkat")
for row in sheet("Peringkat", "Nilai"):
    cells = ranked[short(row["Kabupaten/Kota"])]
    same(f"rank of {row['Kode']}", cells[0], row["Peringkat"])
    same(f"score of {row['Kode']}", cells[1], shown(row["Nilai"], 2))
    components = [value for head, value in row.items() if head.endswith(")")]
    same(f"components of {row['Kode']}", cells[3:-1], [shown(value, 2) for value in components])

heads = [text(head) for head in page.find(".//*[@id='peta']//thead/tr")]
names = {link.get("href")[3:]: text(link) for link in page.findall(".//*[@id='peta']//tbody//a")}
heat = body("peta")
for row in sheet("Cakupan", "Kabupaten/Kota"):
    for code, value in list(row.items())[2:]:
        column = heads.index(short(row["Kabupaten/Kota"])) - 1
        same(f"heat map {row['Kode']} {code}", heat[names[code]][column], shown(value))
        same(f"bars {row['Kode']} {code}", body(f"i-{code}")[short(row["Kabupaten/Kota"])][0], shown(value))

converged = body("konvergensi")
for row in sheet("Konvergensi", "Triwulan"):
    cells = converged[short(row["Kabupaten/Kota"])]
    same(f"convergence of {row['Kode']}", [cells[i] for i in (0, 1, 3, 4, 5, 7, 8)],
         [row["Triwulan"], shown(row["Layanan diterima (%)"]), shown(row["Layanan diterima"], 0), shown(row["Layanan seharusnya"], 0),
          shown(row["Paket lengkap (%)"]), shown(row["Orang dengan paket lengkap"], 0), shown(row["Orang"], 0)])

children = body("gizi")
for row in sheet("Prevalensi", "Sumber"):
    cells = children[short(row["Kabupaten/Kota"])]
    wanted = [shown(row[head + " (%)"]) for head in ("Stunting", "Sangat pendek", "Berat badan kurang", "Gizi kurang", "Gizi lebih")]
    same(f"children of {row['Kode']}", [cells[0], cells[5]] + cells[7:], [wanted[0], shown(row["Balita diukur (TB/U)"], 0)] + wanted[1:])

with open(f"{folder}/Ringkasan.csv", encoding="utf-8", newline="") as file:
    cells = [cell for row in csv.reader(file) for cell in row]
for figure in page.findall(".//*[@class='figures']/li/strong"):
    same("figure of the summary", text(figure).replace("\u00a0", " ") in cells, True)

print(f"{compared} compared, {differ} differ")
sys.exit(differ > 0 or compared == 0)
