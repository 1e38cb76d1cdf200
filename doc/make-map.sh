#!/bin/sh
# Writes doc/map.md from the first comment of each source file (`make map`; CI compares).
set -eu
cd "$(dirname "$0")/.."

# The first sentence of the file's first comment.
about() {
    case $1 in
    *.sql) sed -n '/^-- /{s/^-- //p;q}' "$1" ;;
    *.java) sed -n '1{s|^// ||;p}' "$1" ;;
    *.sh | *.py) sed -n '2,${/^# /{s/^# //p;q}}' "$1" ;;
    *) awk 'NR == 1 && !/^\/\*/ { exit }
            { sub(/^ ?\/?\*+ ?/, ""); end = sub(/ *\*\/.*/, "") || $0 == ""; text = text (text ? " " : "") $0 }
            end { exit }
            END { sub(/^[A-Za-z0-9_.\/-]+ - /, "", text); if (match(text, /\. /)) text = substr(text, 1, RSTART - 1); sub(/[.:]$/, "", text); print text }' "$1" ;;
    esac | tr '|' '/'
}

folder_about() {
    case $1 in
    lib) echo 'what all stations share; knows none of them' ;;
    book) echo 'agencies'"'"' files as sheets, rows and cells; what guards the reading' ;;
    fetch) echo 'files from directories and addresses → the archive' ;;
    extract) echo 'layouts → records as found; the eye on a file' ;;
    template) echo 'layouts → blank forms for agencies to fill in' ;;
    layout) echo 'layouts listed, tried on files, begun from files' ;;
    transform) echo 'records as found → as meant; the catalogues' ;;
    alias) echo 'names of regions that a person confirms' ;;
    load) echo 'records as meant → the warehouse; history, trace, verification' ;;
    review) echo 'the warehouse → the annual review; checks, editions, publication' ;;
    person) echo 'what a person, or who guards their data, may ask' ;;
    feedback) echo 'remarks → marks in the agency'"'"'s own workbook' ;;
    report) echo 'the review → workbooks, and a page to publish' ;;
    book/html) echo 'web pages that a program saved as .xls' ;;
    book/ods) echo 'OpenDocument spreadsheets' ;;
    book/text) echo 'delimited text, as agencies send it' ;;
    book/xls) echo 'workbooks of Excel 5 to 2003' ;;
    book/xlsx) echo 'Office Open XML workbooks: scanned, else parsed' ;;
    layout/guess) echo 'a layout begun from a file' ;;
    layout/paint) echo 'what a layout makes of a file, in colours' ;;
    report/cards) echo 'workbooks for one kabupaten/kota: scorecard, Aksi 7, Aksi 8' ;;
    report/package) echo 'open data: tables as CSV, and what describes them' ;;
    report/page) echo 'the page to publish, and what it is made of, embedded at build' ;;
    report/sheets) echo 'the sheets of the province workbook' ;;
    sample/forms) echo 'forms as agencies fill them in' ;;
    transform/growth) echo 'z-scores and categories of nutrition' ;;
    transform/person) echo 'NIK, tokens, and what must not pass' ;;
    transform/region) echo 'the region register, and names that mean a region' ;;
    transform/typed) echo 'numbers, dates and words as agencies type them' ;;
    run) echo 'the order of the stations; the demo' ;;
    sample) echo 'a province to work on, and the truth about it' ;;
    sql/*) echo "SQL, one statement or script a file, embedded at build" ;;
    tests*) echo 'what holds it all to its word' ;;
    bench) echo 'how fast, beside limits and peers' ;;
    doc | etc/*) echo 'what makes data and pages' ;;
    *) echo 'the rest' ;;
    esac
}

echo '# The source, one line a file'
echo
echo "Made by \`make map\` from the first comment of each file."
git ls-files '*.c' '*.h' '*.java' '*.sql' '*.sh' '*.py' 'report/page/*.css' 'report/page/*.js' | grep -vE '^tests/(cases|fixtures)/|^tests/.*\.sql$' |
    awk '{ folder = $0; sub("/[^/]*$", "", folder); print folder "\t" $0 }' | LC_ALL=C sort | cut -f 2 | while read -r file; do
    folder=${file%/*}
    case $file in
    *.c)
        [ ! -f "${file%.c}.h" ] || continue
        name=$file
        ;;
    *.h) if [ -f "${file%.h}.c" ]; then name="${file%.h}.[ch]"; else name=$file; fi ;;
    *) name=$file ;;
    esac
    if [ "$folder" != "${before:-}" ]; then
        printf '\n## %s: %s\n\n| file | about |\n|---|---|\n' "$folder" "$(folder_about "$folder")"
        before=$folder
    fi
    # shellcheck disable=SC2016  # the backquotes are text
    printf '| `%s` | %s |\n' "${name##*/}" "$(about "$file")"
done
