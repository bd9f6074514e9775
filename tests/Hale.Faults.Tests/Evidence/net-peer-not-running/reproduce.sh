#!/bin/sh
# seen: the service of that name has ended; it was started later. clear: no service has the name. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project down <<'YAML'
services:
  db:
    image: hale.local/stand-in/redis:7
    entrypoint: ["true"]
  job:
    image: hale.local/stand-in/postgres:17
    entrypoint: ["psql", "-h", "db", "-U", "app", "-c", "select 1"]
    depends_on: {db: {condition: service_completed_successfully}}
YAML
try
record seen-ended
blind blind-no-engine
gone

project later <<'YAML'
services:
  db:
    image: hale.local/stand-in/redis:7
  job:
    image: hale.local/stand-in/node:20-slim
    command: ["node", "-e", "require('dns').lookup('db', (e) => { if (e) throw e; setInterval(() => {}, 1e6); })"]
YAML
docker compose up -d job >/dev/null 2>&1
sleep 3
docker compose up -d db >/dev/null 2>&1
record seen-started-later
gone

project clear <<'YAML'
services:
  db:
    image: hale.local/stand-in/redis:7
  job:
    image: hale.local/stand-in/postgres:17
    entrypoint: ["psql", "-h", "dbb", "-U", "app", "-c", "select 1"]
    depends_on: [db]
YAML
try
record clear-misspelt
gone
