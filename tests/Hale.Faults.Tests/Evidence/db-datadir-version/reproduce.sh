#!/bin/sh
# seen: the file that tells the version of the volume says 15; the server and its words are real. clear: a file of the volume is gone.
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
docker compose run --rm --no-deps --entrypoint sh db -c "echo 15 >/var/lib/postgresql/data/PG_VERSION" >/dev/null 2>&1
docker compose up -d >/dev/null 2>&1 || true
sleep 3
record seen-made-by-15
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
docker compose run --rm --no-deps --entrypoint sh db -c "rm -r /var/lib/postgresql/data/global" >/dev/null 2>&1
docker compose up -d >/dev/null 2>&1 || true
sleep 3
record clear-files-gone
gone
