#!/bin/sh
# seen: the write-ahead log is gone; a folder is gone. clear: a server that was killed, and mends itself.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
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
docker compose run --rm --no-deps --entrypoint sh db -c "rm /var/lib/postgresql/data/pg_wal/0*" >/dev/null 2>&1
docker compose up -d >/dev/null 2>&1 || true
sleep 3
record seen-log-gone
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
docker compose kill >/dev/null 2>&1
docker compose up -d >/dev/null 2>&1 || true
sleep 3
record clear-killed
gone
