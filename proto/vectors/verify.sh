#!/usr/bin/env bash
# Checks the vectors with bash, sed, openssl and sha256sum: nothing of this project, no protobuf.
# Usage: verify.sh [FOLDER]             every chain and signing vector of a folder (default: its own)
#        verify.sh --chain FILE         one chain file, as chain_valid.txt
# Prints one line a check and a count; exit 0 when every vector came out as it should, else 1.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

hex_to_file() { printf '%b' "$(sed 's/../\\x&/g' <<<"$1")" >"$2"; }
sha256_of_hex() { hex_to_file "$1" "$work/hashed" && sha256sum <"$work/hashed" | cut -c1-64; }

# An Ed25519 public key as DER: the fixed SubjectPublicKeyInfo prefix, then the 32 bytes.
key_to_file() { hex_to_file "302a300506032b6570032100$1" "$2"; }

# signature_holds KEY-FILE MESSAGE-FILE SIGNATURE-HEX
signature_holds() {
  hex_to_file "$3" "$work/signature"
  openssl pkeyutl -verify -pubin -keyform DER -inkey "$1" -rawin -in "$2" \
    -sigfile "$work/signature" >/dev/null 2>&1
}

# encode_to_sign TYPE BODY-HEX FILE: the DSSE pre-authentication encoding.
encode_to_sign() {
  hex_to_file "$2" "$work/body"
  { printf 'DSSEv1 %d %s %d ' "${#1}" "$1" "$((${#2} / 2))"; cat "$work/body"; } >"$3"
}

declare -A key_file
gateway_id='' genesis_prev='' head_seq='' head_prev='' head_epoch=0

begin_chain() { head_seq=-1 head_prev=$genesis_prev head_epoch=0; }

# check_event HEADER SEAL PAYLOAD (hex): prints nothing, or the code of what is wrong.
check_event() {
  local header=$1 seal=$2 payload=$3
  [[ ${#header} -eq 288 && ${header:0:16} == 444258484452310a ]] || { echo wire/header; return; }
  [[ ${header:278:2} == 01 && ${header:280:8} == 00000000 ]] || { echo wire/header; return; }
  local id=${header:16:32} epoch=$((16#${header:48:8})) seq=$((16#${header:56:16}))
  local prev=${header:72:64} payload_hash=${header:136:64}
  [[ $(sha256_of_hex "$payload") == "$payload_hash" ]] || { echo seal/payload-hash; return; }
  [[ -n ${key_file[$epoch]:-} ]] || { echo seal/chain; return; }
  encode_to_sign application/vnd.driftbox.header.v1 "$header" "$work/signed"
  signature_holds "${key_file[$epoch]}" "$work/signed" "$seal" || { echo seal/invalid; return; }
  [[ $id == "$gateway_id" && $seq -eq $((head_seq + 1)) && $epoch -ge $head_epoch ]] ||
    { echo seal/chain; return; }
  [[ $prev == "$head_prev" ]] || { echo seal/chain; return; }
}

# follow_event HEADER: the event is the head now.
follow_event() {
  head_seq=$((16#${1:56:16})) head_epoch=$((16#${1:48:8})) head_prev=$(sha256_of_hex "$1")
}

read_anchor() { genesis_prev=$(sha256_of_hex "$1") gateway_id=${genesis_prev:0:32}; begin_chain; }

events=0 refused=0 signatures=0 mismatches=0
report() { printf '%s\n' "$*"; }
mismatch() { mismatches=$((mismatches + 1)); report "WRONG $*"; }

# check_chain FILE: every event must hold; in a file with cases, each case must fail as it says.
check_chain() {
  local word a b c expected='' name='' found='' has_cases=''
  close_case() {
    [[ -n $expected ]] || return 0
    if [[ $found == "$expected" ]]; then
      refused=$((refused + 1)) && report "refused $expected: $name"
    else
      mismatch "$name: expected $expected, found ${found:-nothing}"
    fi
  }
  while read -r word a b c; do
    case $word in
      '' | '#'*) ;;
      key) key_to_file "$b" "$work/key-$a" && key_file[$a]=$work/key-$a ;;
      enrollment) read_anchor "$a" ;;
      case) close_case; has_cases=yes expected=$a name="$b $c" found='' && begin_chain ;;
      event)
        [[ -z $found ]] || continue
        found=$(check_event "$a" "$b" "$c")
        if [[ -n $found ]]; then
          [[ -n $has_cases ]] || { mismatch "event after seq $head_seq: $found" && return; }
        else
          [[ -n $has_cases ]] || events=$((events + 1))
          follow_event "$a"
        fi
        ;;
      *) mismatch "$1: unknown word $word" ;;
    esac
  done <"$1"
  close_case
  [[ -n $has_cases ]] || report "chain holds to seq $head_seq, head $head_prev"
}

# signing_holds TYPE KEY BODY BYTES-TO-SIGN SIGNATURE
signing_holds() {
  encode_to_sign "$1" "$3" "$work/signed" && hex_to_file "$4" "$work/claimed"
  cmp -s "$work/signed" "$work/claimed" || return 1
  key_to_file "$2" "$work/key" && signature_holds "$work/key" "$work/signed" "$5"
}

# check_signing FILE yes|no: whether each line must hold.
check_signing() {
  local type key body signed signature line=0
  while read -r type key body signed signature; do
    [[ -n $type && $type != '#'* ]] || continue
    line=$((line + 1))
    local holds=no
    if signing_holds "$type" "$key" "$body" "$signed" "$signature"; then holds=yes; fi
    [[ $holds == "$2" ]] || { mismatch "$1, vector $line" && continue; }
    if [[ $2 == yes ]]; then
      signatures=$((signatures + 1)) && report "signature holds: $type"
    else
      refused=$((refused + 1)) && report "refused signing vector $line"
    fi
  done <"$1"
}

if [[ ${1:-} == --chain ]]; then
  check_chain "${2:?which chain file?}"
else
  folder=${1:-$(dirname "$0")}
  check_chain "$folder/chain_valid.txt"
  check_chain "$folder/chain_invalid.txt"
  check_signing "$folder/signing_valid.txt" yes
  check_signing "$folder/signing_invalid.txt" no
fi
report "$events events and $signatures signatures hold, $refused wrong ones refused," \
  "$mismatches out of place"
[[ $mismatches -eq 0 && $((events + signatures)) -gt 0 ]]
