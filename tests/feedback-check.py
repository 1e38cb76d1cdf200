#!/usr/bin/python3
# Marks invented cells of many files with kp2s-feedback and looks whether what comes back is right.
"""Marks invented cells of many files with kp2s-feedback and looks whether what comes back is right.

usage: feedback-check.py [--quick] [--keep FOLDER] FOLDER|FILE...

Every file that kp2s-sheet reads gets marks on cells of each sheet: filled ones, empty ones, such as lie outside of what
is used, a row. Then:
- every part of an .xlsx that has no reason to change is the same, packed bytes and all; in the sheets nothing changed
  but the s= of marked cells, cells that were added, and the reference to comments;
- kp2s-sheet reads the same rows from each sheet as before, and the list names each mark;
- openpyxl loads it, and finds each marked cell with a fill and a comment (unless it could not load the original);
- without --quick, LibreOffice makes the same CSV of each sheet of an .xlsx as of the original's (unless chance or the
  clock are in it), and shows the list.
Ends with 1 when something is otherwise. --keep leaves what was made in FOLDER. Environment: BUILD (default build).
"""
import csv, hashlib, io, os, random, re, shutil, subprocess, sys, tempfile, warnings, zipfile

warnings.simplefilter("ignore")
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BIN = os.path.join(os.environ.get("BUILD", os.path.join(ROOT, "build")), "bin")
MOST_SECONDS = 60
csv.field_size_limit(1 << 30)
try:
    import openpyxl
except ImportError:
    openpyxl = None
try:
    from lxml import etree
except ImportError:
    etree = None

CODES = [("reject", "number-invalid", "bukan angka"), ("also", "region-unknown", "nama wilayah tidak dikenal: mungkin <A & B>"),
         ("repair", "repair-unit", "satuan disesuaikan (gram ke kg, meter ke cm)"), ("note", "over-100", "pembilang melebihi penyebut (di atas 100 %)")]


def run(program, *arguments, **more):
    return subprocess.run([os.path.join(BIN, program), *arguments], capture_output=True, timeout=MOST_SECONDS, **more)


def column(n):
    name = ""
    while n:
        n, rest = divmod(n - 1, 26)
        name = chr(65 + rest) + name
    return name


def place(ref):
    letters = re.match("[A-Z]+", ref).group()
    n = 0
    for c in letters:
        n = n * 26 + ord(c) - 64
    return int(ref[len(letters):]), n


# --- marks ---

def invent(path, sheets):
    """{sheet name: [(row, address or "", code)]}; the first of sheets of one name is marked."""
    chance, marks = random.Random(os.path.basename(path)), {}
    for s in sheets:
        rows, columns = max(int(s["rows"]), 1), max(int(s["columns"]), 1)
        if s["name"] in marks or chance.random() < 0.2:
            continue
        cells = {(chance.randint(1, rows), chance.randint(1, columns)) for _ in range(8)}
        cells |= {(rows + 3, columns + 2), (rows, columns), (1, 1)}
        cells = {(r, c) for r, c in cells if r <= 1048576 and c <= 16384}
        marks[s["name"]] = [(r, column(c) + str(r), chance.choice(CODES)) for r, c in sorted(cells)]
        marks[s["name"]].append((chance.randint(1, rows), "", CODES[0]))
    return marks


def stream(path, marks):
    out, n = io.StringIO(), 0
    w = csv.writer(out, lineterminator="\n")
    line = lambda *fields: w.writerow(list(fields) + [""] * (24 - len(fields)))
    line("rec", "src", "sheet", "row", "cell", "village")
    sha = hashlib.sha256(open(path, "rb").read()).hexdigest()
    line("S", 1, "", "", "", "stage=extract", "file=" + os.path.basename(path).encode("utf-8", "replace").decode(), "sha256=" + sha)
    rejects = 0
    for sheet, cells in marks.items():
        for row, cell, (severity, code, message) in cells:
            line("R", 1, sheet, row, cell, severity, code, "village", "isi <&>", message)
            n += 1
            rejects += severity == "reject"
    line("E", 1, "", "", "", "d=0", "r=%d" % rejects, "n=%d" % (n - rejects), "crc=-")
    return out.getvalue().encode()


# --- the archive ---

def raw(archive, info):
    f = archive.fp
    f.seek(info.header_offset)
    head = f.read(30)
    f.seek(info.header_offset + 30 + int.from_bytes(head[26:28], "little") + int.from_bytes(head[28:30], "little"))
    return info.compress_type, info.CRC, f.read(info.compress_size)


