#!/bin/sh
# Makes the hostile files (tests/hostile/) and has the programs read each: refused with the right message, or read rightly,
# within a second and 64 MiB. What is wrong goes to standard output, the slowest and the largest run to standard error.
# environment: BUILD (default build), KP2S_HOSTILE_SLACK (times a second, for slow machines; default 1)
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
BUILD=${BUILD:-build}
case $BUILD in /*) ;; *) BUILD=$root/$BUILD ;; esac
work=$(mktemp -d "${TMPDIR:-/tmp}/kp2s-hostile.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
"$BUILD/hostile/make" "$work"
KP2S_ETC=$root/etc "$BUILD/hostile/run" "$work" "$BUILD/bin/kp2s-sheet" "$BUILD/bin/kp2s-extract"
