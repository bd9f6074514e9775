#!/bin/sh
# seen: the server saves to a tmpfs that is full. clear: a service that gives no password.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  cache:
    image: hale.local/stand-in/redis:7
    command: ["redis-server"]
    tmpfs: ["/data:size=64k"]
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["bash", "-c", "sleep 2; head -c 200000 /dev/urandom | base64 -w0 | redis-cli -h cache -x set big; redis-cli -h cache bgsave; sleep 2; redis-cli -h cache -e set a b"]
    depends_on: [cache]
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 8
record seen-full
blind blind-no-engine
gone

project clear <<'YAML'
services:
  cache:
    image: hale.local/stand-in/redis:7
    command: ["redis-server", "--requirepass", "secret"]
    tmpfs: ["/data:size=64k"]
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["bash", "-c", "sleep 2; redis-cli -h cache -e set a b"]
    depends_on: [cache]
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 5
record clear-no-password
gone
