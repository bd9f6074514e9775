#!/bin/sh
# seen: a mirror that is not there, in .npmrc. clear: a registry that answers, and has no such package; a name that is not resolved in a build.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
echo '{"name": "app", "version": "1.0.0", "dependencies": {"is-odd": "3.0.1"}}' >package.json
printf 'registry=http://127.0.0.1:9/\nfetch-retries=0\n' >.npmrc
sed -i 's/npm ci/npm install/' Dockerfile
try
record seen-a-dead-mirror
gone

nodejs clear
echo '{"name": "app", "version": "1.0.0", "dependencies": {"is-odd": "3.0.1"}}' >package.json
printf 'registry=http://registry.invalid/\nfetch-retries=0\n' >.npmrc
sed -i 's/npm ci/npm install/' Dockerfile
try
record clear-a-name-in-a-build
gone
