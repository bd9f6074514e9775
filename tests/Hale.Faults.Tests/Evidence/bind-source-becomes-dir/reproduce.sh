#!/bin/sh
# seen: the engine made a folder in the place of a missing file, with and without a template; nobody reads it. clear: the program opens a folder of its own image. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python", "-c", "print(open('/app/settings.toml').read()); import time; time.sleep(100000)"]
    volumes: ["./settings.toml:/app/settings.toml"]
    init: true
YAML
echo 'title = "an example"' >settings.toml.example
mkdir settings.toml
try
record seen-with-template
blind blind-no-engine
rm settings.toml.example
record seen-without-template
gone

project unnoticed <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    stop_grace_period: 1s
    volumes: ["./settings.toml:/app/settings.toml"]
YAML
docker compose up --detach >/dev/null 2>&1
record seen-unnoticed
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python", "-c", "print(open('/usr/share').read())"]
    volumes: ["./settings.toml:/app/settings.toml"]
YAML
mkdir settings.toml
try
record clear-a-folder-of-the-image
gone
