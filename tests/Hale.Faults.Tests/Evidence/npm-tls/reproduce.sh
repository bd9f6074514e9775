#!/bin/sh
# seen: a registry with a certificate that Node does not know, on this machine. clear: a registry to which there is no connection.
. "$(dirname "$0")/../../Reproduce/lib.sh"

certificate() { openssl req -x509 -newkey rsa:2048 -nodes -keyout "$work/key.pem" -subj /CN=localhost -addext subjectAltName=DNS:localhost -days 2 -out "$work/certificate.pem" 2>/dev/null; }
certificate
node -e "
const fs = require('fs');
require('https').createServer({ key: fs.readFileSync('$work/key.pem'), cert: fs.readFileSync('$work/certificate.pem') }, (_, answer) => answer.end('{}')).listen(21113)" &
registry=$!

asks() {
  nodejs "$1"
  echo '{"name": "app", "version": "1.0.0", "dependencies": {"is-odd": "3.0.1"}}' >package.json
  printf 'registry=%s\nfetch-retries=0\n' "$2" >.npmrc
  sed -i 's/npm ci/npm install/' Dockerfile
  printf 'services:\n  api:\n    build: {context: ., network: host}\n' >compose.yaml
  try
}

asks seen https://localhost:21113/
apart seen-self-signed 'mount -t tmpfs none /usr/local/share/ca-certificates'
gone
kill "$registry"

asks clear http://127.0.0.1:9/
apart clear-no-connection 'mount -t tmpfs none /usr/local/share/ca-certificates'
gone
