#!/bin/sh
# seen: the wget of busybox, told to be quiet; the words of an older one, from a check that prints them. clear: nothing answers by IPv4 either.
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

project busybox <<'YAML'
services:
  api:
    build:
      context: .
      dockerfile_inline: |
        FROM hale.local/stand-in/python:3.13-slim
        RUN apt-get update -q && apt-get install -qy --no-install-recommends busybox
    command: ["python3", "-m", "http.server", "8000", "--bind", "0.0.0.0"]
    healthcheck: {test: ["CMD-SHELL", "busybox wget -q -O /dev/null http://localhost:8000/"], interval: 1s, retries: 2}
YAML
docker compose up -d >/dev/null 2>&1
sleep 6
record seen-quiet-wget
docker compose down --timeout 1 --rmi local >/dev/null 2>&1
