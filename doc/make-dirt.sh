#!/bin/sh
# Writes doc/dirt.md from the first lines of tests/cases/dirt-* (`make map`; the case dirt-page compares). Fails when a class
# D01 to D35 has no case.
set -eu
cd "$(dirname "$0")/.."

cat <<'END'
# What becomes of the dirt in agencies' files

Made by `make map` from the cases that show it: `tests/cases/dirt-DNN` runs an invented file through kp2s-extract and
kp2s-transform; its `expout` has each record and remark. The classes are those that real forms were found to have.

| class | what | example | what becomes of it |
|---|---|---|---|
END
n=1
while [ $n -le 35 ]; do
    class=$(printf 'D%02d' $n)
    line=$(sed -n "1s/^# $class | //p" "tests/cases/dirt-$class/cmd")
    [ "$(printf %s "$line" | tr -cd '|')" = '||' ] || { echo "tests/cases/dirt-$class/cmd does not begin with '# $class | what | example | what becomes of it'" >&2; exit 1; }
    printf '| [%s](../tests/cases/dirt-%s/) | %s |\n' "$class" "$class" "$line"
    n=$((n + 1))
done
