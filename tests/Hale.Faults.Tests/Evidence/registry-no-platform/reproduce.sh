#!/bin/sh
# seen: an index with one platform, which is not the engine's. clear: a service that asks for that platform; an image that is not there. The registries answer
# in a network of their own.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"
. "$(dirname "$0")/../../Reproduce/failing-registries.sh"

registries
image seen registry.test:5005/arm/app:1
record seen-arm64-alone
image asked registry.test:5005/arm/app:1
echo '    platform: linux/arm64' >>compose.yaml
record clear-asked-for
image clear registry.test:5005/ours/app:1
record clear-registry-manifest-unknown
no_registries

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
