#!/bin/sh
# What load.sh and pipe.sh share: a private server with room, and the time that psql takes for the facts that are there. To be
# read by a shell whose working folder is empty; root is that of the project.
# shellcheck shell=sh disable=SC2034,SC2154  # what is set here and there is used there and here
tab=$(printf '\t')
now() { date +%s.%N; }
since() { now | awk -v from="$1" '{ printf "%.2f", $1 - from }'; }
row() { printf '| %s | %s |\n' "$1" "$2"; }
timed() { # seconds and peak memory in KiB of a command
    printf '%s\t-\t%s\n' "$1" "$1" | ./race 1 | cut -f 3,6
}
sql() { psql -qAtX -v ON_ERROR_STOP=1 "$db" "$@"; }

# as performance is measured: durable, but with room
serve() {
    cc -O2 -D_GNU_SOURCE -o race "$root/bench/race.c"
    server=$("$root/run/cluster.sh" start "$PWD/pg")
    for setting in "shared_buffers = '2GB'" "max_wal_size = '8GB'" "wal_level = minimal" 'max_wal_senders = 0' "maintenance_work_mem = '512MB'"; do
        psql -qX "$server dbname=postgres" -c "alter system set $setting"
    done
    "$root/run/cluster.sh" stop "$PWD/pg"
    server=$("$root/run/cluster.sh" start "$PWD/pg")
}

# copied: seconds of a binary COPY of the present measurements into a bare table; reference: that, the same keys, and ANALYZE
refer() {
    sql -c '\copy (table dwh.fact_measurement) to same.bin binary'
    sql -c 'create table public.same (like dwh.fact_measurement)'
    psql -qX "$db" -c checkpoint
    from=$(now)
    sql -c '\copy public.same from same.bin binary'
    copied=$(since "$from")
    # the keys, checks and indexes of a partition, one statement each, with the names taken from the catalogue
    sql -c "select format('alter table public.same add %s', pg_get_constraintdef(oid)) from pg_constraint
            where conrelid = 'dwh.fact_measurement'::regclass and contype in ('p', 'f', 'c') order by contype = 'p' desc
            " > keys.sql
    sql -c "select format('create index on public.same (%s)', string_agg(a.attname, ', '))
            from pg_index i cross join unnest(i.indkey) k join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k
            where i.indrelid = 'dwh.fact_measurement'::regclass and not i.indisprimary group by i.indexrelid" >> keys.sql
    sed -i 's/$/;/' keys.sql
    sql -f keys.sql
    psql -qX "$db" -c 'analyze public.same'
    reference=$(since "$from")
    sql -c 'drop table public.same'
}
