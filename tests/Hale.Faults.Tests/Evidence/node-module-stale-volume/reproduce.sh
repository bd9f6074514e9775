#!/bin/sh
# seen: a volume without a name that was filled before a package was added. clear: a package that package.json does not name.
. "$(dirname "$0")/../../Reproduce/lib.sh"

stale() {
  cat >compose.yaml <<YAML
services:
  api:
    build: .
    volumes: ["$1/app/node_modules"]
$2
YAML
  docker compose up -d --build >/dev/null 2>&1
  right
  npm install --package-lock-only --ignore-scripts --no-audit --no-fund >/dev/null 2>&1
  echo 'require("right"); setInterval(() => {}, 1000)' >index.js
  echo '' >right/index.js
  docker compose up -d --build >/dev/null 2>&1
  sleep 2
}
nodejs seen
stale '' ''
record seen-no-name
blind blind-no-engine
gone

nodejs named
stale 'packages:' 'volumes: {packages: {}}'
record seen-a-name
gone

nodejs clear
stale '' ''
echo 'require("express")' >index.js
docker compose up -d --build >/dev/null 2>&1
sleep 2
record clear-not-in-package-json
gone