def local(tag):
    return etree.QName(tag).localname if isinstance(tag, str) else ""


def as_before(old, new, marked):
    """What differs between two sheet parts that should not."""
    parser = etree.XMLParser(huge_tree=True)
    a, b = etree.fromstring(old, parser), etree.fromstring(new, parser)
    row, added = 0, []
    for e in b.iter():
        if local(e.tag) == "legacyDrawing" and not any(local(x.tag) == "legacyDrawing" for x in a):
            added.append(e)
    have = cells_of(a)
    for ref, e in cells_of(b).items():
        if ref not in have:
            if ref not in marked or len(e) or set(e.attrib) - {"r", "s"}:
                return "cell %s was made" % ref
            added.append(e)
        elif have[ref].get("s") != e.get("s"):
            if ref not in marked:
                return "format of %s changed" % ref
            if have[ref].get("s") is None:
                del e.attrib["s"]
            else:
                e.set("s", have[ref].get("s"))
    for e in added:
        parent = e.getparent()
        parent.remove(e)
    had = {r.get("r") for r in a.iter() if local(r.tag) == "row"}
    for r in [r for r in b.iter() if local(r.tag) == "row" and len(r) == 0 and r.get("r") not in had]:
        r.getparent().remove(r)
    x, y = (re.sub(rb"<([\w:]*)([^<>]*)/>", rb"<\1\2></\1>", etree.tostring(t)) for t in (a, b))
    x, y = (re.sub(rb"(<(?:\w+:)?(?:row|sheetData)\b[^>]*[^/>])></[\w:]*>", rb"\1/>", t) for t in (x, y))
    return None if x == y else "the sheet changed elsewhere"


def cells_of(root):
    cells, row = {}, 0
    for r in root.iter():
        if local(r.tag) != "row":
            continue
        row, col = int(r.get("r", row + 1)), 0
        for c in r:
            if local(c.tag) == "c":
                col = place(c.get("r"))[1] if c.get("r") else col + 1
                cells[column(col) + str(row)] = c
    return cells


def plain(name):
    return name.lower().replace("\\", "/")


def relation_targets(archive, part, kind):
    folder, name = os.path.split(part.replace("\\", "/"))
    rels = os.path.join(folder, "_rels", name + ".rels")
    found = {}
    names = {n.lower().replace("\\", "/"): n for n in archive.namelist()}
    if rels.lower() not in names:
        return found
    for r in etree.fromstring(archive.read(names[rels.lower()])):
        if r.get("Type", "").endswith(kind):
            t = r.get("Target")
            t = t.lstrip("/") if t.startswith("/") else os.path.normpath(os.path.join(folder, t))
            if t.lower() in names:
                found[r.get("Id")] = names[t.lower()]
    return found


def sheet_parts(archive):
    book = next(iter(relation_targets(archive, "", "/officeDocument").values()), "xl/workbook.xml")
    parts = relation_targets(archive, book, "/worksheet")
    result = []
    book = next(n for n in archive.namelist() if n.lower().replace("\\", "/") == book.lower().replace("\\", "/"))
    for s in etree.fromstring(archive.read(book)).iter():
        if local(s.tag) == "sheet":
            key = [v for k, v in s.attrib.items() if k.endswith("}id")]
            if key and key[0] in parts:
                result.append((s.get("name"), parts[key[0]]))
    return book, result


def archive_faults(path, made, marked):
    old, new = zipfile.ZipFile(path), zipfile.ZipFile(made)
    if new.testzip():
        return ["part %s is damaged" % new.testzip()]
    book, sheets = sheet_parts(old)
    may = {"[content_types].xml", book.lower(), "xl/_rels/workbook.xml.rels", os.path.join(os.path.dirname(book), "_rels", os.path.basename(book) + ".rels").lower()}
    may |= {p.lower() for p in relation_targets(old, book, "/styles").values()}
    faults, names = [], {}
    may = {plain(n) for n in may}
    for name, part in sheets:
        if name not in marked or name in names:
            continue
        names[name] = part
        may.add(plain(part))
        folder, base = os.path.split(part.replace("\\", "/"))
        may.add(plain(os.path.join(folder, "_rels", base + ".rels")))
        for kind in "/comments", "/vmlDrawing":
            may |= {plain(p) for p in relation_targets(old, part, kind).values()}
        fault = as_before(old.read(part), new.read(part), marked[name])
        if fault:
            faults.append("%s: %s" % (part, fault))
    for info in old.infolist():
        try:
            again = new.getinfo(info.filename)
        except KeyError:
            faults.append("part %s is gone" % info.filename)
            continue
        if raw(old, info) != raw(new, again) and plain(info.filename) not in may:
            faults.append("part %s changed" % info.filename)
    for name in new.namelist():
        if name.endswith((".xml", ".rels")):
            try:
                etree.fromstring(new.read(name), etree.XMLParser(huge_tree=True))
            except etree.XMLSyntaxError as e:
                if not name in old.namelist() or name.lower() in may:
                    faults.append("part %s is no XML: %s" % (name, e))
    return faults


