#!/bin/sh
# seen: a script that package.json does not have. clear: a program that a script calls and that is not there.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
echo '{"name": "app", "version": "1.0.0", "scripts": {"start": "node index.js"}, "dependencies": {"left": "file:left"}}' >package.json
sed -i 's/^CMD .*/CMD ["npm", "run", "dev"]/' Dockerfile
try
record seen-renamed
gone

nodejs clear
echo '{"name": "app", "version": "1.0.0", "scripts": {"dev": "vite"}, "dependencies": {"left": "file:left"}}' >package.json
sed -i 's/^CMD .*/CMD ["npm", "run", "dev"]/' Dockerfile
try
record clear-a-program
gone
