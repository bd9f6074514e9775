#!/bin/sh
# seen: a package that package.json does not name; one for development. clear: a volume of an older image lies over the packages.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
echo 'require("express")' >index.js
try
record seen-not-named
gone

nodejs development
echo '{"name": "app", "version": "1.0.0", "devDependencies": {"left": "file:left"}}' >package.json
npm install --package-lock-only --ignore-scripts --no-audit --no-fund >/dev/null 2>&1
sed -i 's/npm ci/npm ci --omit=dev/' Dockerfile
echo 'require("left")' >index.js
try
record seen-for-development
gone

nodejs clear
cat >compose.yaml <<'YAML'
services:
  api:
    build: .
    volumes: ["/app/node_modules"]
YAML
docker compose up -d --build >/dev/null 2>&1
right
npm install --package-lock-only --ignore-scripts --no-audit --no-fund >/dev/null 2>&1
echo 'require("right")' >index.js
docker compose up -d --build >/dev/null 2>&1
sleep 2
record clear-a-volume
gone
