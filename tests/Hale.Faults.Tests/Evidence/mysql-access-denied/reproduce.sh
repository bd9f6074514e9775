#!/bin/sh
# seen and clear: the words of MySQL, which is not to be had here, from a container that prints them.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "printf '%s\\n' \"$$SAID\"; exit 1"]
    environment:
      SAID: "ERROR 1045 (28000): Access denied for user 'app'@'172.18.0.5' (using password: YES)"
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
      SAID: "ERROR 1049 (42000): Unknown database 'shop'"
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record clear-database-missing
gone
