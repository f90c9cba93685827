#!/bin/sh
# Proves demo.sh and check.sh on a fresh Debian 12: a clean root from debootstrap with git and
# ca-certificates on it and nothing else, and a clone of the last commit inside.
# usage: sudo tools/fresh-machine.sh [COMMAND]     default: './demo.sh && ./check.sh'
#        MIRROR=URL        the Debian mirror (default: the one this machine uses)
#        KEEP=1            leave the root behind
set -eu
cd "$(dirname "$0")/.."
[ "$(id -u)" -eq 0 ] || { echo "fresh-machine: debootstrap and chroot need root; use sudo" >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "fresh-machine: install debootstrap first" >&2; exit 1; }
command=${1:-./demo.sh && ./check.sh}
mirror=${MIRROR:-$(sed -nE 's/^(deb +(\[[^]]*\] +)?|URIs: +)([^ ]+).*/\3/p' /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | head -n 1)}

root=$(mktemp -d "${TMPDIR:-/tmp}/parley-fresh.XXXXXX")
unmount() { for place in proc dev; do mountpoint -q "$root/$place" && umount -l "$root/$place"; done; :; }
finish() {
    status=$?
    unmount
    [ -n "${KEEP:-}" ] && echo "fresh-machine: the root is left at $root" >&2 || rm -rf "$root"
    exit $status
}
trap finish EXIT
trap 'exit 130' INT TERM

chmod 755 "$root" # tests become nobody, who must be able to pass
debootstrap --variant=minbase --include=git,ca-certificates bookworm "$root" ${mirror:+"$mirror"} >"$root.log" 2>&1 || {
    tail -n 20 "$root.log" >&2
    exit 1
}
rm -f "$root.log"
# How this machine reaches its mirror is the new one's business too.
cp -a /etc/apt/apt.conf.d/. "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
rm -f "$root/etc/apt/sources.list"
for file in /etc/apt/sources.list /etc/resolv.conf /etc/hosts; do [ -e $file ] && cp -L $file "$root$file"; done
cp -a /etc/apt/sources.list.d/. "$root/etc/apt/sources.list.d/" 2>/dev/null || true
cp -a /usr/local/share/ca-certificates "$root/usr/local/share/" 2>/dev/null || true
cp -aL /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/" 2>/dev/null || true
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
git clone -q . "$root/root/parley"

env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
    ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
    chroot "$root" sh -c "cd /root/parley && $command"
