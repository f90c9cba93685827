#!/bin/sh
# Installs the Debian packages that are missing: what building needs, with "check" also what the
# checks need. Does nothing when all are there.
# usage: tools/install-packages.sh [check]
set -eu
build="gcc libc6-dev cmake ninja-build pkg-config libsqlite3-dev libjansson-dev"
check="clang clang-tidy clang-format libclang-rt-14-dev libcmocka-dev python3 groff"

wanted=$build
[ "${1:-}" = check ] && wanted="$build $check"
missing=
for package in $wanted; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "install-packages: no apt-get here; install by hand what is called on Debian:$missing" >&2
    exit 1
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "install-packages: run as root: apt-get install$missing" >&2
        exit 1
    fi
    as_root=sudo
fi
echo "installing:$missing" >&2
$as_root apt-get update -qq >&2
# shellcheck disable=SC2086 # a list of words
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -qq -y --no-install-recommends $missing >&2
