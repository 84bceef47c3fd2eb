#!/usr/bin/env bash
# Builds the Debian packages from the checkout: every program in one bundled file, the addons compiled
# for the architecture, console, units and documents. The same commit gives the same bytes.
# Usage: systemd/deb/build.sh FOLDER [amd64|arm64|armhf]…
set -euo pipefail
cd "$(dirname "$0")/../.."

if [[ $# -lt 1 ]]; then
  echo "usage: systemd/deb/build.sh FOLDER [amd64|arm64|armhf]…" >&2
  exit 2
fi
mkdir -p "$1"
target=$(cd "$1" && pwd)
shift
architectures=("$@")
[[ ${#architectures[@]} -gt 0 ]] || architectures=(amd64 arm64 armhf)

[[ -d node_modules/esbuild ]] || {
  echo "deb: run npm install first" >&2
  exit 69
}
umask 022
# Of the commit, or of the archive that the tree came from.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y package.json)}
export SOURCE_DATE_EPOCH
# Older than the release of that number, and growing with the commits.
version=$(node -p 'require("./package.json").version')
version+=~git$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d%H%M%S)
node_abi=$(node -p process.versions.modules)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Prints the folder of koffi's binary package for an architecture: the installed one, or the one of
# the lock file, fetched once and compared with the lock file's checksum.
koffi_folder() {
  local name locked cache
  case $1 in
  amd64) name=koffi-linux-x64 ;;
  arm64) name=koffi-linux-arm64 ;;
  armhf) name=koffi-linux-arm ;;
  esac
  if [[ -d node_modules/@koromix/$name ]]; then
    echo "$PWD/node_modules/@koromix/$name"
    return
  fi
  locked=$(node -p "const {version, integrity} =
    require('./package-lock.json').packages['node_modules/@koromix/$name']; version + ' ' + integrity")
  cache=${XDG_CACHE_HOME:-$HOME/.cache}/driftbox/native/$name-${locked%% *}
  if [[ ! -d $cache ]]; then
    mkdir -p "$work/pack" "$(dirname "$cache")"
    (cd "$work/pack" && timeout 120 npm pack --silent "@koromix/$name@${locked%% *}" >/dev/null) || {
      echo "deb: @koromix/$name cannot be fetched" >&2
      return 69
    }
    local archive=$work/pack/koromix-$name-${locked%% *}.tgz sum
    sum=sha512-$(openssl dgst -sha512 -binary "$archive" | base64 -w0)
    if [[ $sum != "${locked##* }" ]]; then
      echo "deb: @koromix/$name is not what the lock file names" >&2
      return 65
    fi
    mkdir "$work/pack/$name"
    tar -xf "$archive" -C "$work/pack/$name" --strip-components=1
    mv "$work/pack/$name" "$cache"
  fi
  echo "$cache"
}

# Everything that is the same on all architectures.
stage_common() {
  local root=$1 program=$1/usr/lib/driftbox documents=$1/usr/share/doc/driftbox name
  mkdir -p "$program/bin" "$documents/examples" "$root/usr/bin" \
    "$root/usr/lib/"{systemd/system,sysusers.d,tmpfiles.d,udev/rules.d}
  node systemd/deb/bundle.mjs "$program" "$documents/third-party-licenses.txt"
  cp bin/driftbox.js "$program/bin/"
  ln -s ../lib/driftbox/bin/driftbox.js "$root/usr/bin/driftbox"
  cp package.json "$program/"
  for name in gateway broker device-sim; do cp "$name/package.json" "$program/$name/"; done
  cp -r device-sim/scenarios "$program/device-sim/"
  cp systemd/*.service "$root/usr/lib/systemd/system/"
  cp systemd/driftbox.sysusers "$root/usr/lib/sysusers.d/driftbox.conf"
  cp systemd/driftbox.tmpfiles "$root/usr/lib/tmpfiles.d/driftbox.conf"
  cp systemd/61-driftbox.rules "$root/usr/lib/udev/rules.d/"
  cp README.md docs/*.md docs/*.svg "$documents/"
  cp systemd/README.md "$documents/systemd.md"
  cp systemd/examples/* "$documents/examples/"
  sed "s/@YEAR@/$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y)/" systemd/deb/copyright >"$documents/copyright"
  gzip -9n <CHANGELOG.md >"$documents/changelog.gz"
}

control_file() {
  sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$1/" -e "s/@SIZE@/$2/" systemd/deb/control
}

build() {
  local architecture=$1 root=$work/$1 compiled koffi size script
  cp -a "$work/common" "$root"
  compiled=$(bash systemd/deb/compile-native.sh "$architecture" | tee /dev/stderr | tail -n 1)
  koffi=$(koffi_folder "$architecture")
  node systemd/deb/native-packages.mjs "$architecture" "$compiled" "$koffi" \
    "$root/usr/lib/driftbox/node_modules"
  find "$root" -type d -empty -delete
  find "$root" -type f -exec chmod 644 {} +
  find "$root" -type d -exec chmod 755 {} +
  chmod 755 "$root/usr/lib/driftbox/bin/driftbox.js"
  size=$(du -sk --apparent-size "$root" | cut -f1)
  mkdir "$root/DEBIAN"
  (cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) \
    >"$root/DEBIAN/md5sums"
  control_file "$architecture" "$size" >"$root/DEBIAN/control"
  for script in postinst prerm postrm; do
    sed "s/@NODE_ABI@/$node_abi/" "systemd/deb/$script" >"$root/DEBIAN/$script"
    chmod 755 "$root/DEBIAN/$script"
  done
  find "$root" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
  dpkg-deb --root-owner-group -Zxz --build "$root" \
    "$target/driftbox_${version}_$architecture.deb" >/dev/null
  echo "deb: $target/driftbox_${version}_$architecture.deb"
}

mkdir "$work/common"
stage_common "$work/common"
for architecture in "${architectures[@]}"; do build "$architecture"; done
