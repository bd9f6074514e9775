#!/bin/sh
# seen: PID 1 takes more than the limit. clear: exit code 137 all the same, by a kill from outside.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  worker:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-c", "x = bytearray(64 << 20)"]
    mem_limit: 24m
    memswap_limit: 24m
YAML
docker compose up -d >/dev/null 2>&1
sleep 2
record seen-pid-1
blind blind-no-engine
gone

project clear <<'YAML'
services:
  worker:
    image: hale.local/stand-in/python:3.13-slim
    command: ["sleep", "600"]
    mem_limit: 24m
YAML
docker compose up -d >/dev/null 2>&1
docker compose kill >/dev/null 2>&1
record clear-killed-from-outside
gone
