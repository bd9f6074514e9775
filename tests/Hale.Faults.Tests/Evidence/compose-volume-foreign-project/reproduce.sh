#!/bin/sh
# seen: two projects name one volume. clear: the second one says that it is external. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# keeping NAME HOW: one service with a volume of a fixed name.
keeping() {
  project "$1" <<YAML
services:
  cache:
    image: hale.local/stand-in/redis:7
    volumes: ["data:/data"]
volumes:
  data: {$2name: hale-reproduce-shared}
YAML
}

keeping first ""
docker compose up -d >/dev/null 2>&1
first=$PWD

keeping seen ""
docker compose up -d >/dev/null 2>&1
record seen-two-projects
blind blind-no-engine
docker compose down --timeout 1 >/dev/null 2>&1

keeping clear "external: true, "
record clear-said-to-be-external
cd "$first" && COMPOSE_PROJECT_NAME=hale-reproduce-$fault-first gone
