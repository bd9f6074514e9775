#!/bin/sh
# seen: garbage in the file that keeps each change. clear: a file of a future format.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  cache:
    image: hale.local/stand-in/redis:7
    volumes: ["data:/data"]
    command: ["redis-server", "--appendonly", "yes"]
volumes:
  data: {}
YAML
docker compose up -d >/dev/null 2>&1
sleep 2
docker compose stop --timeout 5 >/dev/null 2>&1
docker compose run --rm --no-deps --entrypoint sh cache -c "printf garbage-garbage >>\$(ls /data/appendonlydir/*.incr.aof) && printf more >>\$(ls /data/appendonlydir/*.incr.aof)" >/dev/null 2>&1
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record seen-garbage
blind blind-no-engine
gone

project clear <<'YAML'
services:
  cache:
    image: hale.local/stand-in/redis:7
    volumes: ["data:/data"]
    command: ["redis-server"]
volumes:
  data: {}
YAML
docker compose run --rm --no-deps --entrypoint sh cache -c "printf 'REDIS0099\377' >/data/dump.rdb" >/dev/null 2>&1
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record clear-format-99
gone
