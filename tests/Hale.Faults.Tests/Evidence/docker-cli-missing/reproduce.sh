#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

# The docker command lies in a folder of its own on the machine that recorded this.
plain none
PATH=/usr/bin:/bin apart seen-not-on-path 'true'

plain no-engine
apart clear-no-daemon "$without_socket"
