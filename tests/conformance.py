#!/usr/bin/python3
"""Every cell of many workbooks as kp2s-sheet reads it, against readers that others wrote.

usage: conformance.py [--quick] [--all] [--diff FILE] FOLDER|FILE...

Peers: openpyxl (.xlsx), xlrd (.xls), the XML itself read plainly (.ods); without --quick also LibreOffice and gnumeric,
which save each file as .xlsx for openpyxl to read. A peer that is not installed is named and left out.
Every difference must have a reason that doc/reading.md gives; exit 1 when one has none, when a program crashes, takes
more than 5 s or more than 512 MiB. --all shows the explained ones too. --diff writes them all, tab-separated.
Environment: BUILD (default build).
"""
import csv, datetime, io, os, re, resource, shutil, subprocess, sys, tempfile, time, warnings, zipfile

warnings.simplefilter("ignore")
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SHEET = os.path.join(os.environ.get("BUILD", os.path.join(ROOT, "build")), "bin", "kp2s-sheet")
MOST_SECONDS, MOST_BYTES = 5, 512 << 20
PEER_SECONDS, PEER_BYTES = 60, 800 << 20
csv.field_size_limit(1 << 30)

try:
    import openpyxl
except ImportError:
    openpyxl = None
try:
    import xlrd
except ImportError:
    xlrd = None


# --- ours ---

def limits():
    if "asan" not in SHEET:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))


def ours(*arguments):
    """Standard output, or None and the status when it refuses; a crash or a hang is status 'died'."""
    try:
        p = subprocess.run([SHEET, *arguments], capture_output=True, timeout=MOST_SECONDS, preexec_fn=limits)
    except subprocess.TimeoutExpired:
        return None, "hangs"
    if p.returncode not in (0, 65):
        return None, "died: %d %s" % (p.returncode, p.stderr[-300:])
    if p.returncode:
        return None, p.stderr.decode().strip()
    return p.stdout.decode("utf-8"), None


class Cell(str):
    """The text of a cell of ours, with its type."""


def place(address):
    letters = address.rstrip("0123456789")
    column = 0
    for c in letters:
        column = column * 26 + ord(c) - 64
    return int(address[len(letters):]), column


def read_ours(path):
    """[(name, {(row, col): Cell})] or the message of the refusal."""
    listing, fault = ours("--list", path)
    if fault:
        return fault
    book = []
    listed = list(csv.reader(io.StringIO(listing, newline="")))[1:]
    named = {name for _, name, *_ in listed}
    for number, name, *_ in listed:
        text, fault = ours("--sheet", name if number in named else number, "--types", path)
        if fault:
            return fault
        cells = {}
        for address, kind, value in list(csv.reader(io.StringIO(text, newline="")))[1:]:
            cells[place(address)] = cell = Cell(value)
            cell.type = kind
        book.append((name, cells))
    return book


# --- peers: a value is (kind, value); kinds: n number, t text, b bool, e error, d date, T time, D duration ---

def typed(v):
    if isinstance(v, bool):
        return "b", v
    if isinstance(v, (int, float)):
        return "n", v
    if isinstance(v, datetime.datetime):
        return "d", v
    if isinstance(v, datetime.date):
        return "d", datetime.datetime(v.year, v.month, v.day)
    if isinstance(v, datetime.time):
        return "T", v
    if isinstance(v, datetime.timedelta):
        return "D", v.total_seconds()
    return "t", v


def read_openpyxl(path):
    book = openpyxl.load_workbook(path, data_only=True)
    sheets = []
    for name in book.sheetnames:
        ws = book[name]
        if not hasattr(ws, "_cells"):
            continue
        cells = {}
        for at, c in ws._cells.items():
            if isinstance(c, openpyxl.cell.cell.MergedCell):
                cells[at] = "covered", None
            elif c.value is not None and c.value != "":
                cells[at] = ("e", c.value) if c.data_type == "e" else typed(c.value)
        sheets.append((name, cells))
    return sheets


