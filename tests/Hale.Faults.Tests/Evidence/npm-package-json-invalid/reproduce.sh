#!/bin/sh
# seen: a comma too many. clear: a lock that is no JSON.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
printf '{\n  "name": "app",\n  "dependencies": {"left": "file:left"},\n}\n' >package.json
try
record seen-a-comma
gone

nodejs clear
echo '{' >package-lock.json
try
record clear-the-lock
gone
