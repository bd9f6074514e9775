#!/bin/sh
# seen: a semicolon is missing; a directive that nobody knows. clear: a name that cannot be looked up. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  proxy:
    image: hale.local/stand-in/nginx:1.26
    volumes: ["./conf:/etc/nginx/conf.d:ro"]
YAML
mkdir conf
write() { printf 'server {\n  %s\n  location / { root /usr/share/nginx/html; }\n}\n' "$1" >conf/default.conf; docker compose up -d --force-recreate >/dev/null 2>&1; sleep 3; }
write 'listen 80'
record seen-semicolon
blind blind-no-engine
write 'listn 80;'
record seen-unknown-directive
write 'listen 80; location /api { proxy_pass http://nobody; }'
record clear-a-name
gone
