#!/bin/sh
# seen: a module that is not installed. clear: a module that is there and lacks a name.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-c", "import fastapi"]
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record seen-fastapi
blind blind-no-engine
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-c", "from json import fastapi"]
YAML
docker compose up -d >/dev/null 2>&1 || true
sleep 2
record clear-name-missing
gone
