#!/bin/sh
# seen: two lines with two values. clear: the same line twice; one in another file. blind: the project's folder may not be read.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
printf 'PORT=1\nA=1\nPORT=2\n' >.env
record seen-two-values

plain clear
printf 'PORT=1\nA=1\nPORT=1\n' >.env
printf 'PORT=2\n' >.env.local
record clear-the-same-value

plain closed
printf 'PORT=1\nPORT=2\n' >.env
chmod 700 .
apart_as_nobody blind-folder-not-readable 'true'
