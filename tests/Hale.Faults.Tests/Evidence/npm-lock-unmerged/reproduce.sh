#!/bin/sh
# seen: markers around sides that are no JSON by themselves: others npm puts together silently. clear: a lock that is cut off, of which npm says the same.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
sed -i 's/^  "lockfileVersion": 3,/<<<<<<< HEAD\n  "lockfileVersion": 3\n=======\n  "lockfileVersion": 2,\n>>>>>>> main/' package-lock.json
try
record seen-markers
gone

nodejs clear
head -c 120 package-lock.json >cut && mv cut package-lock.json
try
record clear-cut-off
gone
