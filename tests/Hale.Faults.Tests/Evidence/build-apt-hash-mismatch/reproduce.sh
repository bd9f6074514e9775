#!/bin/sh
# seen: a list that was altered on its way from the archive. clear: lists that are not valid yet.
. "$(dirname "$0")/../../Reproduce/lib.sh"

building seen <<'DOCKERFILE'
FROM hale.local/stand-in/python:3.13-slim
RUN mkdir /repo && cd /repo && echo 'Package: one' >Packages && printf 'Date: %s\nSHA256:\n %s 13 Packages\n' "$(LC_ALL=C date -Ru)" "$(sha256sum Packages | cut -d' ' -f1)" >Release && \
    rm -f /etc/apt/sources.list.d/* && echo 'deb [trusted=yes] http://127.0.0.1:8000/ ./' >/etc/apt/sources.list && echo 'Package: two' >Packages
RUN cd /repo && (python3 -m http.server >/dev/null 2>&1 &) && sleep 1 && apt-get -o Acquire::Languages=none update
DOCKERFILE
try
record seen-altered
gone

building clear <<'DOCKERFILE'
FROM hale.local/stand-in/debian:trixie-slim
RUN apt-get -o Acquire::Max-FutureTime=-999999999 update
DOCKERFILE
try
record clear-not-valid-yet
gone
