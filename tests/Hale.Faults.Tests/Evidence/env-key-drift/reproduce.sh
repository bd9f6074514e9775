#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {DB_HOST: "${DB_HOST}", DB_USER: "${DB_USER:?set it}"}
YAML
echo DB_HOST=db >.env
printf 'DB_HOST=db\nDB_USER=app\n' >.env.example
record seen-template-gained-a-name

project unused <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    env_file: app.env
YAML
echo DB_HOST=db >app.env
printf 'DB_HOST=db\nLOG_LEVEL=info\n' >app.env.example
record seen-file-of-a-service

project template <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {DB_HOST: "${DB_HOST}", DB_USER: "${DB_USER}"}
YAML
echo DB_HOST=db >.env
echo DB_HOST=db >.env.example
record clear-env-unset-blank

project missing <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {DB_HOST: "${DB_HOST}"}
YAML
echo DB_HOST=db >.env.example
record clear-env-dotenv-missing
