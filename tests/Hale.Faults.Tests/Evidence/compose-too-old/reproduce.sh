#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

# Compose 2.20 is not to be had here: a plugin that answers with that version stands for it.
plain old
old_compose 2.20.3
apart seen-replayed-compose-2-20 'true'

plain compose-hidden
rm -f "$DOCKER_CONFIG/cli-plugins/docker-compose"
plugin docker-buildx
apart clear-no-compose "$without_plugins"
