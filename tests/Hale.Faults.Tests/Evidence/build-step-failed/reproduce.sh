#!/bin/sh
# seen: a command of the Dockerfile ends with an error. clear: the build works and the container fails.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    build: .
YAML
cat >Dockerfile <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN echo first && echo second
RUN echo "checking the licences" && echo "error: two licences are in conflict" >&2 && exit 4
DOCKERFILE
try
record seen-own-check-fails
gone

project clear <<'YAML'
services:
  api:
    build: .
YAML
cat >Dockerfile <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
CMD ["sh", "-c", "echo 'error: two licences are in conflict' >&2; exit 4"]
DOCKERFILE
try
record clear-the-container-fails
gone
