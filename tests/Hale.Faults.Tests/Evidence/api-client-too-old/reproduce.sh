#!/bin/sh
# The output of the container is that of a real client in a container, by faults.md: its image is not to be had here.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
export DOCKER_API_VERSION=1.20
try
record seen-variable
gone
unset DOCKER_API_VERSION

project container <<'END'
services:
  watch:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sh", "-c", "echo 'Error response from daemon: client version 1.25 is too old. Minimum supported API version is 1.44, please upgrade your client to a newer version'; exit 1"]
END
try
record seen-replayed-client-in-a-container
gone

project traefik <<'END'
services:
  proxy:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sh", "-c", "echo 'ERR Failed to retrieve information of the docker client and server host error=\"Error response from daemon: client version 1.24 is too old. Minimum supported API version is 1.44, please upgrade your client to a newer version\" providerName=docker'; sleep infinity"]
END
docker compose up -d >/dev/null 2>&1
record clear-traefik-404-all
gone

plain calm
blind blind-no-engine
