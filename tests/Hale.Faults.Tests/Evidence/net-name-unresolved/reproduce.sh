#!/bin/sh
# seen: a misspelt name; a service on another network. clear: the service of that name does not run; a name of the Internet. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project misspelt <<'YAML'
services:
  db:
    image: hale.local/stand-in/redis:7
  job:
    image: hale.local/stand-in/postgres:17
    entrypoint: ["psql", "-h", "dbb", "-U", "app", "-c", "select 1"]
    depends_on: [db]
YAML
try
record seen-misspelt
blind blind-no-engine
gone

project apart <<'YAML'
services:
  db:
    image: hale.local/stand-in/redis:7
    networks: [back]
  job:
    image: hale.local/stand-in/node:20-slim
    command: ["node", "-e", "require('dns').lookup('db', (e) => { if (e) throw e; setInterval(() => {}, 1e6); })"]
    networks: [front]
    depends_on: [db]
networks: {front: {}, back: {}}
YAML
try
record seen-another-network
gone

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
record clear-not-running
gone

project internet <<'YAML'
services:
  job:
    image: hale.local/stand-in/postgres:17
    entrypoint: ["psql", "-h", "db.example.invalid", "-U", "app", "-c", "select 1"]
YAML
try
record clear-a-name-of-the-internet
gone
