#!/bin/sh
# No number and no name of a person gets past transform: invented ones are put where they belong and where people type them as
# well (other columns, notes, titles, names of sheets and files, figures), go through every program, and are searched in all
# that comes out: streams, messages, tables, the database, the workbook. That the search can find is shown by finding all of
# them in what went in, and some that are put into the output.
# usage: leak.sh SEEDS   (texts to look for; six a person)
# environment: BUILD (default build), KP2S_DB (an empty database; default a private cluster)
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$root/$BUILD ;; esac
[ $# -eq 1 ] || { sed -n '2,7s/^# //p' "$0" >&2; exit 2; }
persons=$(($1 / 6))
each=20000
find_seeds=$BUILD/leak/find
PATH=$BUILD/bin:$PATH
LC_ALL=C.UTF-8
export PATH LC_ALL
work=$(mktemp -d "${TMPDIR:-/tmp}/kp2s-leak.XXXXXX")
trap '[ -n "${KEEP:-}" ] || [ -z "${own:-}" ] || "$root/run/cluster.sh" remove "$own" 2>/dev/null; [ -n "${KEEP:-}" ] || rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cd "$work"
if [ -z "${KP2S_DB:-}" ]; then
    own=$work/pg
    KP2S_DB="$("$root/run/cluster.sh" start "$own" fast) dbname=postgres"
fi
export KP2S_DB
. "$root/tests/fixtures/workbook.sh"

# --- what goes in ---
mkdir in streams etc
cp -r "$root/etc/." etc/
KP2S_ETC=$work/etc
export KP2S_ETC
from=0 month=0
while [ "$from" -lt "$persons" ]; do
    rows=$((persons - from < each ? persons - from : each))
    month=$((month % 10 + 1))
    awk -v month=$month -v from="$from" -v rows="$rows" -v seeds=seeds.part -f "$root/tests/leak/seed.awk" >in/list.csv
    cat seeds.part >>seeds
    # the file's name has a NIK and a telephone
    mv in/list.csv "in/balita $(sed -n 3p seeds.part) hub $(sed -n 5p seeds.part).csv"
    from=$((from + rows))
done
# a sheet named by a family card; a name in the title
small() { awk -v month="$1" -v from=0 -v rows=60 -v seeds=unused -f "$root/tests/leak/seed.awk"; }
small 11 >small.csv
cell_rows() { awk -F ';' '{ printf "<row r=\"%d\">", NR; for (i = 1; i <= NF; i++) if ($i != "") printf "<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>", 64 + i, NR, $i; printf "</row>" }' "$@"; }
sheets="KK $(sed -n 4p seeds.part)" workbook in/lembar.xlsx "<sheetData>$(cell_rows small.csv)</sheetData>"
small 12 | sed "1s/\$/ $(sed -n 1p seeds.part)/" >in/judul.csv
# lists of services and of figures
cat >etc/layouts/leak-layanan.ini <<'INI'
[layout]
id = leak-layanan
version = 1
kind = service
agency = dinsos
[titles]
regency = KABUPATEN LAYANAN : *
period = TAHUN LAYANAN *
[columns]
district = Kecamatan
village = Desa Layanan
nik = NIK Penerima
kk = Nomor KK Penerima
name = Nama Penerima
birth_date = Lahir Penerima
state = Terdata
[constants]
subject = penduduk
service = JDTKS
INI
cat >etc/layouts/leak-cakupan.ini <<'INI'
[layout]
id = leak-cakupan
version = 1
kind = coverage
agency = dinkes
[titles]
regency = KABUPATEN CAKUPAN : *
period = TAHUN CAKUPAN *
[columns]
district = Kecamatan
village = Desa Cakupan
age_group = Kelompok
[group a]
indicator = E10
numerator = Bumil KEK dapat PMT
denominator = Bumil KEK
INI
awk 'BEGIN { print "KABUPATEN LAYANAN : Kotawaringin Barat\nTAHUN LAYANAN 2024"
             print "No;Kecamatan;Desa Layanan;NIK Penerima;Nomor KK Penerima;Nama Penerima;Lahir Penerima;Terdata" }
    NR % 6 == 1 { n = $0 } NR % 6 == 3 { nik = $0 } NR % 6 == 4 { kk = $0 } NR % 6 == 5 { hp = $0; i++
        print i ";Kumai;" (i % 5 == 0 ? n : "Sungai Kapitan") ";" nik ";" kk ";" n ";01/01/2023;" (i % 5 == 1 ? n : i % 5 == 2 ? hp : i % 5 == 3 ? nik : "ya") }' seeds.part >in/layanan.csv
