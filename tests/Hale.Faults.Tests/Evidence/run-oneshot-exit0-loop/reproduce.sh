#!/bin/sh
# seen: a job that is always restarted. clear: it fails each time.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "printf '%s\\n' \"$$SAID\"; exit 0"]
    restart: always
    environment:
      SAID: "migrated 3 tables"
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 5
record seen-job
blind blind-no-engine
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "printf '%s\\n' \"$$SAID\"; exit 2"]
    restart: always
    environment:
      SAID: "migrated 3 tables"
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 5
record clear-fails
gone
