#!/bin/sh
# seen: a service is paused. clear: a service that ended. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  db:
    image: hale.local/stand-in/redis:7
YAML
docker compose up -d >/dev/null 2>&1
docker compose pause >/dev/null 2>&1
record seen-paused
blind blind-no-engine
docker compose unpause >/dev/null 2>&1
docker compose stop --timeout 1 >/dev/null 2>&1
record clear-stopped
gone
