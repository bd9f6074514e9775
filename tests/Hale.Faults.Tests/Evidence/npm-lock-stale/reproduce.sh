#!/bin/sh
# seen: a dependency more in a build; in a container that installs when it starts. clear: no lock at all; a healthy stack.
. "$(dirname "$0")/../../Reproduce/lib.sh"

nodejs seen
right
try
record seen-one-more
gone

nodejs start
right
cat >compose.yaml <<'YAML'
services:
  api:
    image: hale.local/stand-in/node:20-slim
    working_dir: /app
    volumes: [".:/app"]
    command: ["sh", "-c", "npm ci && node index.js"]
YAML
try
record seen-in-a-container
blind blind-no-engine
gone

nodejs clear
rm package-lock.json
try
record clear-no-lock
gone
