#!/bin/sh
# seen: a script of package.json. clear: another server that does the same, which is the evidence of app-loopback-bind. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/vite.sh"

vite seen 'vite'
up
record seen-a-script
blind blind-no-engine
gone
