#!/bin/sh
# seen: the lock has another checksum than the package. clear: the lock does not agree with package.json.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
(cd left && npm pack --silent >/dev/null && mv left-1.0.0.tgz ..)
echo '{"name": "app", "version": "1.0.0", "dependencies": {"left": "file:left-1.0.0.tgz"}}' >package.json
rm package-lock.json
npm install --package-lock-only --ignore-scripts --no-audit --no-fund >/dev/null 2>&1
sed -i 's|"sha512-[^"]*"|"sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg=="|' package-lock.json
try
record seen-another-checksum
gone

nodejs clear
right
try
record clear-npm-lock-stale
gone
