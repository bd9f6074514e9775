#!/bin/sh
# seen: a copy of a checkout that is up, with fixed names of each kind. clear: the copy once hale has mended it; another project that has the container's name. blind: no Compose.
. "$(dirname "$0")/../../Reproduce/lib.sh"
export XDG_STATE_HOME="$work/state"

project first <<'YAML'
name: hale-reproduce-fixed-names
services:
  db:
    image: hale.local/stand-in/redis:7
    container_name: hale-reproduce-fixed-db
    volumes: ["data:/data"]
    networks: [inner]
  api:
    build: { dockerfile_inline: "FROM hale.local/stand-in/debian:trixie-slim" }
    image: hale-reproduce-fixed-api:dev
    command: sleep infinity
    networks: [inner]
volumes:
  data: { name: hale-reproduce-fixed-data }
networks:
  inner: { name: hale-reproduce-fixed-inner }
YAML
unset COMPOSE_PROJECT_NAME
"$HALE" docker --yes --quiet >/dev/null 2>&1
cp -r "$work/first" "$work/copy"
cd "$work/copy"
"$HALE" docker --yes --quiet >/dev/null 2>&1
record clear-each-has-its-own
apart blind-no-compose "$without_plugins"
"$HALE" down >/dev/null 2>&1
"$HALE" overlay --clear >/dev/null
record seen-a-copy-of-a-checkout

project other <<'YAML'
services:
  cache:
    image: hale.local/stand-in/redis:7
    container_name: hale-reproduce-fixed-db
YAML
record clear-another-project-has-the-name
unset COMPOSE_PROJECT_NAME
for checkout in first copy; do cd "$work/$checkout" && "$HALE" down --volumes data >/dev/null 2>&1; done
