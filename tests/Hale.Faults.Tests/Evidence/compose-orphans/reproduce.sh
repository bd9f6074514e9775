#!/bin/sh
# seen: a renamed service's container stays, without and with the port that the new one wants; a stack of another folder has the same project
# name. clear: a container of a profile that is not active. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# serving NAME SERVICE: one service that publishes nothing.
serving() {
  project "$1" <<YAML
services:
  $2:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    init: true
YAML
}

serving seen before
docker compose up -d >/dev/null 2>&1
sed -i 's/^  before:/  after:/' compose.yaml
docker compose up -d >/dev/null 2>&1
record seen-renamed
blind blind-no-engine
docker compose down --remove-orphans --timeout 1 >/dev/null 2>&1

project port <<'YAML'
services:
  before:
    image: hale.local/stand-in/nginx:1.26
    ports: ["21101:80"]
YAML
docker compose up -d >/dev/null 2>&1
sed -i 's/^  before:/  after:/' compose.yaml
docker compose up -d >/dev/null 2>&1 || true
record seen-holds-the-port
docker compose down --remove-orphans --timeout 1 >/dev/null 2>&1

serving one worker
docker compose up -d >/dev/null 2>&1
serving two app
COMPOSE_PROJECT_NAME=hale-reproduce-$fault-one
docker compose up -d >/dev/null 2>&1
record seen-another-folder
docker compose down --remove-orphans --timeout 1 >/dev/null 2>&1

serving clear app
cat >>compose.yaml <<'YAML'
  debug:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    init: true
    profiles: [debug]
YAML
docker compose --profile debug up -d >/dev/null 2>&1
record clear-other-profile
docker compose --profile debug down --timeout 1 >/dev/null 2>&1
