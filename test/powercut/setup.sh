#!/usr/bin/env bash
# Builds the volatile disk of the power-cut test into the folder given, installing what it needs.
# Needs root on Debian. Exits 69 with one line on stderr where this machine cannot do it.
set -u
export PATH=$PATH:/usr/sbin:/sbin
out=${1:?usage: setup.sh OUTPUT-FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
packages="fuse3 libfuse3-dev gcc libc6-dev pkg-config e2fsprogs mount util-linux"
loop_count=16

give_up() { echo "power-cut test: $1" >&2; exit 69; }
missing() {
  local tool
  for tool in gcc pkg-config fusermount3 mkfs.ext4 losetup mount umount mountpoint; do
    command -v "$tool" >/dev/null || echo "$tool"
  done
  [ -e /usr/include/stdio.h ] || echo "C headers"
  pkg-config --exists fuse3 2>/dev/null || echo "fuse3 headers"
}
install() {
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y \
    --no-install-recommends $packages >&2
}

[ "$(id -u)" = 0 ] || give_up "needs root for loop devices and mounts; run the tests as root"
if [ -n "$(missing)" ]; then
  command -v apt-get >/dev/null || give_up "install what is missing: $(missing | paste -sd ,)"
  install || { apt-get update >&2 && install; } || give_up "apt-get could not install $packages"
  [ -z "$(missing)" ] || give_up "still missing after the installation: $(missing | paste -sd ,)"
fi
[ -e /dev/fuse ] || mknod -m 600 /dev/fuse c 10 229 || give_up "/dev/fuse cannot be made"
[ -e /dev/loop-control ] || give_up "/dev/loop-control is missing; load the loop module"
# A container's /dev does not follow the kernel: nodes of loop devices must be there already.
for ((n = 0; n < loop_count; n++)); do
  [ -e "/dev/loop$n" ] || mknod -m 660 "/dev/loop$n" b 7 "$n" || give_up "cannot make /dev/loop$n"
done
mkdir -p "$out"
# shellcheck disable=SC2046
gcc -O2 -Wall -Wextra -o "$out/volatile-disk" "$here/volatile-disk.c" \
  $(pkg-config --cflags --libs fuse3) || give_up "gcc could not build volatile-disk.c"
