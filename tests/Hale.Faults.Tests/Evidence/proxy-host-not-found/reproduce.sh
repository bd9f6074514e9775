#!/bin/sh
# seen: the service behind nginx is started later; it is on another network; no service has the name. clear: a mistake in the configuration. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

conf() { echo "server { listen 80; location / { proxy_pass http://$1:8000; } }" >default.conf; }

project later <<'YAML'
services:
  proxy:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./default.conf:/etc/nginx/conf.d/default.conf:ro"]
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python", "-m", "http.server", "8000"]
YAML
conf api
docker compose up -d proxy >/dev/null 2>&1
sleep 3
docker compose up -d api >/dev/null 2>&1
record seen-started-later
blind blind-no-engine
gone

project apart <<'YAML'
services:
  proxy:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./default.conf:/etc/nginx/conf.d/default.conf:ro"]
    networks: [front]
    depends_on: [api]
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python", "-m", "http.server", "8000"]
    networks: [back]
networks: {front: {}, back: {}}
YAML
conf api
docker compose up -d >/dev/null 2>&1
sleep 3
record seen-another-network
gone

project misspelt <<'YAML'
services:
  proxy:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./default.conf:/etc/nginx/conf.d/default.conf:ro"]
    depends_on: [api]
  api:
    image: hale.local/stand-in/python:3.13-slim
    command: ["python", "-m", "http.server", "8000"]
YAML
conf aapi
docker compose up -d >/dev/null 2>&1
sleep 3
record seen-misspelt
echo 'server { listen 80; location / { proxy_pass http://aapi:8000 } }' >default.conf
docker compose up -d --force-recreate proxy >/dev/null 2>&1
sleep 3
record clear-a-mistake
gone
