#!/bin/sh
# seen-replayed: an entry below a dependency is taken out of the lock, as another npm leaves out what is optional. clear: package.json asks for more.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
cat >registry.js <<'JS'
const packages = {left: {right: '^1.0.0'}, right: {}}
require('http').createServer((question, answer) => {
  const name = question.url.slice(1)
  const version = {name, version: '1.0.0', dependencies: packages[name], dist: {tarball: `http://127.0.0.1:23873/${name}.tgz`}}
  answer.end(JSON.stringify({name, 'dist-tags': {latest: '1.0.0'}, versions: {'1.0.0': version}}))
}).listen(23873, '127.0.0.1')
JS
echo '{"name": "app", "version": "1.0.0", "dependencies": {"left": "^1.0.0"}}' >package.json
echo registry=http://127.0.0.1:23873/ >.npmrc
rm package-lock.json
node registry.js &
registry=$!
sleep 1
npm install --package-lock-only --ignore-scripts --no-audit --no-fund >/dev/null 2>&1
kill $registry
node -e 'const fs = require("fs"), lock = JSON.parse(fs.readFileSync("package-lock.json"))
delete lock.packages["node_modules/right"]
fs.writeFileSync("package-lock.json", JSON.stringify(lock, null, 2))'
sed -i 's/npm ci/node registry.js \& sleep 1; npm ci/' Dockerfile
try
record seen-replayed-an-entry-less
gone

nodejs clear
right
try
record clear-npm-lock-stale
gone
