#!/bin/sh
# Makes sure that Debian's chromium and Chinese fonts are there for the browser tests.
set -eu
if [ -x /usr/bin/chromium ] && fc-list :lang=zh family 2>/dev/null | grep -q .; then
  exit 0
fi
fail() {
  echo "browser-setup: $1" >&2
  echo "browser-setup: install chromium and fonts-noto-cjk by hand, then run the tests again" >&2
  exit 69
}
command -v apt-get >/dev/null 2>&1 || fail "no chromium, and this system has no apt-get"
[ "$(id -u)" = 0 ] || fail "no chromium, and only root can install it"
export DEBIAN_FRONTEND=noninteractive
packages="chromium fonts-noto-cjk fontconfig"
# shellcheck disable=SC2086
apt-get install -y -q --no-install-recommends $packages >/dev/null 2>&1 ||
  { apt-get update -q >/dev/null 2>&1 &&
    apt-get install -y -q --no-install-recommends $packages >/dev/null 2>&1; } ||
  fail "apt-get could not install $packages"