# --- readers ---

def load(path):
    try:
        return openpyxl.load_workbook(path)
    except Exception as e:  # noqa: BLE001  whatever another reader does with a strange file
        return e


def openpyxl_faults(path, made, marked):
    original, book = load(path) if is_xlsx(path) else None, load(made)
    if isinstance(original, Exception):
        return []
    if isinstance(book, Exception):
        return ["openpyxl: %s" % book]
    faults = []
    for name, cells in marked.items():
        if name not in book.sheetnames:
            if original and name in original.sheetnames:
                faults.append("openpyxl: no sheet %s" % name)
            continue
        sheet = book[name]
        covered = {column(c) + str(r): column(m.min_col) + str(m.min_row) for m in sheet.merged_cells.ranges
                   for r in range(m.min_row, min(m.max_row, m.min_row + 5000) + 1) for c in range(m.min_col, m.max_col + 1)}
        for ref in cells:
            cell = sheet[covered.get(ref, ref)]
            if cell.fill.patternType not in ("lightUp", "lightHorizontal", "solid"):
                faults.append("openpyxl: %s!%s is not painted" % (name, ref))
            if not cell.comment or ("KP2S:" not in cell.comment.text and "hread" not in cell.comment.text):
                faults.append("openpyxl: %s!%s has no comment" % (name, ref))
    return faults


def sheet_faults(path, made, sheets):
    faults = []
    again = list(csv.DictReader(io.StringIO(run("kp2s-sheet", "-q", "--list", made).stdout.decode())))
    if not again:
        return ["kp2s-sheet does not read it: %s" % run("kp2s-sheet", "-q", "--list", made).stderr.decode()]
    if not again[0]["name"].startswith("Catatan KP2S") or len(again) != len(sheets) + 1:
        faults.append("the list is not the first of one sheet more")
    for i, s in enumerate(sheets):
        before, after = (run("kp2s-sheet", "-q", "--raw", "--types", "-s", str(k), f) for k, f in ((i + 1, path), (i + 2, made)))
        strip = lambda t: re.sub(rb",last,", b",text,", t)
        if before.returncode == 0 and strip(before.stdout) != strip(after.stdout):
            faults.append("kp2s-sheet reads sheet %d otherwise" % (i + 1))
    return faults


