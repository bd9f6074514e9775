#!/bin/sh
# seen: a container is killed from outside. clear: the kernel ends it at its memory limit; it ends with an exit code of its own.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  worker:
    image: hale.local/stand-in/python:3.13-slim
    command: ["sleep", "600"]
YAML
docker compose up -d >/dev/null 2>&1
docker compose kill >/dev/null 2>&1
record seen-killed
blind blind-no-engine
gone

project memory <<'YAML'
services:
  worker:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-c", "x = bytearray(64 << 20)"]
    mem_limit: 24m
    memswap_limit: 24m
YAML
docker compose up -d >/dev/null 2>&1
sleep 2
record clear-oom-container-limit
gone

project crash <<'YAML'
services:
  worker:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-c", "raise ValueError('no work')"]
YAML
docker compose up -d >/dev/null 2>&1
sleep 2
record clear-run-app-crash
gone
