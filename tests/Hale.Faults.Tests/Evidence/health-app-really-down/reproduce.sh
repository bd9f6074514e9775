#!/bin/sh
# seen: the service listens on another port than its check asks; a server error; a server that is stuck. clear: the check's program is missing.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-m", "http.server", "8000"]
    healthcheck: {test: ["CMD", "python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:9000/')"], interval: 1s, retries: 2}
YAML
docker compose up -d >/dev/null 2>&1
sleep 6
record seen-other-port
blind blind-no-engine
gone

project error <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-m", "http.server", "8000"]
    healthcheck: {test: ["CMD", "python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8000/nothing')"], interval: 1s, retries: 2}
YAML
docker compose up -d >/dev/null 2>&1
sleep 6
record seen-not-found
gone

project stuck <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-m", "http.server", "8000"]
    init: true
    healthcheck: {test: ["CMD", "python3", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8000/', timeout=1)"], interval: 1s, timeout: 5s, retries: 2}
YAML
docker compose up -d >/dev/null 2>&1
sleep 2
docker compose exec api sh -c 'kill -STOP $(cat /proc/1/task/1/children)'
sleep 8
record seen-stuck
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-m", "http.server", "8000"]
    healthcheck: {test: ["CMD-SHELL", "curl -f http://localhost:8000/ || exit 1"], interval: 1s, retries: 2}
YAML
docker compose up -d >/dev/null 2>&1
sleep 6
record clear-program-missing
gone
