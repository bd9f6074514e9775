#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain none
apart seen-only-the-command-line "$without_socket; $without_dockerd"

plain down
apart clear-daemon-down "$without_socket"
