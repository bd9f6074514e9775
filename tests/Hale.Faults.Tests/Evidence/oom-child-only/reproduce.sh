#!/bin/sh
# seen: a child takes more than the limit, and the shell ends in its own way; or goes on. clear: the main process itself; an exit code
# of its own.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  worker:
    image: hale.local/stand-in/python:3.13-slim
    command: ["sh", "-c", "python3 -c 'x = bytearray(64 << 20)' || exit 5"]
    mem_limit: 24m
    memswap_limit: 24m
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record seen-ends-in-its-own-way
blind blind-no-engine
gone

project runs <<'YAML'
services:
  worker:
    image: hale.local/stand-in/python:3.13-slim
    command: ["sh", "-c", "python3 -c 'x = bytearray(64 << 20)' ; sleep 600"]
    mem_limit: 24m
    memswap_limit: 24m
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record seen-goes-on
gone

project clear <<'YAML'
services:
  worker:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-c", "x = bytearray(64 << 20)"]
    mem_limit: 24m
    memswap_limit: 24m
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record clear-main-process
gone
