#!/bin/sh
# seen: the quota is spent. clear: the registry answers 503. Where the case names redis:7, the engine's words of the registry on loopback are replayed for it.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"

registry
wants seen 127.0.0.1:18955/limit/app:1
record seen-quota
wants clear 127.0.0.1:18955/broken/app:1
record clear-server-error

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
