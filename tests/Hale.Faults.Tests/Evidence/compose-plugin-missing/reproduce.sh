#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain compose-hidden
plugin docker-buildx
apart seen-only-buildx "$without_plugins"

plain nothing
unset DOCKER_CONFIG
apart seen-no-plugins "$without_plugins"

# Compose 2.20 is not to be had here: a plugin that answers with that version stands for it.
plain old
old_compose 2.20.3
apart clear-replayed-old-compose 'true'
