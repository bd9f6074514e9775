#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain variable
export DOCKER_CONFIG="$PWD/docker"
DOCKER_CONTEXT=desktop-linux record seen-variable-names-none

plain settings
export DOCKER_CONFIG="$PWD/docker"
mkdir "$DOCKER_CONFIG"
echo '{"currentContext":"desktop-linux"}' >"$DOCKER_CONFIG/config.json"
record seen-settings-name-none

plain nowhere
context bad unix:///tmp/hale-reproduce/nobody.sock
DOCKER_CONTEXT=bad record clear-nobody-answers
