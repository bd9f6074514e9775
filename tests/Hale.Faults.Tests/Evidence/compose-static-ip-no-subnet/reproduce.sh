#!/bin/sh
# seen: a fixed address on a network without a fixed range. clear: a range that another network has. blind: record-blind.sh.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# fixed NAME NETWORK: one service with a fixed address.
fixed() {
  project "$1" <<YAML
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    init: true
    networks: {inner: {ipv4_address: 10.231.70.5}}
networks:
  inner: {$2}
YAML
}

fixed seen ""
try
record seen-no-range
gone

docker network create --subnet 10.231.70.0/24 hale-reproduce-static >/dev/null
fixed clear "ipam: {config: [{subnet: 10.231.70.0/24}]}"
try
record clear-net-pool-overlap
docker network rm hale-reproduce-static >/dev/null
