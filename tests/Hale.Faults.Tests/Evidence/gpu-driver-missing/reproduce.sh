#!/bin/sh
# seen: a GPU is reserved on an engine without a driver for it. clear: a start that is refused for another cause. blind: record-blind.sh.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
cat >>compose.yaml <<'YAML'
    deploy: {resources: {reservations: {devices: [{driver: nvidia, capabilities: [gpu]}]}}}
YAML
try
record seen-no-driver
gone

plain clear
sed -i 's/command: .*/command: [no-such-program]/' compose.yaml
try
record clear-image-command-not-found
gone
