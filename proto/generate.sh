#!/usr/bin/env bash
# Writes the static protobuf modules from proto/driftbox/v1/*.proto. Run it after a change there.
set -euo pipefail
cd "$(dirname "$0")"
out=${1:-generated}
mkdir -p "$out"
static() {
  npx pbjs --target static-module --wrap esm --dependency protobufjs/minimal.js \
    --no-create --no-verify --no-delimited --no-service --force-number --path . "$@" \
    driftbox/v1/custody.proto driftbox/v1/exchange.proto
}
# The types come from the comments; the module that ships has none.
static --out "$out/commented.js"
npx pbts --out "$out/driftbox.d.ts" "$out/commented.js"
rm "$out/commented.js"
static --no-comments --out "$out/driftbox.js"
# 64-bit fields are numbers here, so that the type of another package is not needed.
sed -i '/^import Long = require/d' "$out/driftbox.d.ts"
# Without this, protobufjs returns 64-bit fields as Long objects wherever the package `long` is found.
sed -i 's|^import \$protobuf from "protobufjs/minimal.js";$|&\n\n$protobuf.util.Long = null;\n$protobuf.configure();|' \
  "$out/driftbox.js"
grep -q '^\$protobuf.util.Long = null;$' "$out/driftbox.js"
