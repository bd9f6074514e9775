#!/bin/sh
# seen: a version that the registry does not have. clear: a package that it does not have.
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
registry is-odd ^99.0.0
try
record seen-no-such-version
gone

nodejs clear
registry is-od 3.0.1
try
record clear-no-such-package
gone
