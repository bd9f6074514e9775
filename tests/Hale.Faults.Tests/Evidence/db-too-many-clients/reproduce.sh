#!/bin/sh
# seen: a server with six connections, of which others hold all. clear: a refused password.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_USER: app, POSTGRES_PASSWORD: "${PASSWORD:-new}", POSTGRES_DB: shop}
    volumes: ["data:/var/lib/postgresql/data"]
    healthcheck: {test: ["CMD-SHELL", "test -e /var/lib/postgresql/data/postmaster.pid"], interval: 1s, retries: 60}
    command: ["postgres", "-c", "max_connections=4", "-c", "superuser_reserved_connections=0"]
  holder:
    image: hale.local/stand-in/postgres:17
    entrypoint: ["bash", "-c", "for i in 1 2 3 4 5 6; do psql -c 'select pg_sleep(60)' & done; wait"]
    environment: {PGHOST: db, PGUSER: app, PGPASSWORD: new, PGDATABASE: shop}
    depends_on: {db: {condition: service_healthy}}
  api:
    image: hale.local/stand-in/postgres:17
    entrypoint: ["bash", "-c", "sleep 3; psql -c 'select 1'"]
    environment: {PGHOST: db, PGUSER: app, PGPASSWORD: new, PGDATABASE: shop}
    depends_on: {db: {condition: service_healthy}}
volumes:
  data: {}
YAML
docker compose up -d db >/dev/null 2>&1
sleep 6
docker compose up -d >/dev/null 2>&1 || true
sleep 6
record seen-all-held
blind blind-no-engine
gone

project clear <<'YAML'
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
record clear-refused
gone
