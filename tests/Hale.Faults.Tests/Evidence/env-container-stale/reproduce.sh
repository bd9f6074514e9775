#!/bin/sh
# seen: .env, and then the Compose file, changed after the start. clear: changed, and made anew; a variable of the image is no other value. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/redis:7
    command: sleep infinity
    stop_grace_period: 1s
    environment:
      LEVEL: ${LEVEL}
      COST: 5$$
  other:
    image: hale.local/stand-in/redis:7
    command: sleep infinity
    stop_grace_period: 1s
YAML
echo 'LEVEL=1' >.env
docker compose up --detach >/dev/null 2>&1
echo 'LEVEL=2' >.env
record seen-env-file
blind blind-no-engine
echo 'LEVEL=1' >.env
sed -i 's/LEVEL: .*/&\n      MODE: new/' compose.yaml
record seen-compose-file
docker compose up --detach >/dev/null 2>&1
record clear-made-anew
gone
