#!/bin/sh
# seen: a registry without the package; a scope. clear: one that has it in other versions.
. "$(dirname "$0")/../../Reproduce/lib.sh"

registry() {
  cat >registry.js <<'JS'
require('http').createServer((question, answer) => {
  const known = question.url === '/is-odd'
  answer.statusCode = known ? 200 : 404
  answer.end(JSON.stringify(known ? {name: 'is-odd', 'dist-tags': {latest: '3.0.1'}, versions: {'3.0.1': {name: 'is-odd', version: '3.0.1', dist: {}}}} : {}))
}).listen(4873)
JS
  echo "{\"name\": \"app\", \"version\": \"1.0.0\", \"dependencies\": {\"$1\": \"$2\"}}" >package.json
  echo registry=http://127.0.0.1:4873/ >.npmrc
  rm package-lock.json
  sed -i 's/npm ci/node registry.js \& sleep 1; npm install/' Dockerfile
}
nodejs seen
registry is-od 3.0.1
try
record seen-a-slip
gone

nodejs scope
registry @acme/ui ^1.0.0
try
record seen-a-scope
gone

nodejs clear
registry is-odd 99.0.0
try
record clear-another-version
gone
