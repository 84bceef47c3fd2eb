#!/bin/sh
# Runs the tests of one suite in the guest and leaves output and exit code in the folder FOLDER:
# the kernel's own exit status says nothing about them. driftbox_filter narrows the files down.
# Usage: vitest.sh FOLDER
node node_modules/vitest/vitest.mjs run --config test/kernel/vitest.config.mjs \
  --configLoader native $driftbox_filter >"$1/suite.log" 2>&1
echo $? >"$1/exit-code"
