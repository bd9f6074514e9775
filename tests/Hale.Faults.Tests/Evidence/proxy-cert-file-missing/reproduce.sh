#!/bin/sh
# seen: the folder of certificates is empty. clear: the configuration has a mistake. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  proxy:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./default.conf:/etc/nginx/conf.d/default.conf:ro", "./certs:/etc/nginx/certs:ro"]
YAML
echo 'server { listen 443 ssl; ssl_certificate /etc/nginx/certs/server.crt; ssl_certificate_key /etc/nginx/certs/server.key; location / { return 200; } }' >default.conf
mkdir certs
docker compose up -d >/dev/null 2>&1
sleep 3
record seen-empty-folder
blind blind-no-engine
echo 'server { listen 443 ssl; ssl_certificate /etc/nginx/certs/server.crt' >default.conf
docker compose up -d --force-recreate >/dev/null 2>&1
sleep 3
record clear-a-mistake
gone
