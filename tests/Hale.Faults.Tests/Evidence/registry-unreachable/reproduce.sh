#!/bin/sh
# seen: nothing listens. clear: no name server answers; to be run where Docker Hub's name does not resolve.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"

wants seen 127.0.0.1:18956/x/app:1
record seen-refused-connection
wants clear postgres:17
record clear-name-not-found

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
