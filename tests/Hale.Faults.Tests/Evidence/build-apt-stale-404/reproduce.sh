#!/bin/sh
# seen: lists that name a version which the archive never had. clear: a release that it does not have.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN apt-get update && sed -i 's|\(cowsay_3.03+dfsg2-\)[0-9]*|\199|' /var/lib/apt/lists/*Packages
RUN apt-get install -y --no-install-recommends cowsay
DOCKERFILE
try
record seen-an-old-list
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN rm -f /etc/apt/sources.list.d/* && echo 'deb http://deb.debian.org/debian hamm main' >/etc/apt/sources.list
RUN apt-get update && apt-get install -y cowsay
DOCKERFILE
try
record clear-an-old-release
gone
