#!/bin/sh
# seen: engine-strict. clear: npm only warns of it, and the build fails for another reason.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
echo '{"name": "app", "version": "1.0.0", "engines": {"node": ">=99"}, "dependencies": {"left": "file:left"}}' >package.json
npm install --package-lock-only --ignore-scripts --no-audit --no-fund >/dev/null 2>&1
echo engine-strict=true >.npmrc
try
record seen-strict
gone

nodejs clear
echo '{"name": "app", "version": "1.0.0", "engines": {"node": ">=99"}, "dependencies": {"left": "file:left"}}' >package.json
npm install --package-lock-only --ignore-scripts --no-audit --no-fund >/dev/null 2>&1
sed -i 's/npm ci/npm ci \&\& npm run build/' Dockerfile
try
record clear-a-warning
gone
