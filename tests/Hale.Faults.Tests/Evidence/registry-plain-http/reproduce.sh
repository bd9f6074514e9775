#!/bin/sh
# seen: a registry without TLS. clear: one with a certificate of an unknown authority. The registries answer in a network of their own.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"
. "$(dirname "$0")/../../Reproduce/failing-registries.sh"

registries
image seen registry.test:5003/shop/app:1
record seen-no-tls
image clear registry.test:5004/shop/app:1
record clear-registry-tls-untrusted
no_registries

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
