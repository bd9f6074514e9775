#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {DB_PASSWORD: "${DB_PASSWORD}"}
YAML
record seen-no-dotenv

project line <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment:
      DB_HOST: "${DB_HOST}"
      DB_USER: $DB_USER
YAML
echo DB_HOST=db >.env
record seen-line-missing

project default <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {DB_USER: "${DB_USER:-app}"}
YAML
record clear-has-a-default

project eaten <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {DB_PASSWORD: "${DB_PASSWORD}"}
YAML
echo 'DB_PASSWORD=pa$word' >.env
record clear-env-dollar-eaten
