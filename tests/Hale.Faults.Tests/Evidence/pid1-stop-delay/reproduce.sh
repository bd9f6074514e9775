#!/bin/sh
# seen: a first process that ignores SIGTERM was restarted. clear: one that handles it; one that ignores it and was never stopped. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
docker compose up -d >/dev/null 2>&1
docker compose restart --timeout 3 >/dev/null 2>&1
record seen-restarted
blind blind-no-engine
gone

plain clear
echo '    init: true' >>compose.yaml
docker compose up -d >/dev/null 2>&1
docker compose restart --timeout 3 >/dev/null 2>&1
record clear-with-init
gone

plain young
docker compose up -d >/dev/null 2>&1
record clear-never-stopped
gone
