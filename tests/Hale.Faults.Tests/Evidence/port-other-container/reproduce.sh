#!/bin/sh
# seen: a container of another project publishes the port. clear: a program of the machine listens there; the engine says the same of both.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project other <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18703:80"]
YAML
docker compose up -d >/dev/null 2>&1
other=$PWD
project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["127.0.0.1:18703:80"]
YAML
record seen-another-project
cd "$other" && COMPOSE_PROJECT_NAME=hale-reproduce-$fault-other gone

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18704:80"]
YAML
python3 -m http.server 18704 >/dev/null 2>&1 &
server=$!
sleep 1
record clear-a-program-of-the-machine
blind blind-no-engine
kill $server