awk 'BEGIN { print "KABUPATEN CAKUPAN : Kotawaringin Barat\nTAHUN CAKUPAN 2024\nNo;Kecamatan;Desa Cakupan;Kelompok;Bumil KEK dapat PMT;Bumil KEK" }
    NR % 6 == 3 { nik = $0 } NR % 6 == 4 { kk = $0 } NR % 6 == 5 { hp = $0; i++
        print i ";Kumai;" (i % 6 == 0 ? nik : "Sungai Kapitan") ";" (i % 6 == 1 ? hp : "k" i) ";" (i % 6 == 2 ? hp : i % 6 == 3 ? kk : 1) ";" (i % 6 == 4 ? nik " " hp : 10) }' seeds.part >in/cakupan.csv
sort -u seeds >wanted
echo "seeds: $(wc -l <wanted)"
echo "found in what went in: $("$find_seeds" wanted in/*.csv | wc -l)"

# --- through every program ---
kp2s-migrate -q >/dev/null && kp2s-catalog -q >/dev/null
kp2s-transform -q --make-key key
kp2s-run -v --inbox in --archive archive --out out --key key --province 62 --year 2024 >run.csv 2>run.err || true
for file in in/*; do
    n=$((${n:-0} + 1))
    kp2s-extract "$file" 2>"streams/extract.$n" | kp2s-transform -v --key key 2>"streams/messages.$n" >"streams/stream.$n" || true
    kp2s-load --dry-run -v "streams/stream.$n" >"streams/loaded.$n" 2>"streams/load.$n" || true
done
kp2s-trace --archive archive --year 2024 --region 62.01 --figure prevalence.stunted >trace.csv 2>trace.err || true
kp2s-trace --archive archive --year 2024 --region 62.01 --figure coverage.E10 >figure.csv 2>figure.err || true
kp2s-history leak-cakupan 62.01 2024 >history.csv 2>history.err || true
kp2s-verify --archive archive --key key --province 62 >verify.csv 2>verify.err || true
kp2s-review --year 2024 --print figures >figures.csv 2>review.err || true
kp2s-edition freeze -q --year 2024 --note uji || true
kp2s-publish -q --year 2024 >published.csv || true
pg_dump "$KP2S_DB" >dump.sql
for form in xlsx html csv scorecard aksi7 aksi8; do kp2s-report $form --year 2024 -o "report.$form" 2>>report.err || true; done
for file in out/*.xlsx report.xlsx report.aksi7 report.scorecard/* report.aksi8/*; do unzip -p "$file" >>workbooks.xml 2>/dev/null || true; done
echo "records of persons in the warehouse: $(psql -qAtX "$KP2S_DB" -c "select case when count(*) >= $persons / 3 then 'a third and more' else count(*)::text end from dwh.fact_measurement")"
echo "files not taken: $(awk -F , '$1 == "failed"' run.csv | wc -l)"

# --- what came out ---
for place in dump.sql run.csv run.err workbooks.xml report.html 'report.csv/*' report.err 'streams/stream.*' 'streams/messages.*' 'streams/extract.*' 'streams/loaded.*' 'streams/load.*' \
    trace.csv trace.err figure.csv figure.err history.csv history.err \
    verify.csv verify.err figures.csv review.err; do
    # shellcheck disable=SC2086  # a pattern
    cat $place >looked_at
    [ -s looked_at ] || echo "$place: nothing to look in"
    "$find_seeds" wanted looked_at >found
    echo "$place: $(wc -l <found)"
    sed 's/^/  /; 5q' found
    sed "1s/^/$(sed -n 5p wanted) $(sed -n '$p' wanted)/" looked_at >planted
    if [ -s looked_at ] && [ "$("$find_seeds" wanted planted | wc -l)" -lt 2 ]; then echo "$place: the search does not find"; fi
done
