#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {DB_PASSWORD: "${DB_PASSWORD}"}
YAML
echo 'DB_PASSWORD=pa$word' >.env
record seen-in-dotenv

project compose <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {DB_PASSWORD: "pa$word"}
YAML
record seen-in-compose-file

project quoted <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {DB_PASSWORD: "${DB_PASSWORD}"}
YAML
echo "DB_PASSWORD='pa\$word'" >.env
record clear-single-quotes

project unset <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {DB_PASSWORD: "${DB_PASSWORD}"}
YAML
record clear-env-unset-blank
