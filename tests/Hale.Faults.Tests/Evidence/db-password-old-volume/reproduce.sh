#!/bin/sh
# seen: the volume is made with one password, then the environment names another. clear: the role was never made, which the client
# cannot tell apart; and a password that only the service has wrong, on a new volume.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
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
record seen-password-changed
blind blind-no-engine
gone

project role <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_USER: app, POSTGRES_PASSWORD: "${PASSWORD:-new}", POSTGRES_DB: shop}
    volumes: ["data:/var/lib/postgresql/data"]
    healthcheck: {test: ["CMD-SHELL", "pg_isready -h 127.0.0.1"], interval: 1s, retries: 60}
  api:
    image: hale.local/stand-in/postgres:17
    entrypoint: ["psql", "-c", "select 1"]
    environment: {PGHOST: db, PGUSER: shopkeeper, PGPASSWORD: new, PGDATABASE: shop}
    depends_on: {db: {condition: service_healthy}}
volumes:
  data: {}
YAML
docker compose up -d >/dev/null 2>&1 || true
docker compose stop --timeout 5 >/dev/null 2>&1
docker compose up -d >/dev/null 2>&1 || true
sleep 1
record clear-role-missing
gone

project new <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_USER: app, POSTGRES_PASSWORD: "${PASSWORD:-new}", POSTGRES_DB: shop}
    volumes: ["data:/var/lib/postgresql/data"]
    healthcheck: {test: ["CMD-SHELL", "pg_isready -h 127.0.0.1"], interval: 1s, retries: 60}
  api:
    image: hale.local/stand-in/postgres:17
    entrypoint: ["psql", "-c", "select 1"]
    environment: {PGHOST: db, PGUSER: app, PGPASSWORD: mistyped, PGDATABASE: shop}
    depends_on: {db: {condition: service_healthy}}
volumes:
  data: {}
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 1
record clear-service-has-it-wrong
gone
