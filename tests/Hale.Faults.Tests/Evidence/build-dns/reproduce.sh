#!/bin/sh
# seen: apt, and npm, in a step without a network. clear: a host that is found and refuses.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN --network=none apt-get update && apt-get install -y cowsay
DOCKERFILE
try
record seen-apt
gone

building npm <<'DOCKERFILE'
FROM hale.local/stand-in/node:20-slim
WORKDIR /app
RUN --network=none echo '{"dependencies": {"is-odd": "3.0.1"}}' >package.json && npm install --fetch-retries=0
DOCKERFILE
try
record seen-npm
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN apt-get -o Acquire::http::Proxy=http://127.0.0.1:9 -o APT::Update::Error-Mode=any update
DOCKERFILE
try
record clear-refused
gone
