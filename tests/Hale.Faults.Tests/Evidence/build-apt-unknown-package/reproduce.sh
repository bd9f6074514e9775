#!/bin/sh
# seen: no update in that instruction; a name that does not exist. clear: the lists could not be fetched.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN rm -rf /var/lib/apt/lists/*
RUN apt-get install -y cowsay
DOCKERFILE
try
record seen-no-update
gone

building name <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN apt-get update && apt-get install -y python2.6
DOCKERFILE
try
record seen-no-such-name
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN rm -rf /var/lib/apt/lists/*
RUN --network=none apt-get update && apt-get install -y cowsay
DOCKERFILE
try
record clear-no-network
gone
