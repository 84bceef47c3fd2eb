#!/usr/bin/env bash
# Compiles the addons that bring no binaries for ARCHITECTURE, with Debian's cross compilers and the
# headers of the Node that runs this, once for each version; the last line of its output is the
# folder they are in. Usage: compile-native.sh amd64|arm64|armhf
set -euo pipefail
cd "$(dirname "$0")/../.."

architecture=$1
limit_seconds=600
case $architecture in
amd64) node_architecture=x64 prefix=x86_64-linux-gnu ;;
arm64) node_architecture=arm64 prefix=aarch64-linux-gnu ;;
armhf) node_architecture=arm prefix=arm-linux-gnueabihf ;;
*)
  echo "deb: unknown architecture $architecture" >&2
  exit 2
  ;;
esac
command -v "$prefix-g++" >/dev/null || {
  echo "deb: $prefix-g++ is missing: apt-get install g++-${prefix/x86_64/x86-64}" >&2
  exit 69
}
node_prefix=$(dirname "$(dirname "$(readlink -f "$(command -v node)")")")
[[ -f $node_prefix/include/node/node.h ]] || {
  echo "deb: the headers of Node are missing in $node_prefix/include/node" >&2
  exit 69
}
gyp=$(npm root --global 2>/dev/null)/npm/node_modules/node-gyp/bin/node-gyp.js
abi=$(node -p process.versions.modules)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/driftbox/native

version_of() { node -p "require('./node_modules/$1/package.json').version"; }

# Usage: compile PACKAGE FILE
compile() {
  local package=$1 file=$2 kept tree
  kept=$cache/$package-$(version_of "$package")-node-$abi-$architecture.node
  # What `npm install` compiled or fetched for this machine needs no second compilation.
  if [[ $architecture == "$(dpkg --print-architecture)" ]]; then
    cp "node_modules/$package/build/Release/$file" "$target/$file"
    "$prefix-strip" --strip-unneeded "$target/$file"
    return
  fi
  if [[ ! -f $kept ]]; then
    echo "deb: compiling $package for $architecture"
    tree=$(mktemp -d)
    # A folder named node_modules above it, for the headers some packages take from others.
    mkdir "$tree/node_modules"
    cp -r "node_modules/$package" "$tree/node_modules/"
    rm -rf "$tree/node_modules/$package/build"
    for headers in nan node-addon-api; do
      [[ ! -d node_modules/$headers ]] || cp -r "node_modules/$headers" "$tree/node_modules/"
    done
    # The compilers have the host's paths nowhere in what they write, so that builds are equal.
    if ! (cd "$tree/node_modules/$package" && CC=$prefix-gcc CXX=$prefix-g++ AR=$prefix-ar \
      CXXFLAGS="-ffile-prefix-map=$tree=." CFLAGS="-ffile-prefix-map=$tree=." \
      timeout "$limit_seconds" node "$gyp" rebuild --release "--arch=$node_architecture" \
      "--nodedir=$node_prefix") >"$tree/log" 2>&1; then
      tail -n 40 "$tree/log" >&2
      echo "deb: $package cannot be compiled for $architecture; all of it is in $tree/log" >&2
      exit 1
    fi
    "$prefix-strip" --strip-unneeded "$tree/node_modules/$package/build/Release/$file"
    mkdir -p "$cache"
    mv "$tree/node_modules/$package/build/Release/$file" "$kept"
    rm -rf "$tree"
  fi
  cp "$kept" "$target/$file"
}

target=$cache/$architecture
mkdir -p "$target"
compile better-sqlite3 better_sqlite3.node
compile epoll epoll.node
echo "$target"