def read_xlrd(path):
    book = xlrd.open_workbook(path, formatting_info=False, logfile=io.StringIO())
    sheets = []
    for s in book.sheets():
        cells = {}
        for r in range(s.nrows):
            for c in range(s.row_len(r)):
                cell = s.cell(r, c)
                if cell.ctype == xlrd.XL_CELL_TEXT and cell.value:
                    v = "t", cell.value
                elif cell.ctype == xlrd.XL_CELL_NUMBER:
                    v = "n", cell.value
                elif cell.ctype == xlrd.XL_CELL_DATE:
                    v = "serial", (cell.value, book.datemode)
                elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
                    v = "b", bool(cell.value)
                elif cell.ctype == xlrd.XL_CELL_ERROR:
                    v = "e", xlrd.error_text_from_code.get(cell.value, "#%d" % cell.value)
                else:
                    continue
                cells[r + 1, c + 1] = v
        sheets.append((s.name, cells))
    return sheets


ODF = {"office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0", "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
       "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0", "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"}


def odf(prefix, name):
    return "{%s}%s" % (ODF[prefix], name)


def ods_text(e):
    out = []

    def walk(n):
        if n.tag == odf("text", "ruby-text"):
            return
        if n.tag == odf("text", "s"):
            out.append(" " * int(n.get(odf("text", "c"), 1)))
        elif n.tag == odf("text", "tab"):
            out.append("\t")
        elif n.tag == odf("text", "line-break"):
            out.append("\n")
        elif n.tag == odf("office", "annotation"):
            return
        out.append(re.sub(r"[ \t\r\n]+", " ", n.text or ""))
        for child in n:
            walk(child)
            out.append(re.sub(r"[ \t\r\n]+", " ", child.tail or ""))

    walk(e)
    return "".join(out)


def ods_value(c):
    kind = c.get(odf("office", "value-type"))
    text = "\n".join(ods_text(p) for p in c if p.tag in (odf("text", "p"), odf("text", "h")))
    failed = c.get(odf("table", "formula")) and re.match(r"#(DIV/0!|N/A|REF!|VALUE!|NAME\?|NUM!|NULL!)$|Err:", text)
    if failed or c.get(odf("calcext", "value-type")) == "error":
        return "e", text
    if kind in ("float", "percentage", "currency"):
        return "n", float(c.get(odf("office", "value")))
    if kind == "boolean":
        return "b", c.get(odf("office", "boolean-value")) == "true"
    if kind == "date" and c.get(odf("office", "date-value")):
        return "iso", c.get(odf("office", "date-value"))
    if kind == "time":
        h, m, s = re.match(r"PT(\d+)H(\d+)M([\d.,]+)S$", c.get(odf("office", "time-value"))).groups()
        return "D", int(h) * 3600 + int(m) * 60 + float(s.replace(",", "."))
    return "t", c.get(odf("office", "string-value")) or text


def read_ods(path):
    import xml.etree.ElementTree as ET
    root = ET.fromstring(zipfile.ZipFile(path).read("content.xml"))
    sheets = []
    for table in root.find(".//" + odf("office", "spreadsheet")).findall(odf("table", "table")):
        if table.get(odf("table", "name")).startswith("'file:"):
            continue  # LibreOffice's copy of what formulas refer to in another file
        cells, r = {}, 0
        for row in table.iter(odf("table", "table-row")):
            times, c = int(row.get(odf("table", "number-rows-repeated"), 1)), 0
            for cell in row:
                if cell.tag not in (odf("table", "table-cell"), odf("table", "covered-table-cell")):
                    continue
                wide = int(cell.get(odf("table", "number-columns-repeated"), 1))
                v = ods_value(cell)
                if v != ("t", ""):
                    for i in range(times):
                        for k in range(wide):
                            cells[r + 1 + i, c + 1 + k] = v
                c += wide
            r += times
        sheets.append((table.get(odf("table", "name")), cells))
    return sheets


def save_as_xlsx(program, files, folder):
    """The files saved as .xlsx by another program: {path: saved}. Those that it does not read are missing."""
    saved = {}
    for start in range(0, len(files), 20):
        chunk = {}
        for i, path in enumerate(files[start : start + 20], start):
            chunk[path] = os.path.join(folder, "%d%s" % (i, os.path.splitext(path)[1].lower()))
            shutil.copyfile(path, chunk[path])
        if program == "libreoffice":
            run_peer(["soffice", "-env:UserInstallation=file://%s/profile" % folder, "--headless", "--convert-to",
                      "xlsx:Calc MS Excel 2007 XML", "--outdir", folder + "/out", *chunk.values()], 300)
        for path, copy in chunk.items():
            out = os.path.join(folder, "out", os.path.splitext(os.path.basename(copy))[0] + ".xlsx")
            if program == "gnumeric":
                os.makedirs(folder + "/out", exist_ok=True)
                run_peer(["ssconvert", "-T", "Gnumeric_Excel:xlsx2", copy, out], 30)
            if os.path.exists(out):
                saved[path] = out
    return saved


