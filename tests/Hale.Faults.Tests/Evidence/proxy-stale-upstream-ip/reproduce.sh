#!/bin/sh
# seen: the service behind nginx is made anew at another address. clear: it has its address and nothing in it listens. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

compose() {
  project "$1" <<'YAML'
services:
  proxy:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./default.conf:/etc/nginx/conf.d/default.conf:ro"]
    depends_on: [api]
    healthcheck: {test: ["CMD", "curl", "-fsS", "http://127.0.0.1/"], interval: 1s, retries: 2}
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: sh -c "python -m http.server 8000 & echo $$! >/tmp/server; sleep 1000000"
    init: true
YAML
  echo 'error_log stderr; server { listen 80; location / { proxy_pass http://api:8000; } }' >default.conf
  docker compose up -d >/dev/null 2>&1
  sleep 3
}

compose seen
docker compose rm -fs api >/dev/null 2>&1
docker run -d --rm --name hale-reproduce-in-between --network "${COMPOSE_PROJECT_NAME}_default" hale.local/stand-in/redis:7 >/dev/null
docker compose up -d --no-deps api >/dev/null 2>&1
sleep 5
record seen-made-anew
blind blind-no-engine
docker rm -f hale-reproduce-in-between >/dev/null
gone

compose clear
docker compose exec api sh -c 'kill $(cat /tmp/server)'
sleep 5
record clear-nothing-listens
gone
