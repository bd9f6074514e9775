#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

# An ELF header and nothing behind it shadows the system's plugin.
plain seen
export DOCKER_CONFIG="$PWD/docker"
mkdir -p "$DOCKER_CONFIG/cli-plugins"
printf '\177ELF\002\001' >"$DOCKER_CONFIG/cli-plugins/docker-compose"
chmod +x "$DOCKER_CONFIG/cli-plugins/docker-compose"
record seen-cut-off

plain none
unset DOCKER_CONFIG
apart clear-compose-plugin-missing "$without_plugins"
