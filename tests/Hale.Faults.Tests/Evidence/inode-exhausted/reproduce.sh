#!/bin/sh
# seen: a container makes more files than the engine's file system holds. clear: it has no more bytes.
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

own_engine size=300m,nr_inodes=9000
writes seen 'mkdir /var/many && cd /var/many && seq 9000 | xargs touch; exit 1'
try
record seen-many-files
gone
no_own_engine

own_engine size=300m
writes bytes 'dd if=/dev/zero of=/var/dump bs=1M count=400; exit 1'
try
record clear-disk-full-docker-root
gone
no_own_engine
