#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'END'
services:
  api:
    build: .
    command: sleep infinity
END
printf 'FROM hale.local/stand-in/debian:trixie-slim\nRUN --mount=type=cache,target=/c true\n' >Dockerfile
export DOCKER_BUILDKIT=0
try
record seen-variable
gone

# clear: the old builder fails at a step of its own.
project other <<'END'
services:
  api:
    build: .
    command: sleep infinity
END
printf 'FROM hale.local/stand-in/debian:trixie-slim\nRUN false\n' >Dockerfile
try
record clear-build-step-failed
gone
unset DOCKER_BUILDKIT

plain calm
blind blind-no-engine
