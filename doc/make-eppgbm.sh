#!/bin/sh
# Writes doc/eppgbm.md from the golden of tests/cases/agency-eppgbm (`make map`; the case itself compares the golden with the files).
set -eu
cd "$(dirname "$0")/.."

cat <<'END'
# Four exports of e-PPGBM: what became of their cells

Made by `make map` from the case `agency-eppgbm`, which reads the files where `KP2S_SHARED` names them: the city of Tegal 2024 as
.xlsx and .csv (made anonymous separately, so that some numbers differ), and an area of Tanjungpinang 2023 in two snapshots,
whose figures Excel had turned into times of day. Counts alone; `doc/reasons.md` explains the rules.

No record was rejected: what is wrong with a NIK, an agency's z-score or the circumference of an arm does not make weight and
height wrong. `repair-time` restores the number that was typed (`85.05.00` is 85.05); a z-score that became a fraction of a day
cannot be restored and is left out (`number-invalid`, a note: ours stands beside it).

END
cat tests/cases/agency-eppgbm/expout
cat <<'END'

No z-score lies between 0.01 and 0.10 of ours: the export computes as WHO does, in days. What differs is the position of measuring,
which the export does not hold, so that we take it by age: lying before day 731, standing from then on. It believes "standing"
below nine months too, where WHO's package and we do not. The children whose cause is not known differ in both age-based
z-scores: theirs do not fit the age and sex that the export shows.
END
