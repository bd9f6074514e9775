#!/bin/sh
# seen: a script for the first start comes after the first start. clear: no such scripts at all.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  db:
    image: hale.local/stand-in/postgres:17
    environment: {POSTGRES_USER: app, POSTGRES_PASSWORD: "${PASSWORD:-new}", POSTGRES_DB: shop}
    volumes: ["data:/var/lib/postgresql/data", "./init:/docker-entrypoint-initdb.d:ro"]
    healthcheck: {test: ["CMD-SHELL", "pg_isready -h 127.0.0.1"], interval: 1s, retries: 60}
  api:
    image: hale.local/stand-in/postgres:17
    entrypoint: ["psql", "-c", "select * from orders"]
    environment: {PGHOST: db, PGUSER: app, PGPASSWORD: new, PGDATABASE: shop}
    depends_on: {db: {condition: service_healthy}}
volumes:
  data: {}
YAML
mkdir init
docker compose up -d --wait db >/dev/null 2>&1
docker compose stop --timeout 5 >/dev/null 2>&1
echo 'create table orders (id int);' >init/orders.sql
docker compose up -d >/dev/null 2>&1 || true
sleep 1
record seen-script-added
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
    entrypoint: ["psql", "-c", "select * from orders"]
    environment: {PGHOST: db, PGUSER: app, PGPASSWORD: new, PGDATABASE: shop}
    depends_on: {db: {condition: service_healthy}}
volumes:
  data: {}
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 1
record clear-no-scripts
gone
