#!/bin/sh
# seen: a stage that was renamed. clear: the Dockerfile copies from a stage that is not there.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    build:
      context: .
      target: prod
YAML
echo 'FROM hale.local/stand-in/debian:trixie-slim AS production' >Dockerfile
try
record seen-renamed
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim AS production
COPY --from=prod /etc/hostname /tmp/
DOCKERFILE
try
record clear-copied-from
gone
