#!/bin/sh
# Installs the Debian packages that building, the demo and the tests need, if any is missing.
# As root or with sudo it installs them; otherwise it prints the exact line to run, and fails.
# usage: packages.sh [build|check|browser]   (default build; check adds what the tests need; browser is what tests/page.sh
#        looks through: it is large, so only CI asks for it, and the tests do without)
set -eu

build='gcc make libc6-dev pkg-config libpq-dev libxlsxwriter-dev libcsv-dev zlib1g-dev libexpat1-dev libxml2-dev libisal-dev libseccomp-dev libinih-dev libssl-dev
 libcurl4-openssl-dev ca-certificates postgresql-15 postgresql-client-15 gzip'
check="$build libcriterion-dev clang clang-format cppcheck shellcheck mandoc zip unzip diffutils libclang-rt-14-dev openssl
 unixodbc-dev odbc-postgresql openjdk-17-jdk-headless libpostgresql-jdbc-java
 apache2-bin openssh-server openssh-client python3 python3-pyftpdlib python3-openssl"

case ${1:-build} in
build) wanted=$build ;;
check) wanted=$check ;;
browser) wanted=chromium ;;
*) echo "usage: packages.sh [build|check|browser]" >&2; exit 2 ;;
esac

missing=
for package in $wanted; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

line="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
    as=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as='sudo'
else
    echo "these Debian packages are missing; run as root, then try again:" >&2
    echo "    apt-get update && $line" >&2
    exit 1
fi
echo "installing:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
case $missing in
*openssh-server*) # the tests start one of their own; the package's is not to listen to the world for their sake
    $as mkdir -p /etc/ssh
    $as touch /etc/ssh/sshd_not_to_be_run
    echo "no ssh server will be started: remove /etc/ssh/sshd_not_to_be_run if one is wanted" >&2
    ;;
esac
$as apt-get update -qq >&2
# shellcheck disable=SC2086  # one word for each package
$as $line >&2
