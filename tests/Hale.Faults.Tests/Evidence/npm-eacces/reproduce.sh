#!/bin/sh
# seen: a folder of root and another user. clear: a file that the program itself may not write.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
sed -i 's/^RUN npm ci/ENV HOME=\/tmp\nUSER nobody\nRUN npm ci/' Dockerfile
try
record seen-in-a-build
gone

nodejs clear
echo "require('fs').mkdirSync('/app/uploads')" >index.js
printf 'USER nobody\n' >>Dockerfile
try
record clear-the-program
gone
