#!/bin/sh
# seen: Poetry in an image without it. clear: a script of the project that is not found.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
WORKDIR /app
RUN pnpm install --frozen-lockfile
DOCKERFILE
try
record seen-pnpm
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN ./configure
DOCKERFILE
try
record clear-a-script
gone
