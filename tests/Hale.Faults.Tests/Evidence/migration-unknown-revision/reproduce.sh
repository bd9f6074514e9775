#!/bin/sh
# seen and clear: the words of Alembic, which is not to be had here, from a container that prints them.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "printf '%s\\n' \"$$SAID\"; exit 1"]
    environment:
      SAID: "FAILED: Can't locate revision identified by '8f3c21d0a7be'"
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record seen-replayed-alembic
blind blind-no-engine
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "printf '%s\\n' \"$$SAID\"; exit 1"]
    environment:
      SAID: "FAILED: Multiple head revisions are present for given argument 'head'; please specify a specific target revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads"
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record clear-multiple-heads
gone
