#!/bin/sh
# seen: an image of bitnami that Docker Hub's name answers it does not have. clear: another image that it does not have. The registries answer in a network of
# their own, and one has Docker Hub's name there.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"
. "$(dirname "$0")/../../Reproduce/failing-registries.sh"

registries
image seen bitnami/postgresql:16
record seen-bitnami
image clear example/ours:16
record clear-registry-manifest-unknown
no_registries

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
