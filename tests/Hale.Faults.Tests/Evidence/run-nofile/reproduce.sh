#!/bin/sh
# seen: 64 files and a limit of 24. clear: the kernel's limit of watched files, in the words of Node.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-c", "import time; files = [open(\"/dev/null\") for i in range(64)]; time.sleep(600)"]
    ulimits: {nofile: 24}
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record seen-24
blind blind-no-engine
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "printf '%s\\n' \"$$SAID\"; exit 1"]
    environment:
      SAID: "Error: EMFILE: too many open files, watch '/app/src'"
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record clear-replayed-watch
gone
