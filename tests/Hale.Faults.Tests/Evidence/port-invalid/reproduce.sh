#!/bin/sh
# seen: a word where a port belongs. clear: another mistake in a mapping. blind: Compose is not there.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["${WEB_PORT}:80"]
YAML
echo 'WEB_PORT=eighty' >.env
record seen-a-word

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: {web: "80:80"}
YAML
record clear-no-list

project blind <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
YAML
mkdir -p "$here/blind-no-docker"
bin=$work/bin && mkdir -p "$bin" && for tool in dotnet sh env; do ln -sf "$(command -v $tool)" "$bin/$tool"; done
PATH=$bin "$HALE" troubleshoot "$fault" --save "$here/blind-no-docker/evidence.json" >/dev/null || true
