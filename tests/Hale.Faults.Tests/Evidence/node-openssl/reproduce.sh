#!/bin/sh
# seen: a hash that this Node does not have; the same in a build. clear: a hash that no Node has.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
echo 'console.log(require("crypto").createHash("md4").update("a").digest("hex")); setInterval(() => {}, 1000)' >index.js
try
record seen-md4
gone

nodejs build
echo 'require("crypto").createHash("md4")' >index.js
sed -i 's/npm ci/node index.js/' Dockerfile
try
record seen-in-a-build
gone

nodejs clear
echo 'require("crypto").createHash("nosuch")' >index.js
try
record clear-no-such-hash
gone
