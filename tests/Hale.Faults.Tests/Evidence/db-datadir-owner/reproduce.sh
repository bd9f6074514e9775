#!/bin/sh
# seen: the server runs as a user that does not own its volume, new and old. clear: a stray file in the volume.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    user: "1000:1000"
    environment: {POSTGRES_PASSWORD: new}
    volumes: ["data:/var/lib/postgresql/data"]
volumes:
  data: {}
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record seen-other-user
blind blind-no-engine
gone

project old <<'YAML'
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
docker compose run --rm --no-deps --entrypoint sh db -c "chown -R 1000 /var/lib/postgresql/data" >/dev/null 2>&1
sed -i 's/    environment/    user: "101"\n    environment/' compose.yaml
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record seen-owner-changed
gone

project clear <<'YAML'
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
record clear-gitkeep
gone
