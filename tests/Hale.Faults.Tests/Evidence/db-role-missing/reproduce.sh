#!/bin/sh
# seen: POSTGRES_USER is changed after the first start. clear: the same words to the client, for a password that changed; and a health
# check that asks as root while all is well.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_USER: "${ROLE:-app}", POSTGRES_PASSWORD: new}
    volumes: ["data:/var/lib/postgresql/data"]
    healthcheck: {test: ["CMD-SHELL", "pg_isready -h 127.0.0.1"], interval: 1s, retries: 60}
  api:
    image: hale.local/stand-in/postgres:17
    entrypoint: ["psql", "-c", "select 1"]
    environment: {PGHOST: db, PGUSER: app, PGPASSWORD: new, PGDATABASE: postgres}
    depends_on: {db: {condition: service_healthy}}
volumes:
  data: {}
YAML
ROLE=postgres docker compose up -d >/dev/null 2>&1 || true
docker compose stop --timeout 5 >/dev/null 2>&1
docker compose up -d >/dev/null 2>&1 || true
sleep 1
record seen-user-changed
blind blind-no-engine
gone

project password <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_USER: app, POSTGRES_PASSWORD: "${PASSWORD:-new}", POSTGRES_DB: shop}
    volumes: ["data:/var/lib/postgresql/data"]
    healthcheck: {test: ["CMD-SHELL", "pg_isready -h 127.0.0.1"], interval: 1s, retries: 60}
  api:
    image: hale.local/stand-in/postgres:17
    entrypoint: ["psql", "-c", "select 1"]
    environment: {PGHOST: db, PGUSER: app, PGPASSWORD: new, PGDATABASE: shop}
    depends_on: {db: {condition: service_healthy}}
volumes:
  data: {}
YAML
PASSWORD=old docker compose up -d >/dev/null 2>&1 || true
docker compose stop --timeout 5 >/dev/null 2>&1
docker compose up -d >/dev/null 2>&1 || true
sleep 1
record clear-password-changed
gone

project root <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_PASSWORD: new}
    volumes: ["data:/var/lib/postgresql/data"]
    healthcheck: {test: ["CMD-SHELL", "psql -l || pg_isready"], interval: 1s, retries: 60}
volumes:
  data: {}
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 4
record clear-health-check-as-root
gone