def run_peer(command, seconds):
    try:
        subprocess.run(command, capture_output=True, timeout=seconds)
    except subprocess.TimeoutExpired:
        pass


def read_saved(path):
    """As read_openpyxl(), and the places of formulas: their results may be the program's own."""
    sheets = read_openpyxl(path)
    book = openpyxl.load_workbook(path)
    formulas = {(name, at) for name, _ in sheets for at, c in book[name]._cells.items() if c.data_type == "f"}
    return sheets, formulas


def apart(read, path):
    """read(path) in a process of its own: a peer may take all memory, or for ever. Returns (result, fault)."""
    import pickle
    ours_end, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_AS, (PEER_BYTES, PEER_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (PEER_SECONDS, PEER_SECONDS))
        try:
            answer = read(path), None
        except BaseException as x:
            answer = None, "%s: %s" % (type(x).__name__, str(x)[:80])
        try:
            with os.fdopen(theirs, "wb") as f:
                pickle.dump(answer, f)
        finally:
            os._exit(0)
    os.close(theirs)
    with os.fdopen(ours_end, "rb") as f:
        data = f.read()
    os.waitpid(child, 0)
    try:
        return pickle.loads(data)
    except (EOFError, pickle.UnpicklingError):  # it came to an end within its answer, or before
        return None, "beyond %d s or %d MiB" % (PEER_SECONDS, PEER_BYTES >> 20)


# --- comparing ---

DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d(?:\.\d+)?))?$")
TIME = re.compile(r"(\d+):(\d\d):(\d\d(?:\.\d+)?)$")


def number(text):
    try:
        return float(text)
    except ValueError:
        return None


def moment(text):
    """Seconds since 1899-12-31 of an ISO text, None for none; 1900-02-29 is its own day."""
    m = DATE.match(text)
    if not m:
        return None
    y, mo, d = (int(x) for x in m.groups()[:3])
    try:
        day = (datetime.date(y, mo, d) - datetime.date(1899, 12, 31)).days
    except ValueError:
        return None
    return day * 86400 + int(m[4] or 0) * 3600 + int(m[5] or 0) * 60 + float(m[6] or 0)


def clock(text):
    m = TIME.match(text)
    return int(m[1]) * 3600 + int(m[2]) * 60 + float(m[3]) if m else None


def near(a, b):
    return a is not None and b is not None and abs(a - b) <= 0.000501


def serial_matches(o, serial, mode):
    """As xlrd tells a date: a number and the epoch. Days up to 60 are counted as Excel does."""
    if number(o) is not None:
        return number(o) == serial
    if clock(o) is not None:
        return near(clock(o), serial * 86400)
    if o.startswith("1900-02-29"):
        return mode == 0 and int(serial) == 60
    m = moment(o)
    if m is None:
        return False
    if mode == 1:
        return near(m, (serial + 1461) * 86400)
    return near(m, (serial - (serial >= 60)) * 86400)


TYPES = {"n": {"number"}, "b": {"boolean"}, "t": {"text"}, "e": {"error"}, "T": {"time"}, "D": {"duration", "time"},
         "d": {"date", "datetime"}, "iso": {"date", "datetime"},
         "serial": {"date", "datetime", "time", "duration", "number"}, "covered": set()}


def matches(o, p):
    kind, v = p
    if o.type not in TYPES[kind]:
        return False
    if kind == "n":
        return number(o) == float(v)
    if kind == "b":
        return o == ("TRUE" if v else "FALSE")
    if kind == "d":
        return near(moment(o), (v - datetime.datetime(1899, 12, 31)).total_seconds())
    if kind == "T":
        return near(clock(o), v.hour * 3600 + v.minute * 60 + v.second + v.microsecond / 1e6)
    if kind == "D":
        return near(clock(o), v)
    if kind == "serial":
        return serial_matches(o, *v)
    if kind == "iso":
        return moment(o) is not None and near(moment(o), moment(re.sub(r"(\.\d{6})\d+", r"\1", v)))
    return o == v



# --- differences that doc/reading.md explains: name, and what tells them ---

def same_digits(o, v):
    """Equal in fifteen digits, which is what LibreOffice writes."""
    n = number(o)
    return n is not None and isinstance(v, (int, float)) and (n == v or "%.14e" % n == "%.14e" % v or
                                                              abs(n - v) <= 1e-14 * abs(v))


