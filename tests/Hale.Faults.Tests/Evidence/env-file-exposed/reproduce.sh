#!/bin/sh
# seen: a secret in a file that Git keeps; one that all may read. clear: neither; all may read it and there is no secret; a template alone is in Git. blind: the
# project's folder may not be read.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain tracked
git init --quiet .
printf 'PORT=1\nAPI_TOKEN=zebra-in-grass\n' >.env
chmod 600 .env
git add .env
record seen-in-git

plain readable
printf 'PORT=1\nAPI_TOKEN=zebra-in-grass\n' >.env
chmod 644 .env
record seen-readable

plain narrow
git init --quiet .
printf 'API_TOKEN=\n' >.env.example
printf 'API_TOKEN=zebra-in-grass\n' >.env
chmod 600 .env
git add .env.example
record clear-for-its-owner-alone

plain open
printf 'PORT=1\nAPI_TOKEN=changeme\n' >.env
chmod 644 .env
record clear-no-secret

plain closed
printf 'API_TOKEN=zebra-in-grass\n' >.env
chmod 700 .
apart_as_nobody blind-folder-not-readable 'true'
