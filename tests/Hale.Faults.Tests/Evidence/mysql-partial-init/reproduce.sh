#!/bin/sh
# seen and clear: the words of MySQL, which is not to be had here, from a container that prints them.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "printf '%s\\n' \"$$SAID\"; exit 1"]
    environment:
      SAID: "2026-01-01T00:00:00Z 0 [ERROR] [MY-010457] [Server] --initialize specified but the data directory has files in it. Aborting.\n2026-01-01T00:00:00Z 0 [ERROR] [MY-013236] [Server] The designated data directory /var/lib/mysql/ is unusable. You can remove all files that the server added to it."
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record seen-replayed-mysql
blind blind-no-engine
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "printf '%s\\n' \"$$SAID\"; exit 1"]
    environment:
      SAID: "ERROR 1045 (28000): Access denied for user 'app'@'172.18.0.5' (using password: YES)"
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record clear-access-denied
gone
