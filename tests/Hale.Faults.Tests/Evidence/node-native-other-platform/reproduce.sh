#!/bin/sh
# seen: a file with machine code of another system that was copied into the image. clear: the machine code is not there at all.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
{ printf '\317\372\355\376'; head -c 200 /dev/zero; } >addon.node   # as files for a Mac begin
printf '.hale\n' >.dockerignore
mkdir -p node_modules/addon
mv addon.node node_modules/addon/
sed -i 's/^RUN npm ci/RUN true/' Dockerfile
echo 'require("/app/node_modules/addon/addon.node")' >index.js
try
record seen-copied
gone

nodejs clear
echo 'require("@rollup/rollup-linux-x64-gnu")' >index.js
try
record clear-not-there
gone
