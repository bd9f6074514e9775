#!/bin/sh
# seen: the machine code of Rollup is not there. clear: it is there for another system.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
echo 'require("@rollup/rollup-linux-x64-gnu")' >index.js
try
record seen-rollup
gone

nodejs clear
echo 'throw new Error("\nYou installed esbuild for another platform than the one you are currently using.\nThe package \"@esbuild/linux-x64\" could not be found")' >index.js
try
record clear-another-system
gone
