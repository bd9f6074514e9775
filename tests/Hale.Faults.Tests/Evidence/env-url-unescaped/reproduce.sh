#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    env_file: .env
YAML
printf 'DATABASE_URL=postgres://app:p@ss@db:5432/app\nCACHE_URL=redis://:a/b#c@cache:6379/0\n' >.env
record seen-at-sign

project clear <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    env_file: .env
YAML
printf 'DATABASE_URL=postgres://app:p%%40ss@db:5432/app\nMAIL=app@example.com\nPAGE=https://example.com/@team/page@2\nREGISTRY=http://registry:4873/@team/page@2\n' >.env
record clear-escaped

project dollar <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    environment: {DATABASE_URL: "${DATABASE_URL}"}
YAML
echo 'DATABASE_URL=postgres://app:pa$word@db:5432/app' >.env
record clear-env-dollar-eaten
