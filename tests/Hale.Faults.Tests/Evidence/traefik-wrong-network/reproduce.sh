#!/bin/sh
# seen: a container that says what Traefik says (Traefik itself cannot be had here) of the address of a service on a network that it is not on. clear: of its address on the
# network of both. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  traefik:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sh", "-c", "echo \"2026-11-23T10:00:00Z DBG 504 Gateway Timeout error='dial tcp 10.231.62.10:8000: i/o timeout'\"; exec sleep 100000"]
    init: true
    networks: [edge]
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sleep", "100000"]
    init: true
    networks: {edge: {ipv4_address: 10.231.61.10}, back: {ipv4_address: 10.231.62.10}}
networks:
  edge: {ipam: {config: [{subnet: 10.231.61.0/24}]}}
  back: {ipam: {config: [{subnet: 10.231.62.0/24}]}}
YAML
docker compose up -d >/dev/null 2>&1
sleep 2
record seen-replayed-another-network
blind blind-no-engine
gone

project clear <<'YAML'
services:
  traefik:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sh", "-c", "echo \"2026-11-23T10:00:00Z DBG 504 Gateway Timeout error='dial tcp 10.231.61.10:8000: i/o timeout'\"; exec sleep 100000"]
    init: true
    networks: [edge]
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sleep", "100000"]
    init: true
    networks: {edge: {ipv4_address: 10.231.61.10}, back: {ipv4_address: 10.231.62.10}}
networks:
  edge: {ipam: {config: [{subnet: 10.231.61.0/24}]}}
  back: {ipam: {config: [{subnet: 10.231.62.0/24}]}}
YAML
docker compose up -d >/dev/null 2>&1
sleep 2
record clear-the-network-of-both
gone
