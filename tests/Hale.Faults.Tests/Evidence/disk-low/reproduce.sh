#!/bin/sh
. "$(dirname "$0")/../../Reproduce/lib.sh"

# The engine's folder is hidden behind a small file system.
root=$(docker info --format '{{.DockerRootDir}}')
plain small
apart seen-small-disk "mkdir -p /var/lib/docker; mount -t tmpfs -o size=1g none /var/lib/docker; mount -t tmpfs -o size=1g none $root"

plain inodes
apart clear-no-inodes "mkdir -p /var/lib/docker; mount -t tmpfs -o size=8g,nr_inodes=2 none /var/lib/docker; mount -t tmpfs -o size=8g,nr_inodes=2 none $root"
