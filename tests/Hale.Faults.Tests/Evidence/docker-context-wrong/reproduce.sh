#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain nowhere
context desktop unix:///tmp/hale-reproduce/nobody.sock
docker context use desktop >/dev/null
record seen-nobody-answers
apart seen-nor-does-any-other "$without_socket"

plain missing
export DOCKER_CONFIG="$PWD/docker"
DOCKER_CONTEXT=desktop record clear-no-such-context
