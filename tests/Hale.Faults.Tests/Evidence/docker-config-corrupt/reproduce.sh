#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
export DOCKER_CONFIG="$PWD/docker"
mkdir -p "$DOCKER_CONFIG"
printf '{\n  "auths": {},\n  "credsStore": \n}\n' >"$DOCKER_CONFIG/config.json"
record seen-changed-by-hand

plain helper
export DOCKER_CONFIG="$PWD/docker"
mkdir -p "$DOCKER_CONFIG"
echo '{"credsStore": "desktop"}' >"$DOCKER_CONFIG/config.json"
record clear-credential-store-missing
