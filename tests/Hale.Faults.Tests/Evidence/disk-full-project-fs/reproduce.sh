#!/bin/sh
# seen: a service writes more into a folder of the project than its disk holds. clear: a small file system of the container's own; the engine's disk. The
# small disk is a tmpfs in the project's folder, taken away at the end.
. "$(dirname "$0")/../../Reproduce/lib.sh"

writes() {
  project "$1" <<'YAML'
services:
  app:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["dd", "if=/dev/zero", "of=/data/dump", "bs=64k", "count=100"]
    volumes: ["./data:/data"]
YAML
  mkdir data
}

writes seen
mount -t tmpfs -o size=2m none data
try
record seen-a-folder-of-the-project
blind blind-no-engine
gone
umount --lazy data

writes own
sed -i 's/    volumes: .*/    tmpfs: ["\/data:size=2m"]/' compose.yaml
try
record clear-a-small-file-system
gone
