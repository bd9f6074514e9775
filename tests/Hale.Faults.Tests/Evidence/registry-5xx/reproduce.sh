#!/bin/sh
# seen: the registry answers 503. clear: a quota. Where the case names redis:7, the engine's words of the registry on loopback are replayed for it.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"

registry
wants seen 127.0.0.1:18955/broken/app:1
record seen-503
wants clear 127.0.0.1:18955/limit/app:1
record clear-quota

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
