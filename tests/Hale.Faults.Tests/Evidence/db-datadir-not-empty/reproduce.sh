#!/bin/sh
# seen: a stray file lies in the volume. clear: a volume of another version.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_PASSWORD: new}
    volumes: ["data:/var/lib/postgresql/data"]
volumes:
  data: {}
YAML
docker compose run --rm --no-deps --entrypoint sh db -c "touch /var/lib/postgresql/data/.gitkeep" >/dev/null 2>&1
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record seen-gitkeep
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
