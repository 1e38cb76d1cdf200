#!/usr/bin/python3
"""The figures of a review computed a second time, by the rules of doc/review.md, from the records of kp2s-transform and the
catalogue, without a database: one CSV file a table, to be set beside what kp2s-review wrote.

Every sum is whole, every percentage a fraction until it is written: two decimals, half away from zero.
usage: review-figures.py ETC PROVINCE YEAR OUT STREAM…      writes OUT/coverage.csv … for YEAR
       review-figures.py --movement OUT LAST                writes OUT/movement.csv from the tables of two years
"""
import csv
import datetime
import gzip
import os
import sys
from collections import defaultdict
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 60
POPULATIONS = {"under5": "DS03", "under2": "DS08"}
MEASURES = {  # measure: z-score, is it affected
    "stunted": ("haz", lambda z: z < -2),
    "severely_stunted": ("haz", lambda z: z < -3),
    "underweight": ("waz", lambda z: z < -2),
    "wasted": ("whz", lambda z: z < -2),
    "overweight": ("whz", lambda z: z > 2),
}


# --- what is read ---

def table(etc, name):
    path = os.path.join(etc, "catalogue", name)
    opened = gzip.open(path + ".gz", "rt") if not os.path.exists(path) else open(path, encoding="utf-8")
    with opened as file:
        return list(csv.DictReader(file))


def records(paths):
    """Whole sources, each the pairs of its S and E line and its records; a stream that is cut is refused."""
    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            header = source = None
            told = []
            for line in csv.reader(file):
                if line[0] == "rec":
                    header = line
                elif line[0] == "S" and not line[2]:
                    source, told = dict(pair.split("=", 1) for pair in line[5:] if "=" in pair), []
                elif line[0] == "D":
                    told.append(dict(zip(header, line)))
                elif line[0] == "E":
                    source.update(pair.split("=", 1) for pair in line[5:] if "=" in pair)
                    yield source, told
                    source = None
        if source is not None:
            sys.exit(f"{path}: a source without its end")


def current(cat, loaded):
    """Of the sources, in the order of loading, those that no later one of the same slot replaced; of a figure that one
    agency told in two forms the first by the catalogue's order, else the one loaded last."""
    slots, figures, others = {}, {}, []
    for source, told in loaded:
        slots[source["layout"], source["scope"], source["period"], source.get("part", "")] = (source, told)
    for source, told in slots.values():
        for f in told:
            f = {**f, "agency": source["agency"], "system": source["system"], "kind": source["kind"]}
            if source["kind"] != "coverage":
                others.append(f)
                continue
            key = tuple(f[c] for c in ("indicator", "region", "period", "agency", "puskesmas", "sex", "age_group"))
            place = cat.precedence.get((f["indicator"], source["layout"]), 9999)
            if key not in figures or place <= figures[key][0]:
                figures[key] = (place, f)
    return [source for source, _ in slots.values()], others + [f for _, f in figures.values()]


