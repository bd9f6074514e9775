#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["sh", "-c", ". /run/app.env && sleep infinity"]
    volumes: ["./app.env:/run/app.env:ro"]
YAML
printf 'DB_HOST=db\r\nDB_PORT=5432\r\n' >app.env
record seen-shell-reads-it

# clear: only Compose reads it, and Compose leaves the carriage returns out.
project alone <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    env_file: app.env
YAML
printf 'DB_HOST=db\r\nDB_PORT=5432\r\n' >app.env
record clear-only-compose-reads-it
