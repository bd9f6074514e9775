#!/bin/sh
# seen: a traceback; an exit code without a word. clear: a one-shot that did its work.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-c", "import json\njson.loads('{')"]
YAML
docker compose up -d >/dev/null 2>&1
sleep 1
record seen-a-traceback
blind blind-no-engine
gone

project silent <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "exit 3"]
YAML
docker compose up -d >/dev/null 2>&1
sleep 1
record seen-without-a-word
gone

project clear <<'YAML'
services:
  job:
    image: hale.local/stand-in/redis:7
    entrypoint: ["sh", "-c", "echo 'error: 0 rows were wrong'"]
YAML
docker compose up -d >/dev/null 2>&1
sleep 1
record clear-work-done
gone