def unescaped(text):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)


REASONS = [
    ("not calculated", lambda d: d.o == UNCALCULATED),
    ("29 February 1900", lambda d: d.o and d.o.startswith("1900-02-29")),
    ("before 1 March 1900", lambda d: d.o and d.kind == "d" and near(moment(d.o), (d.v - BEGIN).total_seconds() + 86400)),
    ("fifteen digits", lambda d: d.saved and d.kind == "n" and d.o and same_digits(d.o, d.v)),
    ("number format lost", lambda d: d.saved and d.kind == "n" and d.o and
        (serial_matches(d.o, d.v, 0) or serial_matches(d.o, d.v, 1))),
    ("escape left as it is", lambda d: d.kind == "t" and d.o and d.o != d.v and
        (unescaped(d.v) == d.o or unescaped(unescaped(d.v)) == d.o)),
    ("carriage return", lambda d: d.kind == "t" and d.o and d.o != d.v and d.o.replace("\r\n", "\n") == d.v.replace("\r\n", "\n")),
    ("negative date", lambda d: d.o and d.o.startswith("-") and number(d.o) is not None and d.kind in ("d", "T")),
    ("no number", lambda d: d.o == "#NUM!" and d.kind == "n" and d.v != d.v),
    ("day zero", lambda d: d.o == "0" and d.kind in ("T", "d")),
    ("blanks at the ends", lambda d: d.kind == "t" and d.o and d.o != d.v and d.o.strip() == d.v.strip()),
    ("truth as number", lambda d: d.o in ("TRUE", "FALSE") and d.kind == "n" and d.v == (d.o == "TRUE")),
    ("fraction of a second", lambda d: d.saved and d.kind == "T" and clock(d.o or "") and
        0 <= clock(d.o) - d.v.hour * 3600 - d.v.minute * 60 - d.v.second < 1),
    ("page or plain text", lambda d: d.saved and not d.workbook),
    ("covered cell", lambda d: d.kind == "covered" or (d.saved and d.v is None and d.ext == ".ods")),
    ("recalculated", lambda d: d.saved and d.formula),
]
UNCALCULATED = "#BELUM DIHITUNG!"
BEGIN = datetime.datetime(1899, 12, 31)

# Faults of one peer in one file, looked into one by one.
FAULTS = {
    ("gnumeric", "issue_261.xlsx"): "cells without address",
    ("gnumeric", "59746_NoRowNums.xlsx"): "cells without address",
    ("gnumeric", "issue221.xlsm"): "shared strings not found",
    ("gnumeric", "issue_419.xlsx"): "shared strings not found",
    ("gnumeric", "date_iso.xlsx"): "ISO dates in cells",
    ("libreoffice", "date_iso.xlsx"): "ISO dates in cells",
    ("gnumeric", "biff5-rich-text-string.xls"): "character outside the code page",
    ("libreoffice", "inlineStr_with_value.xlsx"): "value beside an inline text",
    ("libreoffice", "inlineStr.xlsx"): "value beside an inline text",
    ("libreoffice", "inlineStr2.xlsx"): "value beside an inline text",
    ("openpyxl", "tdf55417.xlsx"): "date format in capitals",
    ("libreoffice", "pivots.xlsx"): "pivot table built anew",
}


class Difference:
    def __init__(self, peer, path, saved, formula, o, p):
        self.peer, self.saved, self.formula, self.o = peer, saved, formula, o
        self.kind, self.v = p or (None, None)
        self.ext = os.path.splitext(path)[1].lower()
        self.file = os.path.basename(path).split("__")[-1]
        with open(path, "rb") as f:
            self.workbook = f.read(2) in (b"PK", b"\xd0\xcf", b"\x09\x08")

    def reason(self):
        for name, holds in REASONS:
            if holds(self):
                return name
        return FAULTS.get((self.peer, self.file))


class Tally:
    def __init__(self, peer):
        self.peer, self.files, self.sheets, self.cells, self.reasons, self.unread = peer, 0, 0, 0, {}, 0

    def count(self, reason):
        self.reasons[reason] = self.reasons.get(reason, 0) + 1


