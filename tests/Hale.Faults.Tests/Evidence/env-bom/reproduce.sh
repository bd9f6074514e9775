#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sh", "-c", ". ./.env && sleep infinity"]
    working_dir: /src
    volumes: [".:/src"]
YAML
printf '\357\273\277GREETING=hello\n' >.env
record seen-shell-reads-it

# clear: only Compose reads it, and Compose skips the mark.
project alone <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    environment: {GREETING: "${GREETING}"}
YAML
printf '\357\273\277GREETING=hello\n' >.env
record clear-only-compose-reads-it

project utf16 <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    volumes: [".:/src"]
YAML
printf 'GREETING=hello\r\n' | iconv -f UTF-8 -t UTF-16 >.env
record clear-env-utf16
