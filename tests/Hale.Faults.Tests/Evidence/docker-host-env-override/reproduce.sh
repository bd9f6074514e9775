#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain variable
DOCKER_HOST=tcp://127.0.0.1:2375 record seen-left-over
DOCKER_HOST=tcp://127.0.0.1:2375 apart seen-nor-does-the-usual "$without_socket"

plain nowhere
context desktop unix:///tmp/hale-reproduce/nobody.sock
DOCKER_CONTEXT=desktop record clear-the-context-does
