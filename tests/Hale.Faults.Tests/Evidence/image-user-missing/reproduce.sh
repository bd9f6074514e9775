#!/bin/sh
# seen: a user, and a group, that the image does not have. clear: the user is there and may not write. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    user: app
    command: ["sleep", "100000"]
YAML
blind blind-no-engine
try
record seen-user
gone

project group <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    user: "www-data:web"
    command: ["sleep", "100000"]
YAML
try
record seen-group
gone

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    user: www-data
    command: ["touch", "/uploads/first"]
    volumes: ["uploads:/uploads"]
volumes: {uploads: {}}
YAML
try
record clear-vol-uid-mismatch
gone
