#!/usr/bin/env bash
# Keeps one cut disk in FOLDER: image, FUSE front, loop device, ext4 mounted at FOLDER/mnt. Answers
# `mounted`, then each line `restore` on stdin brings the power back and answers again. Whenever
# stdin closes, also because the test was killed, everything is taken down and FOLDER removed.
# Usage: cut-disk.sh VOLATILE-DISK FOLDER IMAGE-BYTES
set -u
export PATH=$PATH:/usr/sbin:/sbin
program=$1 folder=$2 image_bytes=$3
image=$folder/image front=$folder/front mountpoint=$folder/mnt
loop=""
trap '' INT TERM HUP PIPE

# A mount stays busy for a moment after its last process ended.
retried() {
  local left=300 said
  until said=$("$@" 2>&1); do
    [ $((left -= 1)) -gt 0 ] || { echo "$* still fails: $said" >&2; return 1; }
    sleep 0.01
  done
}

take_down() {
  if mountpoint -q "$mountpoint"; then retried umount "$mountpoint" || umount -l "$mountpoint"; fi
  [ -z "$loop" ] || losetup -d "$loop"
  if mountpoint -q "$front"; then
    retried fusermount3 -u "$front" || fusermount3 -u -z "$front"
  fi
  wait
  rm -rf --one-file-system "$folder"
}
trap take_down EXIT

mount_it() { mount -t ext4 -o noatime "$loop" "$mountpoint" && echo mounted; }

mkdir -p "$front" "$mountpoint" || exit 1
truncate -s "$image_bytes" "$image" || exit 1
mkfs.ext4 -q -F -b 4096 -E lazy_itable_init=0,lazy_journal_init=0 "$image" || exit 1
"$program" "$image" "$front" -f -s </dev/null >/dev/null &
retried test -e "$front/disk" || exit 1
loop=$(losetup --show -f --direct-io=on "$front/disk") || exit 1
mount_it || exit 1
while read -r order; do
  [ "$order" = restore ] || exit 1
  retried umount "$mountpoint" || exit 1
  echo on > "$front/power" && mount_it || exit 1
done
