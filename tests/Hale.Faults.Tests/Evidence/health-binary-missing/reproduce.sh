#!/bin/sh
# seen: curl is not in the image, asked for by a shell and without one; a program that has no equivalent. clear: the probe runs, and nothing answers.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project shell <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-m", "http.server", "8000"]
    healthcheck: {test: ["CMD-SHELL", "curl -f http://localhost:8000/ || exit 1"], interval: 1s, retries: 2}
YAML
docker compose up -d >/dev/null 2>&1
sleep 6
record seen-curl-by-a-shell
blind blind-no-engine
gone

project exec <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-m", "http.server", "8000"]
    healthcheck: {test: ["CMD", "curl", "-f", "http://localhost:8000/"], interval: 1s, retries: 2}
YAML
docker compose up -d >/dev/null 2>&1
sleep 6
record seen-curl-alone
gone

project other <<'YAML'
services:
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python3", "-m", "http.server", "8000"]
    healthcheck: {test: ["CMD-SHELL", "checkme --all"], interval: 1s, retries: 2}
YAML
docker compose up -d >/dev/null 2>&1
sleep 6
record seen-no-equivalent
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
