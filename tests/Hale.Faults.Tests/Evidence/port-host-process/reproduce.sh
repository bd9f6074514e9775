#!/bin/sh
# seen: a program of the machine listens on the published port. clear: a container of another project does. blind: the engine is on another machine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18701:80"]
YAML
python3 -m http.server 18701 >/dev/null 2>&1 &
server=$!
sleep 1
record seen-a-web-server
DOCKER_HOST=tcp://127.0.0.1:9 record blind-remote-engine
kill $server

project seen-udp <<'YAML'
services:
  dns:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18703:53/udp", "18703:53"]
YAML
python3 -c 'import socket, time; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(("0.0.0.0", 18703)); time.sleep(60)' &
server=$!
sleep 1
record seen-a-udp-server
kill $server

project other <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18702:80"]
YAML
docker compose up -d >/dev/null 2>&1
other=$PWD
project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18702:80"]
YAML
record clear-another-container
cd "$other" && COMPOSE_PROJECT_NAME=hale-reproduce-$fault-other gone
