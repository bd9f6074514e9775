#!/bin/sh
# seen: the registry wants a login. clear: an image that is only built here, of which Docker Hub says denied (replayed where Docker Hub is not reached).
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"

registry
wants seen 127.0.0.1:18955/private/app:1
record seen-login-wanted
wants clear acme-shop
record clear-docker-hub-says-denied-of-a-local-image

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
