#!/bin/sh
# How often kp2s-layout guess sees on the agencies' sheets what a reader sees: tests/guess-key.tsv, by file and sheet
# the heading's first row, its depth and the columns of regions (- where there are none; a heading of - is a sheet
# without one, which must be refused). Prints each miss and the shares.
# usage: guess-check.sh [MISSED]     fails when more sheets are missed; environment: KP2S_SHARED
set -u

[ -n "${KP2S_SHARED:-}" ] || { echo "KP2S_SHARED is not set: nothing to compare" >&2; exit 0; }
command -v kp2s-layout >/dev/null || { echo "kp2s-layout is not in the PATH" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
draft=$(mktemp)
trap 'rm -f "$draft"' EXIT

# The heading, its depth and the columns of regions that a draft tells in its comments.
seen() {
    awk '
    /^\[/ { section = $0 }
    section == "[header]" && /^;/ { text = text " " substr($0, 3) }
    section == "[columns]" && /^; kolom [A-Z]+:/ { column = $3; sub(/:/, "", column) }
    section == "[columns]" && /^(province|regency|district|puskesmas|village|kemendagri_code) / && column {
        at = 0
        for (i = 1; i <= length(column); i++) at = at * 26 + index("ABCDEFGHIJKLMNOPQRSTUVWXYZ", substr(column, i, 1))
        name[at] = column; column = ""
        if (at > last) last = at
    }
    END {
        match(text, /judul kolom di baris [0-9]+( sampai [0-9]+)?/)
        split(substr(text, RSTART, RLENGTH), w, " ")
        for (i = 1; i <= last; i++) if (i in name) columns = columns (columns ? " " : "") name[i]
        print w[5] "\t" (w[7] ? w[7] - w[5] + 1 : 1) "\t" (columns ? columns : "-")
    }' "$draft"
}

tab=$(printf '\t')
{
    read -r _
    while IFS=$tab read -r file sheet heading depth regions; do
        if kp2s-layout guess --sheet "$sheet" "$KP2S_SHARED/data/agency/$file" >"$draft" 2>/dev/null; then
            got=$(seen)
        else
            got="-$tab-$tab-"
        fi
        printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$file" "$sheet" "$heading" "$depth" "$regions" "$got"
    done
} <"$here/guess-key.tsv" | awk -F '\t' -v most="${1:-}" '
    $3 == "-" { bare++; if ($6 == "-") refused++ }
    $3 != "-" { sheets++; if ($3 == $6 && $4 == $7) headings++ }
    $3 != "-" && $5 != "-" { places++; if ($5 == $8) found++ }
    $3 != $6 || $4 != $7 || $5 != $8 {
        missed++
        print "missed: " $1 ", " $2 ": heading " $3 "+" $4 ", regions " $5 "; seen " $6 "+" $7 ", " $8
    }
    function share(part, all) { return part + 0 " of " all + 0 (all ? sprintf(" (%.0f %%)", 100 * part / all) : "") }
    END {
        print "headings: " share(headings, sheets) "; region columns: " share(found, places) \
            "; sheets without a heading refused: " share(refused, bare)
        exit missed > (most == "" ? missed : most)
    }'
