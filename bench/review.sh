#!/bin/sh
# How long the review of a year takes of a province as large as there is: 35 kabupaten/kota, 8,563 villages, 29 indicators, 12
# months; beside them children measured and services by name. Beside it, on the same tables, what passing over the facts once
# costs: their sum by kabupaten and indicator, and the COPY of the rows that the review writes.
# The facts are made in a private PostgreSQL by SQL (province.sh). On a busy machine the server's processor time counts.
# usage: review.sh
# environment: see province.sh
# shellcheck disable=SC2154  # province.sh sets them
set -eu
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/bench/province.sh"
review() { "$bin/kp2s-review" -v --year 2024 --province $province -o "$work/ranking"; }
seconds 'kp2s-review' review
sql "select 'rows of ' || relname || ': ' || n_live_tup from pg_stat_user_tables where schemaname = 'review' and n_live_tup > 1000 order by 1"
once() { sql 'select regency_key, indicator_key, sum(numerator), sum(denominator) from dwh.fact_coverage group by 1, 2'; }
seconds 'one sum over the figures' once
sql 'create table copied (like review.coverage_region including all)'
psql -qAtX "$KP2S_DB" -c '\copy review.coverage_region to stdout' >"$work/rows"
copied() { sql 'truncate copied' && psql -qX "$KP2S_DB" -c '\copy copied from stdin' <"$work/rows"; }
seconds "COPY of the review's rows of coverage" copied
