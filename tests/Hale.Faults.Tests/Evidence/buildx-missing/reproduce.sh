#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain buildx-hidden
plugin docker-compose
apart seen-only-compose "$without_plugins"

plain compose-hidden
plugin docker-buildx
apart clear-compose-missing "$without_plugins"
