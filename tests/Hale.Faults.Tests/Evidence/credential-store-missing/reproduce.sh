#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
export DOCKER_CONFIG="$PWD/docker"
mkdir -p "$DOCKER_CONFIG"
echo '{"credsStore": "desktop"}' >"$DOCKER_CONFIG/config.json"
record seen-desktop-removed

plain there
export DOCKER_CONFIG="$PWD/docker"
mkdir -p "$DOCKER_CONFIG" bin
echo '{"credHelpers": {"registry.example.com": "pass"}}' >"$DOCKER_CONFIG/config.json"
printf '#!/bin/sh\n' >bin/docker-credential-pass
chmod +x bin/docker-credential-pass
usual=$PATH
PATH=$PWD/bin:$usual
record clear-helper-there
PATH=$usual

plain broken
export DOCKER_CONFIG="$PWD/docker"
mkdir -p "$DOCKER_CONFIG"
echo '{bad' >"$DOCKER_CONFIG/config.json"
record clear-docker-config-corrupt