def office_csv(files, work):
    """Folder of CSV files, one for each sheet, of each file."""
    folders = {}
    todo = list(files)
    while todo:
        batch, todo = todo[:20], todo[20:]
        out = tempfile.mkdtemp(dir=work)
        try:
            subprocess.run(["soffice", "-env:UserInstallation=file://" + os.path.join(work, "profile"), "--headless", "--convert-to",
                            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1", "--outdir", out, *batch],
                           capture_output=True, timeout=60 + 20 * len(batch))
        except subprocess.TimeoutExpired:
            pass
        for f in batch:
            stem = os.path.splitext(os.path.basename(f))[0]
            folders[f] = {n[len(stem) + 1:-4]: open(os.path.join(out, n), "rb").read() for n in os.listdir(out) if n.startswith(stem + "-")}
    return folders


def is_xlsx(path):
    return open(path, "rb").read(4) == b"PK\3\4" and b"opendocument" not in open(path, "rb").read(100)


def chance(path):
    archive = zipfile.ZipFile(path)
    return any(re.search(rb"\b(RAND|RANDBETWEEN|NOW|TODAY)\(", archive.read(n)) for n in archive.namelist() if "sheet" in n)


def office_faults(pairs, work):
    """pairs: the original under a name of its own, and what was made of it."""
    folders = office_csv([f for pair in pairs for f in pair], work)
    faults, loaded = {}, 0
    for old, new in pairs:
        before, after = folders[old], folders[new]
        if not before:
            continue
        loaded += 1
        listed = [n for n in after if n.startswith("Catatan KP2S")]
        bad = [] if listed else ["LibreOffice shows no list"]
        same = is_xlsx(old) and not chance(old)
        for name, rows in before.items() if same else ():
            trim = lambda t: re.sub(rb"[,\n]*$", b"", re.sub(rb",+\n", b"\n", t))
            if name not in after:
                bad.append("LibreOffice shows no sheet %s" % name)
            elif trim(rows) != trim(after[name]):
                bad.append("LibreOffice shows sheet %s otherwise" % name)
        faults[old] = bad
    return faults, loaded


# --- ---

def files_of(arguments):
    for a in arguments:
        if os.path.isdir(a):
            for folder, folders, names in os.walk(a):
                folders.sort()
                for n in sorted(names):
                    yield os.path.join(folder, n)
        else:
            yield a


def check(path, made_as, known):
    """Faults; None when the file is not read. known: what was made is put there."""
    listing = run("kp2s-sheet", "-q", "--list", path)
    if listing.returncode or not listing.stdout:
        return None
    sheets = list(csv.DictReader(io.StringIO(listing.stdout.decode())))
    macros = is_xlsx(path) and b".macroEnabled.main+xml" in zipfile.ZipFile(path).read("[Content_Types].xml")
    marks, made = invent(path, sheets), made_as + (".xlsm" if macros else ".xlsx")
    p = run("kp2s-feedback", "-q", "-o", made, path, "-", input=stream(path, marks))
    if p.returncode:
        return ["kp2s-feedback: %d %s" % (p.returncode, p.stderr.decode())]
    known[path] = made
    marked = {name: {c for _, c, _ in cells if c} for name, cells in marks.items()}
    faults = sheet_faults(path, made, sheets)
    if is_xlsx(path) and etree:
        faults += archive_faults(path, made, {n: m | rows_first(path, n, marks[n]) | covering(sheets, n, m) for n, m in marked.items()})
    if openpyxl:
        faults += openpyxl_faults(path, made, marked)
    return faults


def rows_first(path, name, cells):
    """The cells that a mark of a whole row may stand on."""
    rows = {r for r, c, _ in cells if not c}
    p = run("kp2s-sheet", "-q", "--types", "-s", name, path)
    found = {r: "A%d" % r for r in rows}
    for line in reversed(list(csv.reader(io.StringIO(p.stdout.decode())))):
        if re.fullmatch("[A-Z]+[0-9]+", line[0]) and place(line[0])[0] in rows:
            found[place(line[0])[0]] = line[0]
    return set(found.values())


def covering(sheets, name, cells):
    areas = next(s["areas"] for s in sheets if s["name"] == name).split()
    return {a.split(":")[0] for a in areas}


def main():
    arguments = sys.argv[1:]
    quick = "--quick" in arguments
    arguments = [a for a in arguments if a != "--quick"]
    keep = None
    if "--keep" in arguments:
        i = arguments.index("--keep")
        keep = arguments[i + 1]
        del arguments[i:i + 2]
    if not arguments:
        sys.exit(__doc__)
    work = keep or tempfile.mkdtemp()
    os.makedirs(work, exist_ok=True)
    n, bad, pairs, known = 0, 0, [], {}
    for i, path in enumerate(files_of(arguments)):
        faults = check(path, os.path.join(work, "%04dn" % i), known)
        if faults is None:
            continue
        n += 1
        bad += bool(faults)
        for f in faults[:8]:
            print("%s: %s" % (path, f), flush=True)
        if path in known and not quick and not path.endswith((".csv", ".tsv", ".txt", ".gz", ".json", ".md")):
            original = os.path.join(work, "%04do%s" % (i, os.path.splitext(path)[1]))
            shutil.copyfile(path, original)
            pairs.append((path, original, known[path]))
    shown = 0
    if pairs and shutil.which("soffice"):
        faults, shown = office_faults([(o, m) for _, o, m in pairs], work)
        for path, original, _ in pairs:
            for f in faults.get(original, [])[:8]:
                print("%s: %s" % (path, f))
            bad += bool(faults.get(original))
    if not keep:
        shutil.rmtree(work)
    print("%d files marked, %d with faults%s" % (n, bad, "" if quick else "; %d opened by LibreOffice, too" % shown))
    sys.exit(bad > 0)


main()