def compare(tally, path, book, theirs, formulas, report):
    tally.files += 1
    named = dict(theirs)
    for name in set(named) - {n for n, _ in book} if len(theirs) > 1 else ():
        reason = None if named[name] else "chart sheet"
        tally.count(reason)
        report(path, tally.peer, name, "sheet", "missing", "there", reason)
    for name, cells in book:
        if name not in named:
            if len(book) != 1 or len(theirs) != 1:  # the one sheet of a page or a text has a name of the peer's own
                report(path, tally.peer, name, "sheet", "there", "missing", None)
                tally.count(None)
                continue
            named[name] = theirs[0][1]
        tally.sheets += 1
        for at in sorted(set(cells) | set(named[name])):
            tally.cells += 1
            o, p = cells.get(at), named[name].get(at)
            if (p == ("covered", None) and o is None) or (o is not None and p is not None and matches(o, p)):
                continue
            reason = Difference(tally.peer, path, formulas is not None, formulas and (name, at) in formulas, o, p).reason()
            tally.count(reason)
            report(path, tally.peer, name, "R%dC%d" % at, o, p, reason)


DIRECT = {".xlsx": ("openpyxl", read_openpyxl), ".xlsm": ("openpyxl", read_openpyxl), ".xls": ("xlrd", read_xlrd),
          ".ods": ("xml", read_ods)}


def find(operands):
    for operand in operands:
        if os.path.isfile(operand):
            yield operand
        for folder, _, names in os.walk(operand):
            for name in sorted(names):
                if os.path.splitext(name)[1].lower() in DIRECT and not name.startswith("~$"):
                    yield os.path.join(folder, name)


def main():
    operands, quick, everything, log = [], False, False, None
    arguments = sys.argv[1:]
    while arguments:
        a = arguments.pop(0)
        if a == "--quick":
            quick = True
        elif a == "--all":
            everything = True
        elif a == "--diff" and arguments:
            log = open(arguments.pop(0), "w")
        elif a.startswith("-"):
            sys.exit(__doc__)
        else:
            operands.append(a)
    files = sorted(find(operands))
    if not files:
        sys.exit(__doc__)
    peers = {"openpyxl": openpyxl, "xlrd": xlrd, "xml": True, "libreoffice": shutil.which("soffice") and openpyxl,
             "gnumeric": shutil.which("ssconvert") and openpyxl}
    for peer, there in peers.items():
        if not there:
            print("left out, since it is not installed:", peer)
    tallies = {peer: Tally(peer) for peer, there in peers.items() if there}
    bad = []

    def report(path, peer, sheet, where, o, p, reason):
        line = "\t".join((reason or "?", peer, path, sheet, where, repr(o), repr(p)))
        if log:
            print(line, file=log)
        if everything or not reason:
            print(line)

    books, refused, folder = {}, 0, tempfile.mkdtemp(prefix="kp2s-conformance.")
    for path in files:
        books[path] = read_ours(path)
        if isinstance(books[path], str):
            refused += 1
            if books[path].startswith(("died", "hangs")):
                bad.append(path)
            if everything or path in bad:
                print("refused\t%s\t%s" % (path, books[path]))
    read = [path for path in files if not isinstance(books[path], str)]
    try:
        for path in read:
            peer, reader = DIRECT.get(os.path.splitext(path)[1].lower(), (None, None))
            if peer not in tallies:
                continue
            theirs, fault = apart(reader, path)
            if fault or (not theirs and books[path]):
                tallies[peer].unread += 1
            else:
                compare(tallies[peer], path, books[path], theirs, None, report)
        for peer in () if quick else ("libreoffice", "gnumeric"):
            if peer not in tallies:
                continue
            work = os.path.join(folder, peer)
            os.mkdir(work)
            saved = save_as_xlsx(peer, read, work)
            for path in read:
                theirs, fault = apart(read_saved, saved[path]) if path in saved else (None, "not read")
                if fault:
                    tallies[peer].unread += 1
                else:
                    compare(tallies[peer], path, books[path], *theirs, report)
    finally:
        shutil.rmtree(folder)
    print("%d files, %d refused, %d died" % (len(files), refused, len(bad)))
    unexplained = 0
    for t in tallies.values():
        if t.files + t.unread == 0:
            continue
        print("%s: %d files (%d it does not read), %d sheets, %d cells, %d differ" %
              (t.peer, t.files, t.unread, t.sheets, t.cells, sum(t.reasons.values())))
        for reason, n in sorted(t.reasons.items(), key=lambda x: -x[1]):
            print("    %7d %s" % (n, reason or "WITHOUT REASON"))
        unexplained += t.reasons.get(None, 0)
    sys.exit(1 if unexplained or bad else 0)


if __name__ == "__main__":
    main()
