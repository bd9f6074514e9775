#!/bin/sh
# seen: an empty folder is mounted over the image; a wrong working directory in a build. clear: a file of another name.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  web:
    image: hale.local/stand-in/node:20-slim
    working_dir: /app
    volumes: ["./web:/app"]
    command: ["npm", "start"]
YAML
mkdir web
try
record seen-an-empty-mount
gone

nodejs workdir
sed -i 's/^COPY .*/COPY . \/srv/' Dockerfile
sed -i 's/npm ci/npm install/' Dockerfile
try
record seen-another-folder
gone

project clear <<'YAML'
services:
  web:
    image: hale.local/stand-in/node:20-slim
    command: ["node", "-e", "require('fs').readFileSync('/app/settings.json')"]
YAML
try
record clear-another-file
gone
