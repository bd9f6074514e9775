#!/bin/sh
# seen: the tag does not exist. clear: a login is wanted.
. "$(dirname "$0")/../../Reproduce/lib.sh"
. "$(dirname "$0")/../../Reproduce/registries.sh"

registry
wants seen 127.0.0.1:18955/missing/app:1
record seen-no-such-tag
wants clear 127.0.0.1:18955/private/app:1
record clear-login-wanted

wants slow ghcr.io/acme/app:2
slow_engine blind-engine-slow
