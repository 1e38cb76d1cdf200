#!/bin/sh
# Writes doc/spellings.md from the tables of tests/spellings (`make spellings`; the case spellings-page compares). The case
# transform-spellings tries each line.
set -eu
cd "$(dirname "$0")/.."

count=$(cat tests/spellings/*.tsv | grep -vc '^kind	')
cat <<END
# Spellings: what is read, repaired and refused

Made by \`make spellings\` from the $count lines of \`tests/spellings/*.tsv\`; the case \`transform-spellings\` writes each into the
cell of a workbook and runs it through kp2s-extract and kp2s-transform.
was tried. \`tests/unit/transform-spellings.c\` goes on by the million: what is printed in any notation reads as what
was meant, and no text has two meanings.

- The **mark** is the decimal mark that the layout declares (\`[numbers]\`); \`?\`: a stream that declares none. **Cell** is the
  type of a workbook's cell where it is not text; times and durations are shown as the stream has them.
- **Read as**: the value in the stream as meant; *missing* and *not applicable* are states of their own, never 0;
  **refused** rejects the record. *(nothing)*: the record goes on without it.
- **Remark**: the code of the R record (\`doc/reasons.md\`), which keeps the original text: \`repair-…\` was certain and done.
- **From**: a class of \`doc/dirt.md\` (D20); a section (§5, 1c) of the studies of forms that came before this project;
  \`task\`, what was asked for; \`derived\`, reasoned.
- What 0, 8888 or a dash stand for, where a form means something else by them, its layout says: \`[states FIELD]\`
  (\`doc/layouts.md\`).
END

section() { # title, rule, kinds…
    printf '\n## %s\n\n%s\n\n' "$1" "$2"
    shift 2
    echo '| field | as it stands | cell | mark | read as | remark | from |'
    echo '|---|---|---|---|---|---|---|'
    for kind; do
        awk -F '\t' -v "kind=$kind" '
            FNR > 1 && ($1 == kind || index($1, kind " ") == 1) {
                text = $4 == "" ? "*(empty)*" : "`" $4 "`"
                value = $5 == "" ? "*(nothing)*" : $5 == "refused" ? "**refused**" : $5 == "missing" ? "*missing*" : $5 == "na" ? "*not applicable*" : $5
                printf "| %s | %s | %s | %s | %s | %s | %s |\n", $1, text, $3 == "text" ? "" : $3, $2, value, $6 == "" ? "" : "`" $6 "`", $7
            }' tests/spellings/*.tsv
    done
}

section 'Counts' 'Whole numbers of at most 15 digits. A point with three digits behind it is a thousands point: 3.149 people, typed as text or
mangled by Excel. A comma with three digits behind it fits two readings where the comma is the decimal mark.' count
section 'Amounts' 'Rupiah and cubic metres, which may have decimals; they keep them to the last.' money
section 'Percentages and indexes that stand alone' 'Of two readings of a percentage the one with a fraction is meant. 1 and below may be a fraction of 1: noted, not changed.' percent index
section 'Percentages beside numerator and denominator' 'Compared with 100 n / d within 0.1 point; a fraction of 1 is made a percentage only where n and d prove it.' share
section 'Weight, height, arm circumference' 'kg and cm. The ranges of grams, metres and millimetres do not meet those of kg and cm, so that a figure has one meaning; serials of dates
lie in none of them. Times are figures that Excel took for them; a date is taken back only where the z-score of the file says the same
(case `transform-date-figure`), else it may be of a shifted column.' weight height muac
section 'z-scores of the file' 'Compared, never taken over; what cannot be read is noted and left out.' z
section 'Dates' 'Day first, always: 02/13/2024 is refused, not turned. Years have four digits. A time in UTC is read where it is the same day all
over Indonesia.' measured birth
section 'Periods' 'Months, quarters, semesters and years 2015 to 2040. A stage of payments is no period unless the layout translates it.' period
section 'Sex' '' sex
section 'Yes and no' 'Indicators of type yes or no; services (`state`), where a dash is what does not apply; oedema, where what says neither is taken as no and noted.' yes-no state oedema
section 'Position of measuring' '' position
