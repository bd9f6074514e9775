#!/bin/sh
# seen: both wordings of a burst limit. clear: the quota. The registries answer in a network of their own.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"
. "$(dirname "$0")/../../Reproduce/failing-registries.sh"

registries
image seen registry.test:5005/burst/app:1
record seen-too-many-requests
image allowed registry.test:5005/allowed/app:1
record seen-allowed-a-minute
image clear registry.test:5005/limit/app:1
record clear-registry-rate-limit
no_registries

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
