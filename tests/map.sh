#!/bin/sh
# doc/map.md has one line for each source file, and no line for a file that is gone.
set -u
cd "$(dirname "$0")/.." || exit 1
# shellcheck disable=SC2016  # the backquotes are text
listed=$(grep -oE '^\| `[^`]+`' doc/map.md | sed 's/^| `//;s/`$//' | sort)
there=$(git ls-files '*.c' '*.h' '*.sql' '*.sh' | grep -vE '^tests/(cases|unit)/' | sort)
printf '%s\n' "$listed" >/tmp/map.$$
printf '%s\n' "$there" | diff /tmp/map.$$ - | sed -n 's/^< /listed but gone: /p;s/^> /not listed: /p' | tee /tmp/map.diff.$$
bad=$(wc -l </tmp/map.diff.$$)
rm -f /tmp/map.$$ /tmp/map.diff.$$
[ "$bad" = 0 ]
