#!/bin/sh
# clear: both clocks agree. seen: the same with the difference of a virtual machine that slept (the clock of a shared machine is not for a test). blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain clear
record clear-the-clocks-agree
blind blind-no-engine
for case in behind=-5400 ahead=95; do
  mkdir -p "$here/seen-replayed-${case%=*}"
  sed "s/\"clockAhead\": [0-9-]*/\"clockAhead\": ${case#*=}/" "$here/clear-the-clocks-agree/evidence.json" >"$here/seen-replayed-${case%=*}/evidence.json"
done
