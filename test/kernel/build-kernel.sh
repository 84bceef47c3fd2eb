#!/usr/bin/env bash
# Builds the User Mode Linux kernel of the rig from Debian's source package, once for a configuration;
# the last line of its output is the path of the kernel.
set -euo pipefail
cd "$(dirname "$0")"

source_package=linux-source-6.1
limit_seconds=${DRIFTBOX_KERNEL_BUILD_SECONDS:-1500}
# The second fragment is for the test under systemd; one kernel serves both.
fragments=(config/rig.config config/systemd.config)
# Few enough that an old cache does not fill a disk, enough for two branches.
kept_kernels=3

say() { echo "kernel: $*"; }

fail() {
  local code=$1
  shift
  echo "kernel: $*" >&2
  exit "$code"
}

# Every line of the fragments has to be in the configuration; olddefconfig drops silently what an
# unmet dependency forbids.
check_configuration() {
  local tree=$1 line missing=0
  while read -r line; do
    grep -qxF "$line" "$tree/.config" && continue
    echo "kernel: not taken by this source: $line" >&2
    missing=1
  done < <(grep -h '^CONFIG_' "${fragments[@]}")
  return "$missing"
}

build_in() {
  local tree=$1
  make -s -C "$tree" ARCH=um allnoconfig
  local merge=("$tree/scripts/kconfig/merge_config.sh" -m -O "$tree" "$tree/.config")
  "${merge[@]}" "${fragments[@]}"
  make -s -C "$tree" ARCH=um olddefconfig
  check_configuration "$tree"
  nice make -s -C "$tree" ARCH=um -j"$(nproc)" linux
  strip "$tree/linux"
}

[[ $(uname -m) == x86_64 ]] || fail 69 "User Mode Linux is built on x86_64 only, this is $(uname -m)"
version=$(dpkg-query -W -f='${Version}' "$source_package" 2>/dev/null) && [[ -n $version ]] ||
  fail 69 "the package $source_package is not installed"
archive=/usr/src/$source_package.tar.xz

key=$({ echo "$source_package $version"; cat "${fragments[@]}"; } | sha256sum | cut -c1-16)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/driftbox/uml
kernel=$cache/linux-$key
mkdir -p "$cache"

# Two builds at once would take twice as long each; the second finds the result of the first.
exec 9>"$cache/lock"
flock -w "$limit_seconds" 9 || fail 69 "another build has held $cache/lock for $limit_seconds s"
if [[ -x $kernel ]]; then
  touch "$kernel"
  say "cached: $source_package $version"
  echo "$kernel"
  exit 0
fi

tree=$(mktemp -d "$cache/build.XXXXXX")
trap 'rm -rf "$tree"' EXIT
say "unpacking $archive"
started=$SECONDS
# A shell of its own, so that the limit covers all of it.
export -f build_in check_configuration
export fragments_list="${fragments[*]}"
tar -xf "$archive" -C "$tree" --strip-components=1
say "building with $(nproc) processors; this takes some minutes"
log=$cache/build.log
status=0
# shellcheck disable=SC2016
timeout "$limit_seconds" bash -euc 'read -ra fragments <<<"$fragments_list"; build_in "$1"' \
  build "$tree" >"$log" 2>&1 9>&- || status=$?
if [[ $status -ne 0 ]]; then
  tail -n 30 "$log" >&2
  [[ $status -ne 124 ]] || fail 1 "not built within $limit_seconds s"
  fail 1 "the build failed with $status; all of it is in $log"
fi
mv "$tree/linux" "$kernel"
say "built in $((SECONDS - started)) s: $(stat -c %s "$kernel") bytes"
find "$cache" -maxdepth 1 -name 'linux-*' -printf '%T@ %p\n' | sort -rn |
  tail -n +$((kept_kernels + 1)) | cut -d' ' -f2- | xargs -r rm -f
echo "$kernel"
