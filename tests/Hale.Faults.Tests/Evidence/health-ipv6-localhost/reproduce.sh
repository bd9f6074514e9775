#!/bin/sh
# seen: the words of the wget of Alpine, which is not to be had here, from a check that prints them. clear: nothing answers by IPv4 either.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-m", "http.server", "8000"]
    healthcheck: {test: ["CMD-SHELL", "echo 'Connecting to localhost:8000 ([::1]:8000)'; echo \"wget: can't connect to remote host: Connection refused\"; exit 1 # wget http://localhost:8000/"], interval: 1s, retries: 2}
YAML
docker compose up -d >/dev/null 2>&1
sleep 6
record seen-replayed-wget
blind blind-no-engine
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-m", "http.server", "8000"]
    healthcheck: {test: ["CMD", "python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:9000/')"], interval: 1s, retries: 2}
YAML
docker compose up -d >/dev/null 2>&1
sleep 6
record clear-nothing-answers
gone
