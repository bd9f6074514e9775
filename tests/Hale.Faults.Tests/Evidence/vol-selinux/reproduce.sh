#!/bin/sh
# seen: a service that runs as root is denied a mounted folder, where SELinux is said to be in force (this machine has none: the denial is that of a root without its
# capabilities). clear: the same with no SELinux; another user than root. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

in_force='mount -t tmpfs none /sys/fs; mkdir /sys/fs/selinux; echo 1 >/sys/fs/selinux/enforce'
project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: ["touch", "/data/first"]
    cap_drop: [ALL]
    volumes: ["./data:/data"]
YAML
mkdir -m 755 data
chown 1000:1000 data
try
apart seen-replayed-in-force "$in_force"
blind blind-no-engine
record clear-no-selinux
gone

project user <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    user: "1001"
    command: ["touch", "/data/first"]
    volumes: ["./data:/data"]
YAML
mkdir -m 755 data
chown 1000:1000 data
try
apart clear-vol-uid-mismatch "$in_force"
gone
