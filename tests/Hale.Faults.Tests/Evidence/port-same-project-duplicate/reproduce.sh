#!/bin/sh
# seen: two services of one file publish the same port, up as far as they come. clear: another project publishes it. blind: Compose gives no model.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18901:80"]
  shop:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18901:80"]
YAML
docker compose up -d >/dev/null 2>&1 || true
record seen-two-services
gone

project other <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18902:80"]
YAML
docker compose up -d >/dev/null 2>&1
other=$PWD
project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/nginx:1.26
    ports: ["18902:80", "127.0.0.1:18903:80"]
  shop:
    image: hale.local/stand-in/nginx:1.26
    ports: ["127.0.0.2:18903:80"]
YAML
record clear-another-project
cd "$other" && COMPOSE_PROJECT_NAME=hale-reproduce-$fault-other gone

project blind <<'YAML'
services:
  web: {image: }
  ports: ["18901:80"
YAML
record blind-no-model
