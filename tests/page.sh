#!/bin/sh
# Opens a page of kp2s-report in headless Chromium, chooses, sorts and searches as a reader would (tests/page.html), and
# prints what was seen; then what the browser complained of. Without Chromium it says so and prints nothing.
# usage: page.sh PAGE.html
set -eu
root=$(cd "$(dirname "$0")" && pwd)
if ! command -v chromium >/dev/null 2>&1; then
    echo "page.sh: skipped: chromium is not installed" >&2
    exit 0
fi
work=$(mktemp -d "${TMPDIR:-/tmp}/kp2s-page.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cp "$1" "$work/page.html"
cp "$root/page.html" "$work/try.html"
sandbox=
[ "$(id -u)" != 0 ] || sandbox=--no-sandbox # Chromium has none for root
# the page in the frame is another file, which only these two flags let a script look into
HOME=$work timeout 120 chromium $sandbox --headless --disable-gpu --disable-dev-shm-usage --user-data-dir="$work/profile" \
    --allow-file-access-from-files --disable-web-security --enable-logging=stderr --virtual-time-budget=20000 \
    --window-size=1500,1000 --dump-dom "file://$work/try.html" >"$work/dom" 2>"$work/log"
if grep -q '<pre id="seen"></pre>' "$work/dom"; then
    echo "nothing was seen"
else
    sed -n '/<pre id="seen">/,/<\/pre>/{s/<[^>]*>//g;/./p}' "$work/dom"
fi
# of the frame without script the browser says that there is none
sed -n '/frame is sandboxed/d;s/.*INFO:CONSOLE[^]]*\] /console: /p' "$work/log"