def period(code):
    """First and last day."""
    year, rest = int(code[:4]), code[5:]
    first, last = (1, 12) if not rest else \
        (int(rest[1]) * 6 - 5, int(rest[1]) * 6) if rest[0] == "S" else \
        (int(rest[1]) * 3 - 2, int(rest[1]) * 3) if rest[0] == "Q" else (int(rest), int(rest))
    begins = datetime.date(year, first, 1)
    after = datetime.date(year + last // 12, last % 12 + 1, 1)
    return begins, after - datetime.timedelta(days=1)


def rounded(x):
    """Two decimals, half away from zero."""
    sign, hundredths = ("-" if x < 0 else ""), (abs(x) * 200 + 1) // 2
    return f"{sign if hundredths else ''}{int(hundredths) // 100}.{int(hundredths) % 100:02d}"


def percent(n, d):
    return rounded(Fraction(100 * n) / Fraction(d)) if d else ""


def wilson(n, d, side):
    if not d:
        return ""
    z, n, d = Decimal("1.959963984540054"), Decimal(n), Decimal(d)
    p = n / d
    middle, half = p + z * z / (2 * d), z * (p * (1 - p) / d + z * z / (4 * d * d)).sqrt()
    return rounded(Fraction(100 * (middle + side * half) / (1 + z * z / d)).limit_denominator(10**30))


def above(code, province):
    """A region and all regions that hold it, up to the province."""
    return [code[:n] for n in (13, 8, 5) if len(code) >= n] + [province]


def level(code):
    return {2: 1, 5: 2, 8: 3, 13: 4}[len(code)]


class Catalogue:
    def __init__(self, etc, year, province):
        self.indicator = {}
        for row in sorted(table(etc, "indicators.csv"), key=lambda r: int(r["version"])):
            if int(row["valid_from"]) <= year <= int(row["valid_until"] or 9999):
                self.indicator[row["code"]] = row
        self.owners = table(etc, "owners.csv")
        self.populations = table(etc, "populations.csv")
        order = defaultdict(list)
        for row in table(etc, "precedence.csv"):
            order[row["indicator"]].append(row["form"])
        self.precedence = {(i, form): at for i, forms_of in order.items() for at, form in enumerate(forms_of)}
        self.services = {row["code"]: row for row in table(etc, "services.csv")}
        self.targets = {(r["indicator"], r["region"]): r for r in table(etc, "targets.csv") if int(r["year"]) == year}
        self.lokus = {r["region"] for r in table(etc, "lokus.csv") if int(r["year"]) == year}
        self.deadlines = [r for r in table(etc, "deadlines.csv") if int(r["period"][:4]) == year]
        self.regencies = sorted(r["code"] for r in table(etc, "regions.csv")
                                if len(r["code"]) == 5 and r["code"][:2] == province and not r["valid_until"])

    def owner(self, indicator, part, regency, day):
        held = [o for o in self.owners
                if o["indicator"] == indicator and o["part"] == part and o["region"] in (regency, regency[:2], "")
                and o["valid_from"] <= day.isoformat() < (o["valid_until"] or "9999")]
        if held:
            return max(held, key=lambda o: len(o["region"]))["agency"]
        return self.indicator[indicator][part + "_owner"] if indicator in self.indicator else None

    def target(self, indicator, region, province):
        for place in (region[:5], province, ""):
            if (indicator, place) in self.targets:
                return Fraction(self.targets[indicator, place]["value"])
        return None


# --- coverage ---

def told_by_owner(cat, facts):
    """The owner's count of each people, by place and period: the first in the catalogue's order."""
    counts = {}
    for order, p in enumerate(cat.populations):
        for f in facts:
            if f["indicator"] != p["indicator"] or f["state"] == "na" or f[p["part"]] == "":
                continue
            regency = f["region"][:5]
            if f["agency"] != cat.owner(p["population"], "numerator", regency, period(f["period"])[1]):
                continue
            key = (p["population"], f["region"], f["period"], f["puskesmas"], f["sex"], f["age_group"])
            if key not in counts or order < counts[key][0]:
                counts[key] = (order, f["agency"], Fraction(f[p["part"]]))
    return counts


def counted_figures(cat, facts):
    """Region, indicator, numerator, denominator of each figure, and whether it is counted. What a form says of the province
    itself is no sum of its kabupaten and left out."""
    counts = told_by_owner(cat, facts)
    population_of = {p["indicator"]: p["population"] for p in cat.populations if p["part"] == "denominator"}
    groups = defaultdict(lambda: defaultdict(list))
    for f in facts:
        if cat.indicator[f["indicator"]]["type"] != "percent" and len(f["region"]) > 2:
            groups[f["region"][:5], f["indicator"]][f["agency"], f["region"]].append(f)
    for (regency, indicator), senders in groups.items():
        by_agency = defaultdict(list)
        for (agency, _), told in senders.items():
            latest = max(told, key=lambda f: (period(f["period"])[1], -period(f["period"])[0].toordinal()))["period"]
            by_agency[agency] += [f for f in told if f["period"] == latest and f["state"] == "value"]
        by_agency = {agency: told for agency, told in by_agency.items() if told}
        if not by_agency:
            continue

        def rank(agency):
            owns = any(agency == cat.owner(indicator, "numerator", regency, period(f["period"])[1])
                       for f in by_agency[agency])
            return not owns, -len({f["region"] for f in by_agency[agency]}), agency
        taken = min(by_agency, key=rank)
        for agency, told in by_agency.items():
            deepest = max(len(f["region"]) for f in told)
            for f in told:
                same = [g for g in told if g["region"] == f["region"]]
                counts_here = agency == taken and len(f["region"]) == deepest and is_part(f, same)
                denominator = Fraction(f["denominator"] or 0)
                people, wanted = population_of.get(indicator), \
                    cat.owner(indicator, "denominator", regency, period(f["period"])[1])
                if people and wanted != agency:
                    found = counts.get((people, f["region"], f["period"], f["puskesmas"], f["sex"], f["age_group"]))
                    if found and found[1] == wanted and found[2] > 0:
                        denominator = found[2]
                yield f["region"], indicator, Fraction(f["numerator"]), denominator, counts_here


def is_part(figure, same):
    """The region's total, else its puskesmas, else its parts; of each the total, by sex, by age, by both."""
    def whole(f):
        return 2 if f["puskesmas"] else 1 if not f["sex"] and not f["age_group"] else 3

    def part(f):
        return (1 if not f["sex"] else 2) if not f["age_group"] else (3 if not f["sex"] else 4)
    return whole(figure) == min(map(whole, same)) and \
        part(figure) == min(part(f) for f in same if f["puskesmas"] == figure["puskesmas"])


def coverage(cat, province, facts):
    """(region, indicator, villages) → numerator, denominator, regions; figures set aside by kabupaten and indicator."""
    listed = {code[:5] for code in cat.lokus}
    sums, regions, aside = defaultdict(lambda: [Fraction(0), Fraction(0)]), defaultdict(set), defaultdict(int)
    for region, indicator, n, d, counted in counted_figures(cat, facts):
        if not counted:
            aside[region[:5], indicator] += 1
            continue
        keys = [(place, indicator, "all") for place in above(region, province)]
        if len(region) == 13 and region[:5] in listed:
            keys += [(place, indicator, "lokus" if region in cat.lokus else "other") for place in (region[:5], province)]
        for key in keys:
            sums[key][0] += n
            sums[key][1] += d
            regions[key].add(region)
    return sums, regions, aside


def surveys(cat, facts):
    """(region, indicator) → the latest figure that is no pair, its period and agency; the owner's before another's."""
    latest = {}
    for f in facts:
        about = cat.indicator[f["indicator"]]
        if about["type"] != "percent" or about["kind"] != "hasil" or f["state"] != "value" or not f["reported"] or \
                f["puskesmas"] or f["sex"] or f["age_group"]:
            continue
        begins, ends = period(f["period"])
        owns = f["agency"] == cat.owner(f["indicator"], "numerator", f["region"][:5] if len(f["region"]) > 2 else "", ends)
        key, rank = (f["region"], f["indicator"]), (-ends.toordinal(), begins, not owns, f["agency"])
        if key not in latest or rank < latest[key][0]:
            latest[key] = (rank, [f["region"], f["indicator"], Decimal(f["reported"]), f["period"], f["agency"]])
    return [row for _, row in latest.values()]


# --- prevalence ---

def prevalence(facts):
    """(region, system, ages) → children, and of each measure affected and measured."""
    latest = {}
    for f in sorted(facts, key=lambda f: (f["measured_on"], [-ord(c) for c in f["region"][:5]])):
        latest[f["system"], f["child"]] = f
    children, measured = defaultdict(int), defaultdict(lambda: [0, 0])
    for f in latest.values():
        flagged = {"haz": "h", "waz": "w", "whz": "x"}
        z = {name: Decimal(f[name]) for name in flagged if f[name] and flagged[name] not in f["flags"]}
        if int(f["age_days"]) > 1826:
            z.pop("haz", None)
        for ages in ["under5"] + (["under2"] if int(f["age_days"]) <= 730 else []):
            for place in above(f["region"], f["region"][:2]):
                children[place, f["system"], ages] += 1
                for measure, (name, affected) in MEASURES.items():
                    if name in z:
                        measured[place, f["system"], ages, measure][0] += affected(z[name])
                        measured[place, f["system"], ages, measure][1] += 1
    return children, measured


def brought(cat, province, children, sums):
    """D/S: (region, ages) → children of the regions whose target is told, and the target."""
    ds = defaultdict(lambda: [0, Fraction(0)])
    for ages, population in POPULATIONS.items():
        for regency in cat.regencies:
            for p in (p for p in cat.populations if p["population"] == population):
                at = 0 if p["part"] == "numerator" else 1
                told = {place: s[at] for (place, indicator, villages), s in sums.items()
                        if indicator == p["indicator"] and villages == "all" and place[:5] == regency and s[at] > 0}
                if told:
                    break
            else:
                continue
            deepest = max(map(len, told))
            for place, target in told.items():
                if len(place) == deepest:
                    for over in above(place, province):
                        ds[over, ages][0] += children.get((place, "e-ppgbm", ages), 0)
                        ds[over, ages][1] += target
    return ds


# --- convergence ---

def convergence(facts, province):
    """(region, subject, service) → received, due, not due, and for all services persons, complete, households, complete."""
    last = {}
    for f in facts:
        last[f["region"][:5]] = max(last.get(f["region"][:5], ""), f["period"])
    marks, of_person = defaultdict(lambda: [0, 0, 0]), defaultdict(lambda: defaultdict(lambda: [0, 0]))
    house = {}
    for f in facts:
        if f["period"] != last[f["region"][:5]]:
            continue
        house[f["person"]] = f["household"] or f["person"]
        for place in above(f["region"], province)[:-1]:
            for subject, service in ((f["subject"], f["service"]), (f["subject"], ""), ("", "")):
                m = marks[place, subject, service]
                m[0] += f["state"] == "Y"
                m[1] += f["state"] != "TS"
                m[2] += f["state"] == "TS"
                if not service:
                    p = of_person[place, subject][f["person"]]
                    p[0] += f["state"] == "Y"
                    p[1] += f["state"] != "TS"
    counts = {}
    for key, persons in of_person.items():
        houses = defaultdict(lambda: [0, 0])
        for person, (received, due) in persons.items():
            houses[house[person]][0] += received
            houses[house[person]][1] += due
        counts[key] = [sum(1 for r, d in group.values() if d and r >= wanted * d)
                       for group in (persons, houses) for wanted in (0, 1)]
    rows = {key: m + (counts[key[:2]] if not key[2] else [None] * 4) for key, m in marks.items()}
    for (place, subject, service), row in list(rows.items()):  # the province: the sum of its kabupaten
        if len(place) == 5:
            total = rows.setdefault((province, subject, service), [0] * 3 + ([None] * 4 if service else [0] * 4))
            for i, value in enumerate(row):
                if value is not None:
                    total[i] += value
    return rows, last


# --- strengths and weaknesses ---

def aspects(cat, province, sums):
    measured = defaultdict(dict)
    for (place, indicator, villages), (n, d) in sums.items():
        target = cat.target(indicator, place, province)
        if len(place) != 5 or villages != "all" or not d or target is None:
            continue
        reached, up = 100 * n / d, cat.indicator[indicator]["direction"] == "up"
        good = reached >= target if up else reached <= target
        measured[place][indicator] = {
            "percent": reached, "denominator": d, "up": up, "unserved": max(d - n, 0) if up else n,
            "attainment": Fraction(100) if good else 100 * reached / target if up else 100 * target / reached,
            "margin": reached - target if up else target - reached}
    sides, peers = {}, {}
    for place, of in measured.items():
        best = sorted(sorted(of), key=lambda i: (-of[i]["attainment"], -of[i]["margin"]))
        middle = len(of) % 2 and of[best[len(of) // 2]]["margin"] >= 0
        strong = len(of) // 2 + (1 if middle else 0)
        sides[place, "strong"] = best[:strong][:3]
        sides[place, "weak"] = best[strong:][::-1][:3]
        for indicator in sides[place, "weak"]:
            mine = of[indicator]
            better = [(max(o["denominator"], mine["denominator"]) / min(o["denominator"], mine["denominator"]),
                       -o["percent"] if mine["up"] else o["percent"], code)
                      for code, others in measured.items() if (o := others.get(indicator))
                      and (o["percent"] > mine["percent"] if mine["up"] else o["percent"] < mine["percent"])]
            peers[place, indicator] = [code for _, _, code in sorted(better)[:3]]
    return measured, sides, peers


def villages_behind(cat, regency, indicator, sums):
    up = cat.indicator[indicator]["direction"] == "up"
    here = {place: s for (place, i, villages), s in sums.items()
            if i == indicator and villages == "all" and len(place) > 5 and place[:5] == regency}
    deepest = max(map(len, here), default=0)
    unserved = {place: d - n if up else n for place, (n, d) in here.items() if len(place) == deepest}
    unserved = {place: u for place, u in unserved.items() if u > 0}
    return [(place, u, 100 * u / sum(unserved.values()))
            for place, u in sorted(unserved.items(), key=lambda item: (-item[1], item[0]))]


# --- completeness ---

def forms(cat, sources, year):
    sent = {}
    for s in sources:
        if s["kind"] in ("coverage", "measurement", "service") and int(s["period"][:4]) == year and len(s["scope"]) >= 5:
            row = sent.setdefault((s["scope"][:5], s["layout"], s["period"]), [s["agency"], 0, 0, 0])
            row[1] += 1
            row[2] += int(s["d"])
            row[3] += int(s["r"])
    deadline = {}
    for d in sorted(cat.deadlines, key=lambda d: len(d["region"])):
        for regency in cat.regencies:
            if regency.startswith(d["region"]):
                deadline[regency, d["form"], d["period"]] = d
    due = set(deadline) | {(regency, form, when) for _, form, when in sent for regency in cat.regencies}
    agency = {form: row[0] for (_, form, _), row in sent.items()}
    for regency, form, when in due:
        d = deadline.get((regency, form, when))
        row = sent.get((regency, form, when), [d["agency"] if d else agency[form], 0, 0, 0])
        yield [regency, form, when, row[0], d["due_on"] if d else ""] + row[1:]


# --- what is written ---

def number(x):
    return str(int(x)) if x == int(x) else str(Decimal(x.numerator) / Decimal(x.denominator))


def write(out, name, rows):
    with open(os.path.join(out, name + ".csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows(sorted([["" if v is None else str(v) for v in row] for row in rows]))


def review(etc, province, year, out, paths):
    cat = Catalogue(etc, year, province)
    found = defaultdict(list)
    sources, told = current(cat, records(paths))
    for f in told:
        if int(f["measured_on" if f["kind"] == "measurement" else "period"][:4]) == year:
            found[f["kind"]].append(f)
    os.makedirs(out, exist_ok=True)

    sums, regions, aside = coverage(cat, province, found["coverage"])
    write(out, "coverage", [[place, level(place), indicator, villages, number(n), number(d), percent(n, d),
                             len(regions[place, indicator, villages])]
                            for (place, indicator, villages), (n, d) in sums.items()])
    write(out, "aside", [[regency, indicator, n] for (regency, indicator), n in aside.items()])

    write(out, "survey", surveys(cat, found["coverage"]))
    children, measured = prevalence(found["measurement"])
    ds = brought(cat, province, children, sums)
    rows = []
    for (place, system, ages), came in children.items():
        d = ds.get((place, ages)) if system == "e-ppgbm" else None
        for measure in MEASURES:
            n, of = measured.get((place, system, ages, measure), (0, 0))
            rows.append([place, level(place), system, ages, measure, came, of, n, percent(n, of), wilson(n, of, -1),
                         wilson(n, of, 1), d and d[0], d and number(d[1]), d and percent(d[0], d[1])])
    write(out, "prevalence", rows)

    services = [f for f in found["service"] if f["subject"] in ("bumil", "anak") and "-Q" in f["period"]]
    rows, last = convergence(services, province)
    write(out, "convergence", [[place, level(place), last.get(place[:5]), subject, service, *row[:3], percent(row[0], row[1]),
                                row[3], row[4], row[3] and percent(row[4], row[3]), row[5], row[6]]
                               for (place, subject, service), row in rows.items()])

    of, sides, peers = aspects(cat, province, sums)
    write(out, "aspect", [[regency, side, place, i, rounded(of[regency][i]["attainment"]), rounded(of[regency][i]["margin"]),
                           number(of[regency][i]["unserved"])]
                          for (regency, side), chosen in sides.items() for place, i in enumerate(chosen, 1)])
    write(out, "village", [[regency, i, aspect, place, village, number(u), rounded(share)]
                           for (regency, side), chosen in sides.items() if side == "weak" for aspect, i in enumerate(chosen, 1)
                           for place, (village, u, share) in enumerate(villages_behind(cat, regency, i, sums), 1)])
    write(out, "peer", [[regency, i, place, code, rounded(of[code][i]["percent"]), number(of[code][i]["denominator"])]
                        for (regency, i), chosen in peers.items() for place, code in enumerate(chosen, 1)])
    write(out, "due", forms(cat, sources, year))


def movement(out, last):
    """region, figure, subject, part, percent, last percent, change: from the two years' tables."""
    def figures(folder):
        def read(name):
            with open(os.path.join(folder, name + ".csv"), encoding="utf-8") as file:
                return list(csv.reader(file))
        for r in read("coverage"):
            yield (r[0], "coverage", r[2], r[3]), Fraction(r[4]), Fraction(r[5])
        for r in read("prevalence"):
            yield (r[0], "prevalence", r[4], f"{r[2]} {r[3]}"), Fraction(r[7]), Fraction(r[6])
        for r in read("convergence"):
            yield (r[0], "convergence", r[4], r[3]), Fraction(r[5]), Fraction(r[6])
            if not r[4]:
                yield (r[0], "complete", "", r[3]), Fraction(r[10]), Fraction(r[9])
    before = {key: (n, d) for key, n, d in figures(last)}
    rows = []
    for key, n, d in figures(out):
        if len(key[0]) <= 5:
            b = before.get(key)
            both = b and b[1] and d
            rows.append([*key, percent(n, d), percent(*b) if b else "", rounded(100 * n / d - 100 * b[0] / b[1]) if both else ""])
    write(out, "movement", rows)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--movement"] and len(sys.argv) == 4:
        movement(sys.argv[2], sys.argv[3])
    elif len(sys.argv) > 5:
        review(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4], sys.argv[5:])
    else:
        sys.exit(__doc__)
