#!/bin/sh
# seen: a proxy in front of a program that fails, and one that serves files alone. clear: the question is answered. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

proxy() {
  project "$1" <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./proxy.conf:/etc/nginx/conf.d/default.conf:ro"]
    ports: ["21114:80"]
  api:
    image: hale.local/stand-in/node:20-slim
    command: ["node", "-e", "require('http').createServer((_, answer) => { answer.statusCode = 500; answer.end() }).listen(3000)"]
    init: true
YAML
  echo "server { listen 80; location / { $2 } }" >proxy.conf
  docker compose up -d >/dev/null 2>&1
  sleep 3
  curl -s -o /dev/null -X OPTIONS -H 'Origin: http://localhost:3000' -H 'Access-Control-Request-Method: POST' http://127.0.0.1:21114/api/items
}

proxy seen 'proxy_pass http://api:3000;'
record seen-a-program-that-fails
blind blind-no-engine
gone

proxy files 'root /usr/share/nginx/html;'
record seen-files-alone
gone

proxy clear 'return 204;'
record clear-answered
gone
