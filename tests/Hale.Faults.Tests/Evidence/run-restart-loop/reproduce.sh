#!/bin/sh
# seen: a program that fails each time. clear: a job that did its work each time; a program that failed once.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "printf '%s\\n' \"$$SAID\"; exit 2"]
    restart: always
    environment:
      SAID: "error: no queue named orders"
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 5
record seen-fails-each-time
blind blind-no-engine
gone

project clear <<'YAML'
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
record clear-job
gone

project once <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "printf '%s\\n' \"$$SAID\"; exit 2"]
    environment:
      SAID: "error: no queue named orders"
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record clear-failed-once
gone
