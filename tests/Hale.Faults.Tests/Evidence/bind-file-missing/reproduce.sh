#!/bin/sh
# seen: a file that is mounted is missing, with and without a template. clear: a folder is mounted; the
# container fails with the folder. blind: no Compose.
. "$(dirname "$0")/../../Reproduce/lib.sh"

project seen <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    stop_grace_period: 1s
    volumes: ["./settings.toml:/app/settings.toml"]
YAML
echo 'title = "an example"' >settings.toml.example
record seen-with-template
apart blind-no-compose "$without_plugins"
rm settings.toml.example
record seen-without-template

project clear <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: sleep infinity
    stop_grace_period: 1s
    volumes: ["./conf.d:/app/conf.d", "./data:/data"]
YAML
record clear-a-folder-that-the-engine-makes

project fails <<'YAML'
services:
  api:
    image: hale.local/stand-in/debian:trixie-slim
    command: cat /app/settings.toml
    volumes: ["./settings.toml:/app/settings.toml"]
YAML
mkdir settings.toml
try
record clear-the-program-complains
gone
