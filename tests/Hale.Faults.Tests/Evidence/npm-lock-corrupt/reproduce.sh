#!/bin/sh
# seen: an empty lock; one that is cut off. clear: none at all, of which npm says the same.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
: >package-lock.json
try
record seen-empty
gone

nodejs cut
head -c 120 package-lock.json >cut && mv cut package-lock.json
try
record seen-cut-off
gone

nodejs clear
rm package-lock.json
try
record clear-none
gone
