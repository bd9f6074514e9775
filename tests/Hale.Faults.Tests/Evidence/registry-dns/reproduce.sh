#!/bin/sh
# seen: no name server answers; a mirror, the archive, or nothing else has the image. clear: the connection is refused. To be run where Docker Hub's name does not resolve.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"

wants mirror postgres:17
record seen-a-mirror-offers-it
record seen-offline-with-the-archive
wants nothing ghcr.io/acme/app:2
record seen-nothing-else-serves
wants clear 127.0.0.1:18956/x/app:1
record clear-refused-connection

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
