#!/bin/sh
# seen: a registry that is asked by its address. clear: one of an unknown authority. The registries answer in a network of
# their own.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"
. "$(dirname "$0")/../../Reproduce/failing-registries.sh"

registries
image address 10.99.0.1:5002/shop/app:1
record seen-an-address
image clear registry.test:5004/shop/app:1
record clear-registry-tls-untrusted
no_registries

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
