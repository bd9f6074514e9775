#!/bin/sh
# seen: no lock; one that is not copied; a project of yarn. clear: an empty lock, of which npm says the same.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
rm package-lock.json
try
record seen-none
gone

nodejs copied
sed -i 's/^COPY .*/COPY package.json .\/\nCOPY left left/' Dockerfile
try
record seen-not-copied
gone

nodejs yarn
rm package-lock.json
echo '# yarn lockfile v1' >yarn.lock
try
record seen-of-yarn
gone

nodejs clear
: >package-lock.json
try
record clear-empty
gone
