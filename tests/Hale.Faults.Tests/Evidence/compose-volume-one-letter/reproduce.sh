#!/bin/sh
# seen: a volume with a name of one letter. clear: the same in the long form. blind: record-blind.sh.
. "$(dirname "$0")/../../Reproduce/lib.sh"

# mounting NAME MOUNT
mounting() {
  project "$1" <<YAML
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    init: true
    volumes: [$2]
volumes:
  d: {}
YAML
}

mounting seen '"d:/dd"'
try
record seen-drive
gone

mounting clear '{type: volume, source: d, target: /dd}'
try
record clear-long-form
gone
