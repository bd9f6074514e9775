#!/bin/sh
# seen: the variable of a published port is not set. clear: a port that is meant to be any, and another variable that is not set. blind: no model.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["${HALE_WEB_PORT}:80"]
YAML
record seen-variable-unset

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["80"]
    environment:
      GREETING: "${HALE_GREETING:-}"
YAML
record clear-any-port-meant

project blind <<'YAML'
services:
  web: {image: }
  ports: ["${HALE_WEB_PORT}:80"
YAML
record blind-no-model
