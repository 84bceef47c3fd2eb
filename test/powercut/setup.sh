#!/usr/bin/env bash
# Builds the volatile disk of the power-cut test into the folder given, installing what it needs.
# Needs root on Debian. Exits 69 with one line on stderr where this machine cannot do it.
set -u
out=${1:?usage: setup.sh OUTPUT-FOLDER}
here=$(cd "$(dirname "$0")" && pwd)

give_up() { echo "power-cut test: $1" >&2; exit 69; }
ready() {
  command -v gcc pkg-config fusermount3 mkfs.ext4 >/dev/null && pkg-config --exists fuse3
}

[ "$(id -u)" = 0 ] || give_up "needs root for loop devices and mounts; run the tests as root"
if ! ready; then
  command -v apt-get >/dev/null || give_up "install gcc, pkg-config, fuse3 and its headers, e2fsprogs"
  packages="fuse3 libfuse3-dev gcc libc6-dev pkg-config e2fsprogs"
  install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages >&2
  }
  install || { apt-get update >&2 && install; } || give_up "apt-get could not install $packages"
  ready || give_up "still missing one of: $packages"
fi
[ -e /dev/fuse ] || give_up "/dev/fuse is missing; load the fuse module"
[ -e /dev/loop-control ] || give_up "/dev/loop-control is missing; load the loop module"
mkdir -p "$out"
# shellcheck disable=SC2046
gcc -O2 -Wall -Wextra -o "$out/volatile-disk" "$here/volatile-disk.c" \
  $(pkg-config --cflags --libs fuse3) || give_up "gcc could not build volatile-disk.c"
