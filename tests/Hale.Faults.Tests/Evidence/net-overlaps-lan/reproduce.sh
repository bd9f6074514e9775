#!/bin/sh
# seen: a VPN's route covers the range of the stack's network. The route is in a network namespace of its own, so neither the machine nor its engine
# notices. clear: no such route. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    init: true
networks:
  default: {ipam: {config: [{subnet: 10.231.71.0/24}]}}
YAML
docker compose up -d >/dev/null 2>&1
mkdir -p "$here/seen-vpn"
# shellcheck disable=SC2016
unshare --net sh -euc 'ip link add tun0 type veth peer name far; ip link set tun0 up; ip link set far up; ip route add 10.231.64.0/18 dev tun0; exec "$HALE" troubleshoot "$0" --save "$1"' \
  "$fault" "$here/seen-vpn/evidence.json" >/dev/null || true
record clear-no-such-route
blind blind-no-engine
gone
