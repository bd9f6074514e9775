#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    env_file: .env
YAML
printf 'DB_USER=app\nDB_PASSWORD=changeme\nAPI_TOKEN=<your-token>\n' >.env
record seen-template-copied

project clear <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    env_file: .env
YAML
printf 'PASSWORD_HINT_TEXT=Ask the team\nDB_PASSWORD=Tq7vJ2mz\nGREETING=changeme\n' >.env
record clear-own-value

project unset <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {DB_PASSWORD: "${DB_PASSWORD}"}
YAML
echo DB_PASSWORD= >.env
record clear-empty-value
