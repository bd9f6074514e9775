#!/bin/sh
# seen: the network of another project has the range. clear: a range beside it. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project other <<'YAML'
services:
  db: {image: "hale.local/stand-in/redis:7", networks: [inner]}
networks:
  inner: {ipam: {config: [{subnet: 10.231.189.0/24}]}}
YAML
docker compose up -d >/dev/null 2>&1
other=$PWD

project seen <<'YAML'
services:
  db: {image: "hale.local/stand-in/redis:7", networks: [inner]}
networks:
  inner: {ipam: {config: [{subnet: 10.231.189.128/25}]}}
YAML
record seen-within-another
blind blind-no-engine

project clear <<'YAML'
services:
  db: {image: "hale.local/stand-in/redis:7", networks: [inner]}
networks:
  inner: {ipam: {config: [{subnet: 10.231.190.0/24}]}}
YAML
record clear-beside-it
cd "$other" && COMPOSE_PROJECT_NAME=hale-reproduce-$fault-other gone
