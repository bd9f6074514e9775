#!/bin/sh
# seen: an image that only this project builds, with Docker Hub's answer (replayed where it is not reached) and offline. clear: a known image, offline.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"

wants seen acme-shop
record seen-no-such-image
wants offline acme/shop:dev
record seen-offline-by-its-tag
wants clear postgres:17
record clear-known-image-offline

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
