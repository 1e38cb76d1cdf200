#!/bin/sh
# A private PostgreSQL cluster in a folder: unix socket only, no password, reachable by its owner alone.
# PostgreSQL refuses to run as root: then it runs as the user postgres.
# usage: cluster.sh start FOLDER [fast]   makes it if needed, starts it, prints the connection string without dbname
#        cluster.sh stop FOLDER
#        cluster.sh crash FOLDER   stops it at once, as when the machine's power fails: for tests
#        cluster.sh remove FOLDER   stops it and takes all of it away, also what had to be kept elsewhere
# "fast" gives up durability (fsync off): for tests.
set -eu

[ $# -ge 2 ] || { sed -n '2,9s/^# //p' "$0" >&2; exit 2; }
action=$1
mkdir -p "$2"
given=$(cd "$2" && pwd)
folder=$given
bin=
for candidate in /usr/lib/postgresql/*/bin; do
    [ -x "$candidate/initdb" ] && bin=$candidate
done
[ -n "$bin" ] || { echo "cluster.sh: error: no PostgreSQL server found under /usr/lib/postgresql" >&2; exit 78; }

if [ "$(id -u)" = 0 ]; then
    as='runuser -u postgres --'
    # a checkout below /root cannot be entered by postgres: keep the data elsewhere, linked from here
    if ! $as test -x "$folder" 2>/dev/null; then
        data=/var/tmp/kp2s-$(printf %s "$folder" | cksum | cut -d ' ' -f 1)
        if [ -d "$data" ] && [ ! -L "$folder/elsewhere" ]; then # of a checkout that stood here before and is gone
            [ ! -s "$data/data/PG_VERSION" ] || $as "$bin/pg_ctl" -D "$data/data" -m fast -w stop >/dev/null 2>&1 || true
            rm -rf "$data"
        fi
        mkdir -p "$data"
        ln -sfn "$data" "$folder/elsewhere"
        folder=$data
    fi
    chown postgres: "$folder"
else
    as=
fi
chmod 700 "$folder"

# the name of a unix socket holds at most 107 bytes
socket=$folder
if [ ${#socket} -gt 80 ]; then
    socket=/tmp/kp2s-$(printf %s "$folder" | cksum | cut -d ' ' -f 1)
    mkdir -p "$socket"
    [ -z "$as" ] || chown postgres: "$socket"
    chmod 700 "$socket"
fi

halt() {
    if $as "$bin/pg_ctl" -D "$folder/data" status >/dev/null 2>&1; then
        $as "$bin/pg_ctl" -D "$folder/data" -m fast -w stop >/dev/null
    fi
}

cd /
case $action in
start)
    if [ ! -s "$folder/data/PG_VERSION" ]; then
        rm -rf "$folder/data"
        $as "$bin/initdb" -D "$folder/data" -U kp2s --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
            >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 75; }
        $as sh -c "cat >> '$folder/data/postgresql.conf'" <<EOF
listen_addresses = ''
unix_socket_directories = '$socket'
logging_collector = off
max_wal_size = 2GB
shared_buffers = 256MB
max_locks_per_transaction = 128
EOF
        [ "${3:-}" != fast ] || $as sh -c "printf 'fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n' \
            >> '$folder/data/postgresql.conf'"
    fi
    if ! $as "$bin/pg_ctl" -D "$folder/data" status >/dev/null 2>&1; then
        $as "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -w -t 60 start >/dev/null 2>&1 </dev/null ||
            { tail -5 "$folder/server.log" >&2; exit 75; }
    fi
    echo "host=$socket user=kp2s"
    ;;
stop)
    halt
    ;;
crash)
    $as "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null
    ;;
remove)
    halt
    [ "$socket" = "$folder" ] || rm -rf "$socket"
    rm -rf "$folder" "$given"
    ;;
*)
    echo "cluster.sh: error: '$action' is none of start, stop, crash, remove" >&2
    exit 2
    ;;
esac
