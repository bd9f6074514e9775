#!/bin/sh
# seen: a container that ignores SIGTERM was stopped. clear: one that was killed at once; one that stopped in time. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# deaf NAME: a service whose first process ignores SIGTERM.
deaf() {
  project "$1" <<'YAML'
services:
  worker:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sh", "-c", "trap '' TERM; while :; do sleep 1; done"]
    stop_grace_period: 3s
YAML
}

deaf seen
docker compose up -d >/dev/null 2>&1
docker compose stop >/dev/null 2>&1
record seen-deaf
blind blind-no-engine
gone

deaf clear
docker compose up -d >/dev/null 2>&1
docker compose kill >/dev/null 2>&1
record clear-killed-by-user
gone

plain well
echo '    init: true' >>compose.yaml
docker compose up -d >/dev/null 2>&1
docker compose stop >/dev/null 2>&1
record clear-stopped-in-time
gone
