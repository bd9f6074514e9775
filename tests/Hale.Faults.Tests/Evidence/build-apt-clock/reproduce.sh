#!/bin/sh
# seen: apt is told that the time is long ago. clear: a release that the archive does not have.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN apt-get -o Acquire::Max-FutureTime=-999999999 update
DOCKERFILE
try
record seen-not-valid-yet
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN rm -f /etc/apt/sources.list.d/* && echo 'deb http://deb.debian.org/debian hamm main' >/etc/apt/sources.list
RUN apt-get update
DOCKERFILE
try
record clear-an-old-release
gone
