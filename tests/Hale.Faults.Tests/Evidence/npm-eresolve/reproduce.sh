#!/bin/sh
# seen: a package asks for a newer version of another. clear: the lock does not agree with package.json.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
mkdir plugin
echo '{"name": "plugin", "version": "1.0.0", "peerDependencies": {"left": "^2.0.0"}}' >plugin/package.json
echo '{"name": "app", "version": "1.0.0", "dependencies": {"left": "file:left", "plugin": "file:plugin"}}' >package.json
sed -i 's/npm ci/npm install --install-links/' Dockerfile
rm package-lock.json
try
record seen-a-peer
gone

nodejs clear
right
try
record clear-npm-lock-stale
gone
