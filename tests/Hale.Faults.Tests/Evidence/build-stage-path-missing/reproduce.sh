#!/bin/sh
# seen: the other stage writes elsewhere. clear: a file of the project is lacking.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim AS build
RUN mkdir -p /app/build && echo hi >/app/build/index.html
FROM hale.local/stand-in/debian:trixie-slim
COPY --from=build /app/dist /usr/share/html
DOCKERFILE
try
record seen-another-folder
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
COPY app/dist /usr/share/html
DOCKERFILE
try
record clear-of-the-project
gone
