#!/bin/sh
# seen: npm's registry is reached through a network that inspects TLS, and the base image does not trust it. clear: the base has the authorities
# (after `hale docker` made that image), and a machine to which none was added. Replayed: the authority and its fingerprint were given other
# names than the machine's own, and blind-store-unread is what hale says on a system other than Linux. To be run behind such a network.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  web:
    build: .
YAML
printf 'FROM node:20-slim\nCOPY --from=ghcr.io/astral-sh/uv:0.5 /uv /usr/local/bin/uv\nRUN npm ci\n' >Dockerfile
record seen-npm-is-inspected
"$HALE" docker --yes >/dev/null 2>&1 || true
record clear-the-base-has-them
gone
mkdir -p "$here/clear-nobody-inspects"
uninspected "$HALE" troubleshoot "$fault" --save "$here/clear-nobody-inspects/evidence.json" >/dev/null || true
