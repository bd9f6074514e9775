#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain no-socket
apart seen-no-socket "$without_socket"

plain stale
apart seen-stale-socket "$without_socket"'; python3 -c "import socket; socket.socket(socket.AF_UNIX).bind(\"/run/docker.sock\")"'

plain variable
DOCKER_HOST=tcp://127.0.0.1:2375 apart clear-another-place-is-named 'true'
