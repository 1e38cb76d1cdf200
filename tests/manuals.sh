#!/bin/sh
# Each program has a man page, and the page names exactly the options of --help.
# environment: BUILD (default build)
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$root/$BUILD ;; esac
bin=$BUILD/bin
bad=0
for program in "$bin"/kp2s*; do
    name=$(basename "$program")
    page=$root/doc/man/$name.1
    if [ ! -f "$page" ]; then
        echo "$name: no man page doc/man/$name.1"
        bad=1
        continue
    fi
    help=$("$program" --help | sed -n '/^Options:/,/^Exit status:/p' | grep -oE '^ +(-[a-zA-Z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort -u)
    man=$(mandoc -Tascii "$page" | sed 's/.\x08//g' | sed -n '/^OPTIONS/,/^[A-Z]/{/^ /p}' |
        grep -oE '^ {5}(-[a-zA-Z][^,]*, )?--[a-z-]+' | grep -oE -- '--[a-z-]+' | sort -u)
    if [ "$help" != "$man" ]; then
        echo "$name: options of --help and of the man page differ:"
        printf '%s\n' "$help" >/tmp/help.$$
        printf '%s\n' "$man" | diff /tmp/help.$$ - | grep '^[<>]'
        rm -f /tmp/help.$$
        bad=1
    fi
done
exit $bad
