#!/bin/sh
# seen: a container and a build write more than the engine's file system holds. clear: it holds no more files; a small file system of the container's own.
. "$(dirname "$0")/../../Reproduce/lib.sh"

writes() {
  project "$1" <<YAML
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    network_mode: none
    command: ["sh", "-c", "$2"]
YAML
}

own_engine size=300m
writes seen 'dd if=/dev/zero of=/var/dump bs=1M count=400; exit 1'
try
record seen-a-container
gone

building build <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN --network=none dd if=/dev/zero of=/var/dump bs=1M count=400
DOCKERFILE
try
record seen-a-build
gone
no_own_engine

own_engine size=300m,nr_inodes=9000
writes inodes 'mkdir /var/many && cd /var/many && seq 9000 | xargs touch; exit 1'
try
record clear-inode-exhausted
gone
no_own_engine

writes own 'dd if=/dev/zero of=/small/dump bs=1M count=2'
sed -i 's/    command/    tmpfs: ["\/small:size=1m"]\n    command/' compose.yaml
try
record clear-a-small-file-system
gone
