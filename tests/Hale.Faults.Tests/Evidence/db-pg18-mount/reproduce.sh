#!/bin/sh
# seen: the words of the image of version 18, which is not to be had here, from a container that prints them. clear: a volume of another
# version, which the server itself refuses.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  db:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "printf '%s\\n' \"$$SAID\"; exit 1"]
    environment:
      SAID: "Error: in 18+, these Docker images are configured to store database data in a\n       format which is compatible with \"pg_ctlcluster\" (specifically, using\n       major-version-specific directory names).  This better reflects how\n       PostgreSQL itself works, and how upgrades are to be performed.\n\n       Counter to that, there appears to be PostgreSQL data in:\n         /var/lib/postgresql/data (unused mount/volume)\n"
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record seen-replayed-unused-mount
blind blind-no-engine
gone

project clear <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_PASSWORD: new}
    volumes: ["data:/var/lib/postgresql/data"]
    healthcheck: {test: ["CMD-SHELL", "pg_isready -h 127.0.0.1"], interval: 1s, retries: 60}
volumes:
  data: {}
YAML
docker compose up -d --wait >/dev/null 2>&1
docker compose stop --timeout 5 >/dev/null 2>&1
docker compose run --rm --no-deps --entrypoint sh db -c "echo 15 >/var/lib/postgresql/data/PG_VERSION" >/dev/null 2>&1
docker compose up -d >/dev/null 2>&1 || true
sleep 3
record clear-made-by-15
gone
