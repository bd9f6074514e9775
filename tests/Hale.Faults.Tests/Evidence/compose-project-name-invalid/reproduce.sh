#!/bin/sh
# seen: a name with a capital and a space. clear: another refusal. blind: record-blind.sh. No engine is needed.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
COMPOSE_PROJECT_NAME="My App"
record seen-capital-and-space

plain clear
echo '  worker: {}' >>compose.yaml
record clear-compose-no-image
